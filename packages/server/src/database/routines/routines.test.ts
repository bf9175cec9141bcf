import { afterAll, describe, expect, test } from '@jest/globals';
import { scratchLedger } from './ledger.testing.ts';

const { db, rows, one, write, insert, make, record, keepHistory } = await scratchLedger();
afterAll(() => db.end());

const changes = (type: string, id: string, at: string) =>
  rows<{ path: string[]; before: string | null; after: string | null }>(
    'select * from row_changes($1, $2, $3)',
    [type, id, at],
  );
const revisions = (id: string) =>
  rows('select version, change from revision where record_id = $1 order by version', [id]);

describe('the log', () => {
  test('refuses a change outside a write, also on a connection that had one before', async () => {
    const { id } = await record('source', { name: 'A' });
    const refused = { code: '55000' };
    await expect(make('source', { name: 'B' })).rejects.toMatchObject(refused);
    await expect(
      make('source', {
        name: 'B',
        valid_from: new Date(),
        created_at: new Date(),
        updated_at: new Date(),
      }),
    ).rejects.toMatchObject(refused);
    await expect(
      db.query(`update source set name = 'C' where id = $1`, [id]),
    ).rejects.toMatchObject(refused);
    await expect(db.query('delete from source where id = $1', [id])).rejects.toMatchObject(refused);
    await expect(db.query('truncate source cascade')).rejects.toMatchObject(refused);
    await db.query(`begin; select open_write('me', 'x'); rollback`);
    await expect(db.query('select write_time()')).rejects.toMatchObject(refused);
    await db.query(`set claimgraph.at = '2020-01-01'; set claimgraph.seq = '1'`);
    await expect(
      db.query(`update source set name = 'C' where id = $1`, [id]),
    ).rejects.toMatchObject(refused);
    await db.query('reset claimgraph.at; reset claimgraph.seq');
    await expect(
      write(() => make('source', { name: 'B', valid_from: new Date() })),
    ).rejects.toMatchObject(refused);
    expect(await one('select name from source where id = $1', [id])).toBe('A');
  });

  test('refuses a commit of a write that was not closed', async () => {
    await expect(write(() => make('source', { name: 'A' }), false)).rejects.toMatchObject({
      code: '55000',
    });
  });

  test('gives all rows of a write one time', async () => {
    const at = await write(async () => {
      await make('source', { name: 'A' });
      await db.query('select pg_sleep(0.01)');
      await make('faction', { name: 'B' });
    });
    expect(
      await one(
        'select count(*)::int from source, faction where source.valid_from = $1 and faction.valid_from = $1',
        [at],
      ),
    ).toBe(1);
    expect(
      await one('select at = $1 and by = $2 from write_log order by seq desc limit 1', [at, 'me']),
    ).toBe(true);
  });

  test('lets time rise strictly while the clock stands still', async () => {
    await db.query('begin'); // the log's last time lies ahead of the clock: it cannot be what moves the times here
    await db.query(
      `insert into write_log (at, by, action, hash) values (clock_timestamp() + interval '1 hour', 'me', 'test', '\\x00')`,
    );
    const last = await one<string>('select max(at)::text from write_log');
    for (const micros of [1, 2]) {
      await db.query(`select open_write('me', 'test')`);
      expect(
        await one(`select write_time() - $1::timestamptz = make_interval(secs => $2 / 1e6)`, [
          last,
          micros,
        ]),
      ).toBe(true);
      await make('source', { name: 'A' });
      await db.query('select close_write()');
    }
    await db.query('rollback');
  });

  test('keeps no trace of an empty write', async () => {
    const before = await one('select count(*) from write_log');
    const { id } = await record('source', { name: 'A' });
    await write(async () => {});
    await write(() => db.query('update source set name = name where id = $1', [id]));
    await write(() => db.query('delete from source where false'));
    expect(await one('select count(*) from write_log')).toBe(String(Number(before) + 1));
    expect(await one('select count(*)::int from touched')).toBe(0);
  });

  test('is a chain that shows tampering, and refuses it', async () => {
    const { id, at } = await record('source', { name: 'A' });
    await record('source', { name: 'B' });
    expect(await rows('select * from broken_writes()')).toEqual([]);
    const seq = await one<string>('select seq from write_log where at = $1', [at]);
    for (const change of [
      `update write_log set by = 'you' where seq = ${seq}`,
      `delete from write_log where seq = ${seq}`,
      'truncate write_log cascade',
      `update revision set change = 'UPDATED' where seq = ${seq}`,
      `delete from revision where seq = ${seq}`,
      'truncate revision',
      `insert into revision (record_id, version, seq) values ('${id}', 9, ${seq})`,
    ]) {
      await expect(db.query(change)).rejects.toMatchObject({ code: '55000' });
      await db.query('begin; set local session_replication_role = replica');
      await db.query(change);
      if (!change.startsWith('truncate'))
        expect(await one('select seq from broken_writes() limit 1')).not.toBeUndefined();
      await db.query('rollback');
    }
    const forged = `insert into revision (record_id, version, seq) values ('${id}', 9, ${seq})`;
    await expect(write(() => db.query(forged))).rejects.toMatchObject({ code: '55000' });
    // Who mends the link of what he changed, and the next one's look back, still breaks the next one.
    await db.query(`begin; set local session_replication_role = replica; update write_log set by = 'you' where seq = ${seq};
      update write_log set hash = write_digest(${seq}) where seq = ${seq};
      update write_log n set previous_hash = w.hash from write_log w where w.seq = ${seq} and n.seq = ${seq} + 1`);
    expect(await rows('select * from broken_writes()')).toEqual([
      { seq: String(Number(seq) + 1), problem: 'was changed' },
    ]);
    await db.query('rollback');
    expect(
      await one(
        `select bool_and(hash is not null and (previous_hash is not null or seq = 1)) from write_log where seq >= ${seq}`,
      ),
    ).toBe(true);
  });
});

describe('history', () => {
  const history = (id: string) =>
    rows('select statement, version from claim_history where id = $1 order by valid_to', [id]);

  test('keeps one past row a write, and none for a change of nothing', async () => {
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
    await write(() => db.query('update claim set amount = 1.00 where id = $1', [id])); // a stated precision is a change
    expect(await history(id)).toHaveLength(2);
    expect(await revisions(id)).toEqual(
      [1, 2, 3].map((version) => ({ version, change: version === 1 ? 'CREATED' : 'UPDATED' })),
    );
  });

  test('raises a version once a write, whatever changed and whoever raised it already', async () => {
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
        'select version, updated_at = valid_from as same, created_at < $2 as older from claim where id = $1',
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

  test('notes both ends of a link, and the record behind another table', async () => {
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

  test('says what a write created, changed, added to a list and took from it', async () => {
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

  test('follows a column that is added, changed or dropped, and will not guess at a renamed one', async () => {
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
      await keepHistory();
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
    await expect(keepHistory()).rejects.toThrow(
      'Column creed of source looks like motto, renamed.',
    );
    await db.query('alter table source_history rename column motto to creed');
    await keepHistory();
    await db.query('alter table source drop column name cascade, add column name text');
    await expect(keepHistory()).rejects.toThrow(
      'The columns of source_history are in another order',
    );
    await db.query('alter table source_history drop column name');
    await keepHistory();
  });
});
