import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { derivedTables, expectDerivedTables } from './derived-tables.testing.ts';
import { scratchLedger } from './ledger.testing.ts';

const { db, rows, one, write, insert, make, record } = await scratchLedger();
afterAll(() => db.end());

/** Pseudo-random numbers that are the same in each run. */
const randomSource = (seed: number) => (limit: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};

/** How many random writes; `npm run soak -- derived-tables` makes many more. */
/** Fewer random writes than this do not reach every state. */
const writesForCoverage = 500;
const writes = Number(process.env.CLAIMGRAPH_RANDOM_WRITES ?? writesForCoverage);
jest.setTimeout(writes * 200 + 30_000);

describe('derived tables', () => {
  test('match their definitions after random writes', async () => {
    const random = randomSource(20180707);
    const pick = (ids: string[]) => ids[random(ids.length)]!;
    const ids: Record<'location' | 'faction' | 'source' | 'claim', string[]> = {
      location: [],
      faction: [],
      source: [],
      claim: [],
    };
    const day = (after = 0) =>
      new Date(Date.UTC(2018, 5, 20 + random(60) + after)).toISOString().slice(0, 10);
    /** One day, the shortest or longest interval of a span class, open at an end, or unknown. */
    const dates = () => {
      const [a, b] = [day(), day(100 + 2 ** (1 + random(12)))];
      const near = new Date(Date.parse(a) + (2 ** random(13) - random(2)) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      return [
        [a, a],
        [a, near],
        [a, near],
        [a, b],
        [a, null],
        [null, b],
        [null, null],
      ][random(7)]!;
    };
    const kinds = ['OTHER', 'CLASH', 'LOOTING'];
    const number = () => (random(3) ? random(50) : null);
    for (let i = 0; i < 12; i++) {
      for (const table of ['location', 'faction', 'source'] as const)
        ids[table].push((await record(table, { name: `${table} ${i}` })).id);
    }
    const rowsOf = { claim_place: 'location', claim_party: 'faction', speaker: 'source' } as const;
    const lists = Object.keys(rowsOf) as (keyof typeof rowsOf)[];
    const child = (table: keyof typeof rowsOf, claim_id: string, position: number) =>
      insert(table, {
        claim_id,
        position,
        [`${rowsOf[table]}_id`]: pick(ids[rowsOf[table]]),
        ...(table === 'speaker' && { attribution: random(2) }),
      });

    const steps: (() => Promise<unknown>)[] = [
      async () => {
        const [occurred_earliest, occurred_latest] = dates();
        const claim = await make('claim', {
          occurred_earliest,
          occurred_latest,
          kind: pick(kinds),
        });
        ids.claim.push(claim);
        for (const table of lists)
          for (let i = random(3); i >= 0; i--) await child(table, claim, i);
      },
      () =>
        db.query('update location set parent_id = $2 where id = $1', [
          pick(ids.location),
          random(3) ? pick(ids.location) : null,
        ]),
      () =>
        insert('location_also_in', {
          location_id: pick(ids.location),
          position: random(3),
          area_id: pick(ids.location),
        }),
      () =>
        db.query('update location_also_in set area_id = $2 where location_id = $1', [
          pick(ids.location),
          pick(ids.location),
        ]),
      () => db.query('delete from location_also_in where location_id = $1', [pick(ids.location)]),
      () => child(lists[random(3)]!, pick(ids.claim), 5),
      () => {
        const table = lists[random(3)]!;
        const column = `${rowsOf[table]}_id`;
        const kind = ids[rowsOf[table]];
        return db.query(`update ${table} set ${column} = $2 where claim_id = $1`, [
          pick(ids.claim),
          pick(kind),
        ]);
      },
      () =>
        db.query(
          'update claim_place set claim_id = $2, position = position + 100 where claim_id = $1',
          [pick(ids.claim), pick(ids.claim)],
        ),
      () =>
        db.query(`delete from ${lists[random(3)]} where claim_id = $1 and position = $2`, [
          pick(ids.claim),
          random(3),
        ]),
      () =>
        db.query('update claim set occurred_earliest = $2, occurred_latest = $3 where id = $1', [
          pick(ids.claim),
          ...dates(),
        ]),
      () =>
        db.query('update claim set kind = $2, status = $3 where id = $1', [
          pick(ids.claim),
          pick(kinds),
          pick(['VERIFIED', 'DISPUTED']),
        ]),
      () =>
        make('claim_link', {
          from_id: pick(ids.claim),
          to_id: pick(ids.claim),
          kind: pick(['SAME_EVENT', 'REPEATS', 'REFINES']),
        }),
      () =>
        make('claim_link', {
          from_id: pick(ids.claim),
          to_id: pick(ids.claim),
          kind: pick(['SAME_EVENT', 'REPEATS', 'REFINES']),
        }),
      () =>
        db.query(`update claim_link set withdrawn_at = write_time() where from_id = $1`, [
          pick(ids.claim),
        ]),
      () =>
        db.query(`update claim_link set kind = 'REPEATS' where from_id = $1`, [pick(ids.claim)]),
      () => db.query(`delete from claim_link where to_id = $1`, [pick(ids.claim)]),
      async () => {
        const claim_id = pick(ids.claim);
        const figure = () => ({
          claim_id,
          measure: pick(['PEOPLE_KILLED', 'FACTIONS']),
          min: number(),
          best: number(),
          max: number(),
        });
        const part_of = await make('quantity', figure());
        if (random(2)) await make('quantity', { ...figure(), part_of });
      },
      () =>
        db.query('update quantity set min = $2, max = $3 where claim_id = $1', [
          pick(ids.claim),
          number(),
          number(),
        ]),
      () => db.query('delete from quantity where claim_id = $1', [pick(ids.claim)]),
      () =>
        db.query(
          `update claim set withdrawn_at = case when withdrawn_at is null then write_time() end
          where id = $1`,
          [pick(ids.claim)],
        ),
      async () => {
        if (random(4)) return;
        const claim = pick(ids.claim);
        await db.query('delete from claim_link where $1 in (from_id, to_id)', [claim]);
        const tables = random(2) ? [...lists, 'quantity'] : ['quantity', ...lists];
        for (const table of tables)
          await db.query(`delete from ${table} where claim_id = $1`, [claim]);
        await db.query('delete from claim where id = $1', [claim]);
      },
    ];
    const refusals: Record<string, number> = {};
    const spans = new Set<unknown>();
    for (let i = 0; i < writes; i++) {
      const step = steps[i < 20 ? 0 : random(steps.length)]!;
      await write(step).catch((error: { code: string }) => {
        // A cycle, or a position or claim that is taken or missing.
        refusals[error.code] = (refusals[error.code] ?? 0) + 1;
      });
      if (i % 10 !== 9) continue;
      await expectDerivedTables(rows);
      for (const { span } of await rows('select span from claim_within where span is not null'))
        spans.add(span);
    }
    await expectDerivedTables(rows);
    expect(
      Object.keys(refusals).filter((code) => !['CG001', '23503', '23505'].includes(code)),
    ).toEqual([]);
    expect(await rows('select * from broken_writes()')).toEqual([]);
    if (writes < writesForCoverage) return;
    for (const [table, { where = 'true' }] of Object.entries(derivedTables))
      expect(await one(`select count(*)::int from ${table} where ${where}`)).toBeGreaterThan(5);
    expect(await one('select max(depth) from location_within')).toBeGreaterThan(2);
    expect([...spans].sort((a, b) => Number(a) - Number(b))).toEqual([
      -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });
});
