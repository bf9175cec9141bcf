import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { scratchLedger } from './ledger.testing.ts';

const { db, rows, one, write, insert, make, record } = await scratchLedger();
afterAll(() => db.end());

/** Places with all that they lie in, said without the kept table. */
const up = `edge as (
      select id as location_id, parent_id as area_id from location where parent_id is not null
      union select location_id, area_id from location_also_in
    ), up(location_id, ancestor_id, depth) as (
      select id, id, 0 from location union select u.location_id, e.area_id, u.depth + 1 from up u join edge e on e.location_id = u.ancestor_id
    )`;

/** Live claims with what lists know of them; classes of spans counted out, events by walking links from each claim. */
const live = `linked(id, other) as (
      select c.id, c.id from claim c where withdrawn_at is null
      union select r.id, c.id from linked r join claim_link l on r.other in (l.from_id, l.to_id) and l.kind in ('SAME_EVENT', 'REPEATS')
        and l.withdrawn_at is null join claim c on c.id in (l.from_id, l.to_id) and c.withdrawn_at is null
    ), live as (
      select c.id, c.kind, c.modality, c.status, coalesce(c.occurred_latest, c.occurred_earliest) as occurred, c.occurred_earliest as starts,
        case when c.occurred_latest is null then case when c.occurred_earliest is not null then -1 end when c.occurred_earliest is null then 12
          else (select count(*) from generate_series(0, 10) k where c.occurred_latest - c.occurred_earliest >= 2 ^ k)
            + (c.occurred_latest - c.occurred_earliest >= 2048)::int end as span,
        (select (array_agg(other order by other))[1] from linked r where r.id = c.id having count(*) > 1) as event_id,
        case when c.occurred_earliest is null or c.occurred_latest is null or to_char(c.occurred_earliest, 'YYYYMM') <> to_char(c.occurred_latest, 'YYYYMM')
          then '' else to_char(c.occurred_latest, 'YYYY-MM') end as month
      from claim c where c.withdrawn_at is null
    )`;
const known = 'kind, modality, status, occurred, starts, span, event_id';
const ofClaim = 'l.kind, l.modality, l.status, l.occurred, l.starts, l.span, l.event_id';

/** The kept tables, each as it is and as its definition says it must be. */
const definitions: Record<string, string> = {
  'location_within(location_id, ancestor_id, depth)': `with recursive ${up} select location_id, ancestor_id, min(depth) from up group by 1, 2`,
  [`claim_within(location_id, claim_id, ${known}, figures)`]: `with recursive ${up}, ${live}
    select distinct u.ancestor_id, l.id, ${ofClaim}, (select jsonb_object_agg(measure, sums) from (
      select measure, jsonb_build_array(count(*), coalesce(sum(min), 0), coalesce(sum(best), 0), coalesce(sum(max), 0), count(min), count(best), count(max)) as sums
      from quantity where claim_id = l.id and part_of is null group by measure) f) from live l join claim_place p on p.claim_id = l.id join up u using (location_id)`,
  [`claim_of_faction(faction_id, claim_id, ${known})`]: `with recursive ${live}
    select distinct p.faction_id, l.id, ${ofClaim} from live l join claim_party p on p.claim_id = l.id`,
  [`claim_of_source(source_id, claim_id, ${known})`]: `with recursive ${live}
    select distinct s.source_id, l.id, ${ofClaim} from live l join speaker s on s.claim_id = l.id`,
  'claim_event(claim_id, event_id)': `with recursive ${live} select id, event_id from live where event_id is not null`,
  'tally where entries <> 0(location_id, month, kind, modality, status, measure, entries, sum_min, sum_best, sum_max, mins, bests, maxes)': `
    with recursive ${up}, ${live}, at as (
      select distinct u.ancestor_id, l.* from live l join claim_place p on p.claim_id = l.id join up u using (location_id) where l.event_id is null
    ), told as (
      select ancestor_id, id, month, kind, modality, status from at
      union all select ancestor_id, id, month, kind, '', '' from at where modality in ('ASSERTED', 'ESTIMATED', 'ALLEGED')
    ) select ancestor_id, month, kind, modality, status, '', count(*), 0, 0, 0, 0, 0, 0 from told group by 1, 2, 3, 4, 5
    union all select ancestor_id, month, kind, modality, status, measure, count(*), coalesce(sum(min), 0), coalesce(sum(best), 0),
      coalesce(sum(max), 0), count(min), count(best), count(max)
    from told join quantity q on q.claim_id = told.id and q.part_of is null group by 1, 2, 3, 4, 5, 6`,
};
const expectKept = async () => {
  for (const [kept, definition] of Object.entries(definitions)) {
    const [table, columns] = kept.split(/[()]/);
    const asIs = `select ${columns} from ${table}`;
    const wrong = await rows(
      `(${asIs} except (${definition})) union all ((${definition}) except ${asIs})`,
    );
    expect({ table, wrong }).toEqual({ table, wrong: [] });
  }
};

/** Numbers that look random and are the same in each run. */
const dice = (seed: number) => (below: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

describe('places', () => {
  const chain = async () => {
    const country = await record('location', { name: 'Country' });
    const province = await record('location', { name: 'Province', parent_id: country.id });
    const town = await record('location', { name: 'Town', parent_id: province.id });
    return { country: country.id, province: province.id, town: town.id };
  };

  test('refuse a cycle through parents, other areas or themselves, and stay as they were', async () => {
    const { country, province, town } = await chain();
    const aside = (await record('location', { name: 'Aside' })).id;
    await write(() =>
      insert('location_also_in', { location_id: province, position: 0, area_id: aside }),
    );
    const state = async () => [
      await rows('select * from location order by id'),
      await rows('select * from location_within order by 1, 2'),
    ];
    const before = await state();
    const cycle = {
      code: 'CG001',
      constraint: 'location_cycle',
      message: 'A place cannot lie inside itself.',
    };
    for (const [place, area] of [
      [country, town],
      [country, country],
      [aside, town],
      [aside, province],
    ]) {
      await expect(
        write(() => db.query('update location set parent_id = $2 where id = $1', [place, area])),
      ).rejects.toMatchObject(cycle);
      const alsoIn = { location_id: place, position: 7, area_id: area };
      await expect(write(() => insert('location_also_in', alsoIn))).rejects.toMatchObject(cycle);
    }
    const self = '00000000-0000-4000-8000-000000000001';
    await expect(
      write(() => insert('location', { id: self, name: 'Self', parent_id: self })),
    ).rejects.toMatchObject(cycle);
    expect(await state()).toEqual(before);
    expect(
      await one('select count(*)::int from location_also_in where location_id = $1', [province]),
    ).toBe(1);
  });

  test('know the shortest way to each area', async () => {
    const { country, province, town } = await chain();
    const depth = () =>
      one('select depth from location_within where location_id = $1 and ancestor_id = $2', [
        town,
        country,
      ]);
    expect(await depth()).toBe(2);
    await write(() =>
      insert('location_also_in', { location_id: town, position: 0, area_id: country }),
    );
    expect(await depth()).toBe(1);
    await write(() => db.query('update location set parent_id = null where id = $1', [province]));
    await write(() => db.query('delete from location_also_in where location_id = $1', [town]));
    expect(await depth()).toBeUndefined();
  });

  test('may be made and unmade many at a time', async () => {
    const { town } = await chain();
    const id = `md5('place ' || g)::uuid`;
    await write(() =>
      db.query(
        `insert into location (id, name, parent_id) select ${id}, g, case when g = 1 then $1::uuid else md5('place ' || g / 2)::uuid end
        from generate_series(200, 1, -1) g`,
        [town],
      ),
    );
    await expectKept();
    await write(() =>
      db.query(`delete from location where id in (select ${id} from generate_series(1, 200) g)`),
    );
    await expectKept();
  });
});

/** How many random writes; `npm run soak -- kept` makes many more. */
const writes = Number(process.env.CLAIMGRAPH_KEPT_WRITES ?? 500);
jest.setTimeout(writes * 200 + 30_000);

describe('kept lists', () => {
  test('are what their definition says after any writes', async () => {
    const roll = dice(20180703);
    const pick = (ids: string[]) => ids[roll(ids.length)]!;
    const ids: Record<'location' | 'faction' | 'source' | 'claim', string[]> = {
      location: [],
      faction: [],
      source: [],
      claim: [],
    };
    const day = (after = 0) =>
      new Date(Date.UTC(2018, 5, 20 + roll(60) + after)).toISOString().slice(0, 10);
    /** Some of a day, some as long as a class of spans is at its ends, some open or unknown. */
    const dates = () => {
      const [a, b] = [day(), day(100 + 2 ** (1 + roll(12)))];
      const near = new Date(Date.parse(a) + (2 ** roll(13) - roll(2)) * 86_400_000)
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
      ][roll(7)]!;
    };
    const kinds = ['OTHER', 'CLASH', 'LOOTING'];
    const number = () => (roll(3) ? roll(50) : null);
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
        ...(table === 'speaker' && { attribution: roll(2) }),
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
        for (const table of lists) for (let i = roll(3); i >= 0; i--) await child(table, claim, i);
      },
      () =>
        db.query('update location set parent_id = $2 where id = $1', [
          pick(ids.location),
          roll(3) ? pick(ids.location) : null,
        ]),
      () =>
        insert('location_also_in', {
          location_id: pick(ids.location),
          position: roll(3),
          area_id: pick(ids.location),
        }),
      () =>
        db.query('update location_also_in set area_id = $2 where location_id = $1', [
          pick(ids.location),
          pick(ids.location),
        ]),
      () => db.query('delete from location_also_in where location_id = $1', [pick(ids.location)]),
      () => child(lists[roll(3)]!, pick(ids.claim), 5),
      () => {
        const table = lists[roll(3)]!;
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
        db.query(`delete from ${lists[roll(3)]} where claim_id = $1 and position = $2`, [
          pick(ids.claim),
          roll(3),
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
        if (roll(2)) await make('quantity', { ...figure(), part_of });
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
          'update claim set withdrawn_at = case when withdrawn_at is null then write_time() end where id = $1',
          [pick(ids.claim)],
        ),
      () =>
        roll(4)
          ? Promise.resolve()
          : db.query('delete from claim where id = $1', [pick(ids.claim)]),
    ];
    const refused: Record<string, number> = {};
    const spans = new Set<unknown>();
    for (let i = 0; i < writes; i++) {
      const step = steps[i < 20 ? 0 : roll(steps.length)]!;
      await write(step).catch((error: { code: string }) => {
        refused[error.code] = (refused[error.code] ?? 0) + 1; // a cycle, or a position or claim that is not free
      });
      if (i % 10 !== 9) continue;
      await expectKept();
      for (const { span } of await rows('select span from claim_within where span is not null'))
        spans.add(span);
    }
    await expectKept();
    expect(
      Object.keys(refused).filter((code) => !['CG001', '23503', '23505'].includes(code)),
    ).toEqual([]);
    for (const kept of Object.keys(definitions))
      expect(await one(`select count(*)::int from ${kept.split('(')[0]}`)).toBeGreaterThan(5);
    expect(await one('select max(depth) from location_within')).toBeGreaterThan(2);
    expect([...spans].sort((a, b) => Number(a) - Number(b))).toEqual([
      -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(await rows('select * from broken_writes()')).toEqual([]);
  });
});

describe('names', () => {
  test.each(['source', 'faction', 'location'])('give a %s the one it goes by', async (owner) => {
    const { id } = await record(owner, { name: 'Old' });
    const name = () => one(`select name from ${owner} where id = $1`, [id]);
    const names = `name where ${owner}_id = $1`;
    await write(() =>
      make('name', { position: 1, text: 'Alias', kind: 'ALIAS', [`${owner}_id`]: id }),
    );
    expect(await name()).toBe('Alias');
    await write(async () => {
      await make('name', { position: 3, text: 'Second', kind: 'PRIMARY', [`${owner}_id`]: id });
      await make('name', { position: 2, text: 'First', kind: 'PRIMARY', [`${owner}_id`]: id });
    });
    expect(await name()).toBe('First');
    await write(() =>
      db.query(`update name set text = 'Renamed' where ${owner}_id = $1 and position = 2`, [id]),
    );
    expect(await name()).toBe('Renamed');
    await write(() => db.query(`delete from ${names} and kind = 'PRIMARY'`, [id]));
    expect(await name()).toBe('Alias');
    await write(() => db.query(`delete from ${names}`, [id]));
    expect(await name()).toBe('Alias');
    expect(await one('select max(version) from revision where record_id = $1', [id])).toBe(6);
  });
});
