import { afterAll, describe, expect, test } from '@jest/globals';
import { logLock, routineFunctions } from './index.ts';
import { scratchLedger } from './ledger.testing.ts';

const { db, rows, one, write, make, record } = await scratchLedger();
afterAll(() => db.end());

describe('the write log', () => {
  test('refuses a change outside a write, even on a connection that had one before', async () => {
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

  test('refuses to commit a write that is still open', async () => {
    await expect(write(() => make('source', { name: 'A' }), false)).rejects.toMatchObject({
      code: '55000',
    });
  });

  test('gives all rows of a write the same time', async () => {
    const at = await write(async () => {
      await make('source', { name: 'A' });
      await db.query('select pg_sleep(0.01)');
      await make('faction', { name: 'B' });
    });
    expect(
      await one(
        `select count(*)::int from source, faction
        where source.valid_from = $1 and faction.valid_from = $1`,
        [at],
      ),
    ).toBe(1);
    expect(
      await one('select at = $1 and by = $2 from write_log order by seq desc limit 1', [at, 'me']),
    ).toBe(true);
  });

  test('gives each write a later time, even if the clock does not advance', async () => {
    // The last time of the log is ahead of the clock, so the clock cannot be what advances it.
    await db.query('begin');
    await db.query(
      `insert into write_log (at, by, action, hash)
      values (clock_timestamp() + interval '1 hour', 'me', 'test', '\\x00')`,
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

  test('stores nothing for an empty write', async () => {
    const before = await one('select count(*) from write_log');
    const { id } = await record('source', { name: 'A' });
    await write(async () => {});
    await write(() => db.query('update source set name = name where id = $1', [id]));
    await write(() => db.query('delete from source where false'));
    expect(await one('select count(*) from write_log')).toBe(String(Number(before) + 1));
    expect(await one('select count(*)::int from touched')).toBe(0);
  });

  test('refuses tampering, and shows it in the hash chain', async () => {
    const { id, at } = await record('source', { name: 'A' });
    await record('source', { name: 'B' });
    expect(await rows('select * from broken_writes()')).toEqual([]);
    const seq = await one<string>('select seq from write_log where at = $1', [at]);
    for (const change of [
      `update write_log set by = 'you' where seq = ${seq}`,
      `delete from write_log where seq = ${seq}`,
      'truncate write_log cascade',
      `update revision set digest = '\\x00' where seq = ${seq}`,
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
    // Correcting the hash of a changed write and the next write's reference to it breaks the next
    // one.
    await db.query(`begin; set local session_replication_role = replica;
      update write_log set by = 'you' where seq = ${seq};
      update write_log set hash =
        write_hash(seq, at, by, action, previous_hash, write_leaves(seq)) where seq = ${seq};
      update write_log n set previous_hash = w.hash from write_log w
      where w.seq = ${seq} and n.seq = ${seq} + 1`);
    expect(await rows('select * from broken_writes()')).toEqual([
      { seq: String(Number(seq) + 1), problem: 'was changed' },
    ]);
    await db.query('rollback');
    expect(
      await one(
        `select bool_and(hash is not null and (previous_hash is not null or seq = 1))
        from write_log where seq >= ${seq}`,
      ),
    ).toBe(true);
  });

  test('takes the same advisory lock as a start', () => {
    expect(routineFunctions()).toContain(`pg_advisory_xact_lock(${logLock})`);
  });
});
