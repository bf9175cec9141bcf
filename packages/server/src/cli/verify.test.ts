import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { newFolder } from '../testing/program.ts';
import { runCommand } from './command.testing.ts';
import { faultsIn } from './verify/tampering.testing.ts';

// Each command is a process that loads the whole program.
jest.setTimeout(120_000);

let api: Api;
const databaseUrl = () => (api.database.options as { url: string }).url;
const verify = (...args: string[]) =>
  runCommand(newFolder(), ['verify', ...args], { DATABASE_URL: databaseUrl() });

beforeAll(async () => {
  api = await startApi();
  const make = fixtures(api);
  const id = await make.aSource('Rima Sallum');
  for (const [version, role] of ['clerk', 'editor'].entries())
    await api.data(
      `mutation ($id: ID!, $version: Int!, $input: UpdateSourceInput!) {
        updateSource(id: $id, expectedVersion: $version, input: $input) { source { id } } }`,
      { id, version: version + 1, input: { role } },
    );
  await make.aClaim({ sourceId: id });
});
afterAll(() => api.stop());

const faultsAfter = (change: string) => faultsIn(api)(change);

const lastSeq = '(select max(seq) from write_log)';
const role = `(select id from source where role = 'editor')`;

describe('claimgraph verify', () => {
  test('says what it checked, and the last write', async () => {
    const { code, out, err } = await verify();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ok {4}writes have the hash of their contents .* \(\d+\)$/m);
    expect(out).toMatch(
      /^The last write is 6 \(.*\), hash [0-9a-f]{64}\.\nThe ledger is sound\.$/m,
    );
    expect(out).not.toMatch(/^FAULT/m);
  });

  test('changes nothing', async () => {
    const catalogue = () =>
      api.database.query(
        `select (select count(*) from pg_proc) as functions, (select count(*) from pg_namespace),
           (select count(*) from write_log) as writes`,
      );
    const before = await catalogue();
    await verify();
    expect(await catalogue()).toEqual(before);
  });

  test('finds a log that was cut off, by the hash of an earlier write', async () => {
    const { out } = await verify('--json');
    const { isSound, lastWrite } = JSON.parse(out);
    expect(isSound).toBe(true);
    expect((await verify('--head', lastWrite.hash)).code).toBe(0);
    const other = await verify('--hash', 'ab'.repeat(32));
    expect([other.code, other.out]).toEqual([1, expect.stringMatching(/abab is not in the log/)]);
    const wrong = await verify('--head', 'ab');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/64 hexadecimal digits/)]);
  });

  test('finds a log whose hashes were computed again, by the head of the true one', async () => {
    const head = await runCommand(newFolder(), ['head'], { DATABASE_URL: databaseUrl() });
    expect(head.out).toMatch(/^[0-9a-f]{64}\n$/);
    expect(head.err).toMatch(/^It is the hash of write 6 /);
    const saved = await api.database.query('select by, hash from write_log order by seq');
    await api.database.query(`begin; set local session_replication_role = replica;
      update write_log set by = 'you' where seq = 6;
      update revision set by = 'you' where seq = 6;
      update write_log set hash =
        write_hash(seq, at, by, action, previous_hash, write_leaves(seq)) where seq = 6;
      commit`);
    try {
      expect((await verify()).code).toBe(0);
      expect((await verify('--head', head.out.trim())).code).toBe(1);
    } finally {
      const [{ by, hash }] = saved.slice(-1);
      const runner = api.database.createQueryRunner();
      await runner.query('begin; set local session_replication_role = replica');
      await runner.query('update revision set by = $1 where seq = 6', [by]);
      await runner.query('update write_log set by = $1, hash = $2 where seq = 6', [by, hash]);
      await runner.query('commit');
      await runner.release();
    }
    expect((await verify('--head', head.out.trim())).code).toBe(0);
  });

  test('names each fault and exits with 1', async () => {
    const change = (author: string) =>
      api.database.query(`begin; set local session_replication_role = replica;
        update write_log set by = '${author}' where seq = 2; commit`);
    await change('x');
    try {
      const { code, out } = await verify();
      expect(code).toBe(1);
      expect(out).toMatch(/^FAULT writes have .*: 1 wrong\n {6}write 2 was changed$/m);
      expect(out).toMatch(/The ledger is not sound: 2 wrong\.\n$/);
    } finally {
      await change('local');
    }
    expect((await verify()).code).toBe(0);
  });

  const ofLog = /^write \d+ (was changed|does not follow the write before)/;
  test.each<[what: string, change: string, found: RegExp]>([
    ['the author of a write', `update write_log set by = 'you' where seq = 2`, ofLog],
    ['the action of a write', `update write_log set action = 'x' where seq = 2`, ofLog],
    [
      'the reason of a write',
      `update write_log set rationale = 'x' where seq = 2`,
      /^the reason of write 2 was changed$/,
    ],
    ['the time of a write', `update write_log set at = at + interval '1 us' where seq = 2`, ofLog],
    ['the hash of a write', `update write_log set hash = '\\x00' where seq = 2`, ofLog],
    ['the hash before a write', `update write_log set previous_hash = null where seq = 2`, ofLog],
    ['a missing write', 'delete from write_log where seq = 2', ofLog],
    ['a missing first write', 'delete from write_log where seq = 1', ofLog],
    [
      'a missing last write, with its revisions',
      `delete from revision where seq = ${lastSeq}; delete from write_log where seq = ${lastSeq}`,
      /^version 1 of clm_\S+ is not in the log$/,
    ],
    [
      'an open write',
      `insert into write_log (at, by, action) values (now(), 'me', 'x')`,
      /^write \d+ not closed/,
    ],
    [
      'a write at an earlier time',
      `insert into write_log (at, by, action) values ('2001-01-01', 'me', 'x')`,
      /^write \d+ is not later/,
    ],
    [
      'the author of a revision',
      `update revision set by = 'you' where seq = 2`,
      /^revision 1 of \S+ differs from write 2$/,
    ],
    [
      'the change of a revision',
      `update revision set change = 'WITHDRAWN' where seq = 2`,
      /^version 1 of src_\S+ has other contents .*: its entry in the log was changed$/,
    ],
    [
      'the record of a revision',
      'update revision set record_id = gen_random_uuid()',
      /^version 1 of clm_\S+ has other contents/,
    ],
    [
      'a missing revision',
      `delete from revision where version = 2 and record_id = ${role}`,
      /^revision 3 of \S+ has the number 3 instead of 2$/,
    ],
    [
      'a revision of no write',
      `update revision set seq = 999 where version = 3`,
      /^revision 3 of \S+ belongs to write 999, which is missing$/,
    ],
    [
      'the version of a record',
      `update source set version = 9 where id = ${role}`,
      /^version 9 of src_\S+ is current, but the log ends with 3$/,
    ],
    [
      'the time of creation of a record',
      `update source set created_at = now() where id = ${role}`,
      /^version 3 of src_\S+ was created at another time/,
    ],
    [
      'a missing record',
      `delete from source where id = ${role}`,
      /^version 3 of src_\S+ is in the log, but not in the history$/,
    ],
    [
      'a missing past row',
      `delete from source_history where role = 'clerk'`,
      /^version 2 of src_\S+ is in the log, but not in the history$/,
    ],
    [
      'an invented past row',
      `insert into source_history select * from source_history where role = 'clerk'`,
      /has two states at once$/,
    ],
    [
      'the end of a past row',
      `update source_history set valid_to = now() where role = 'clerk'`,
      /^version 2 of src_\S+ ends at another time than the next version begins$/,
    ],
    [
      'the beginning of a row of a list',
      'update speaker set valid_from = now()',
      /^speaker \S+ .* begins at the time of no write$/,
    ],
    [
      'a missing row that others refer to',
      `delete from attribution where claim_id = (select max(id::text)::uuid from claim)`,
      /^speaker \S+ .* refers to a missing attribution$/,
    ],
    [
      'a missing row of an index table',
      `delete from claim_of_source
       where claim_id = (select max(claim_id::text)::uuid from speaker)`,
      /^claim_of_source \S+ \S+ is missing$/,
    ],
    [
      'a row of an index table that is left over',
      `update claim_of_faction set claim_id = gen_random_uuid()`,
      /^claim_of_faction \S+ \S+ is left over$/,
    ],
    [
      'the status of a claim in an index table',
      `update claim_within set status = 'REFUTED'`,
      /^claim_within \S+ \S+ differs from its claim$/,
    ],
    [
      'a disabled trigger',
      'alter table claim disable trigger history_update',
      /^trigger history_update of claim is disabled$/,
    ],
    [
      'a missing trigger',
      'drop trigger log_append_only on revision',
      /^trigger log_append_only of revision is missing$/,
    ],
    [
      'a function that finds nothing, over a changed write',
      `update write_log set by = 'you' where seq = 2;
       create or replace function broken_writes() returns table (seq bigint, problem text)
       stable language plpgsql as $$ begin end $$`,
      ofLog,
    ],
    [
      'a changed function',
      `create or replace function refuse_log_change() returns trigger language plpgsql
       as $$ begin return new; end $$`,
      /^function refuse_log_change was changed$/,
    ],
  ])('finds tampering: %s', async (_what, change, found) => {
    expect(await faultsAfter(change)).toContainEqual(expect.stringMatching(found));
  });

  test('lists writes that replaced commitments, and those after the given head', async () => {
    const head = await runCommand(newFolder(), ['head'], { DATABASE_URL: databaseUrl() });
    await api.database.query(`begin; select open_write('Ada', 'eraseRole');
      select begin_scrub('SOURCE', array(select id from source limit 1));
      update source set role = 'x' where id = (select id from source limit 1);
      select close_write(); commit`);
    const { code, out } = await verify('--head', head.out.trim());
    expect(out).toMatch(/AFTER THE HEAD: write \d+ by Ada: eraseRole\n/);
    expect(code).toBe(0);
    expect((await verify()).out).toMatch(/^ {6}write \d+ by Ada: eraseRole$/m);
  });

  test('finds a sequence that was set back', async () => {
    const sequence = `pg_get_serial_sequence('write_log', 'seq')`;
    expect(await faultsAfter(`select setval(${sequence}, 1)`)).toEqual([
      'write_log its sequence is behind its last write',
    ]);
    // Sequences are not in transactions.
    await api.database.query(`select setval(${sequence}, (select max(seq) from write_log))`);
  });

  test('finds nothing after a change that was undone', async () => {
    expect(await faultsAfter('select 1')).toEqual([]);
  });
});
