import { afterAll, describe, expect, test } from '@jest/globals';
import { scratchLedger } from './ledger.testing.ts';

const { db, rows, one, write, insert, record, installHistories } = await scratchLedger();
afterAll(() => db.end());

const changes = (type: string, id: string, at: string) =>
  rows<{ path: string[]; before: string | null; after: string | null }>(
    'select * from row_changes($1, $2, $3)',
    [type, id, at],
  );
const revisions = (id: string) =>
  rows('select version, change from revision where record_id = $1 order by version', [id]);

describe('history', () => {
  const history = (id: string) =>
    rows('select statement, version from claim_history where id = $1 order by valid_to', [id]);

  test('has one past row per write, and none if nothing changed', async () => {
    const { id } = await record('claim', { statement: 'A', amount: '1.0' });
    const at = await write(() =>
      db.query('update claim set statement = statement, amount = 1.0 where id = $1', [id]),
    );
    expect(await history(id)).toEqual([]);
    expect(await one('select valid_from < $2 from claim where id = $1', [id, at])).toBe(true);
    await write(async () => {
      await db.query(`update claim set statement = 'B' where id = $1`, [id]);
      await db.query(`update claim set statement = 'C' where id = $1`, [id]);
    });
    expect(await history(id)).toEqual([{ statement: 'A', version: 1 }]);
    // Another precision of a number is a change.
    await write(() => db.query('update claim set amount = 1.00 where id = $1', [id]));
    expect(await history(id)).toHaveLength(2);
    expect(await revisions(id)).toEqual(
      [1, 2, 3].map((version) => ({ version, change: version === 1 ? 'CREATED' : 'UPDATED' })),
    );
  });

  test('raises the version of a record once per write, even if a statement raised it', async () => {
    const place = await record('location', { name: 'P' });
    const { id } = await record('claim', { statement: 'A' });
    const at = await write(async () => {
      await db.query(`update claim set statement = 'B', version = version + 1 where id = $1`, [id]);
      await insert('claim_place', { claim_id: id, position: 0, location_id: place.id });
      await insert('claim_place', { claim_id: id, position: 1, location_id: place.id });
    });
    expect(await revisions(id)).toEqual([
      { version: 1, change: 'CREATED' },
      { version: 2, change: 'UPDATED' },
    ]);
    await write(() =>
      db.query('delete from claim_place where claim_id = $1 and position = 1', [id]),
    );
    await write(() => db.query('update claim set withdrawn_at = write_time() where id = $1', [id]));
    expect((await revisions(id)).slice(2)).toEqual([
      { version: 3, change: 'UPDATED' },
      { version: 4, change: 'WITHDRAWN' },
    ]);
    expect(
      await rows(
        `select version, updated_at = valid_from as same, created_at < $2 as older
        from claim where id = $1`,
        [id, at],
      ),
    ).toEqual([{ version: 4, same: true, older: true }]);
    expect(await revisions(place.id)).toHaveLength(1);
    const other = await record('claim', { statement: 'O' });
    await write(() =>
      db.query('update claim_place set claim_id = $2 where claim_id = $1', [id, other.id]),
    );
    expect([(await revisions(id)).length, (await revisions(other.id)).length]).toEqual([5, 2]);
  });

  test('notes both ends of a link, and an owner that another table names', async () => {
    const [a, b] = [
      await record('claim', { statement: 'A' }),
      await record('claim', { statement: 'B' }),
    ];
    const [f, g] = [await record('faction', { name: 'F' }), await record('faction', { name: 'G' })];
    const link = await record('claim_link', { from_id: a.id, to_id: b.id });
    const relation = await record('faction_relation', { from_id: f.id, to_id: g.id });
    const ground = await write(() =>
      insert('relation_claim', { relation_id: relation.id, claim_id: a.id }),
    );
    const counts = [];
    for (const { id } of [a, b, f, g]) counts.push((await revisions(id)).length);
    expect(counts).toEqual([2, 2, 3, 2]);
    expect(await changes('CLAIM', b.id, link.at)).toEqual([
      { path: ['linkedBy', link.id, 'from'], before: null, after: a.id },
    ]);
    const path = ['grounds', `${relation.id}.clm_${a.id}`, 'claim'];
    expect(await changes('FACTION', f.id, ground)).toEqual([
      { path, before: null, after: `clm_${a.id}` },
    ]);
    const end = await write(async () => {
      await db.query('delete from relation_claim');
      await db.query('delete from faction_relation');
    });
    expect(await changes('FACTION', f.id, end)).toContainEqual({
      path,
      before: `clm_${a.id}`,
      after: null,
    });
  });

  test('shows what a write created, changed, added to a list and removed from it', async () => {
    const place = await record('location', { name: 'P' });
    const { id, at } = await record('claim', {
      statement: 'A',
      about: '{"b": [1]}',
      occurred_latest: '2018-07-01',
    });
    const edit = await write(async () => {
      await db.query(`update claim set statement = 'B', occurred_latest = null where id = $1`, [
        id,
      ]);
      await insert('claim_place', {
        claim_id: id,
        position: 10,
        location_id: place.id,
        role: 'TARGET',
      });
      await insert('claim_place', { claim_id: id, position: 2, location_id: place.id });
    });
    const end = await write(() =>
      db.query('delete from claim_place where claim_id = $1 and position = 10', [id]),
    );
    const created = [
      { path: ['statement'], before: null, after: 'A' },
      { path: ['about'], before: null, after: '{"b": [1]}' },
      { path: ['occurred', 'latest'], before: null, after: '2018-07-01' },
    ];
    expect(await changes('CLAIM', id, at)).toEqual(created);
    expect(await changes('CLAIM', id, edit)).toEqual([
      { path: ['statement'], before: 'A', after: 'B' },
      { path: ['occurred', 'latest'], before: '2018-07-01', after: null },
      { path: ['places', '2', 'location'], before: null, after: `loc_${place.id}` },
      { path: ['places', '10', 'location'], before: null, after: `loc_${place.id}` },
      { path: ['places', '10', 'role'], before: null, after: 'TARGET' },
    ]);
    expect(await changes('CLAIM', id, end)).toEqual([
      { path: ['places', '10', 'location'], before: `loc_${place.id}`, after: null },
      { path: ['places', '10', 'role'], before: 'TARGET', after: null },
    ]);
  });

  test('follows an added, changed or dropped column, and refuses a renamed one', async () => {
    const { id } = await record('source', { name: 'A' });
    const columns = (table: string) =>
      one<string[]>(`select array_agg(name || ' ' || type order by place) from columns_of($1)`, [
        table,
      ]);
    for (const change of [
      'add column rank int',
      'alter column rank type text',
      'add column motto text',
      'drop column rank',
    ]) {
      await write(() => db.query('update source set name = name || 1 where id = $1', [id]));
      await db.query(`alter table source ${change}`);
      await installHistories();
      expect(await columns('source_history')).toEqual(await columns('source'));
    }
    await write(() => db.query(`update source set motto = 'M' where id = $1`, [id]));
    await write(() => db.query(`update source set motto = 'N' where id = $1`, [id]));
    expect(
      await rows('select name, motto from source_history where id = $1 order by valid_to', [id]),
    ).toEqual(
      ['A', 'A1', 'A11', 'A111', 'A1111', 'A1111'].map((name, i) => ({
        name,
        motto: i === 5 ? 'M' : null,
      })),
    );
    await db.query('alter table source rename column motto to creed');
    await expect(installHistories()).rejects.toThrow(
      'Column creed of source looks like motto, renamed.',
    );
    await db.query('alter table source_history rename column motto to creed');
    await installHistories();
    await db.query('alter table source drop column name cascade, add column name text');
    await expect(installHistories()).rejects.toThrow(
      'The columns of source_history are in another order',
    );
    await db.query('alter table source_history drop column name');
    await installHistories();
  });
});
