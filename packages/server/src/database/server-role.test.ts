import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { endPrograms, launch, launchCommand, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { migrateEmbedded, migrateFor } from './server-role.ts';

const role = `server_${process.pid}`;
let ownerUrl: string;
let owner: pg.Client;
let server: pg.Client;
let api: Api;

beforeAll(async () => {
  ownerUrl = await scratchDatabase('sample');
  owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query(`create role ${role} login password 'only-a-test'`);
  await migrateFor(ownerUrl, role);
  const url = new URL(ownerUrl);
  Object.assign(url, { username: role, password: 'only-a-test' });
  server = new pg.Client(url.href);
  await server.connect();
  api = await startApi('sample', { databaseUrl: url.href });
});
afterAll(async () => {
  await endPrograms();
  await api.stop();
  await server.end();
  await owner.query(`drop owned by ${role}; drop role ${role}`);
  await owner.end();
});

/** The code of PostgreSQL's error for some statements in one transaction. */
const refusalOf = async (...statements: string[]): Promise<string | undefined> => {
  try {
    await server.query('begin');
    for (const each of statements) await server.query(each);
    return undefined;
  } catch (error) {
    return (error as pg.DatabaseError).code;
  } finally {
    await server.query('rollback');
  }
};

const missingPrivilege = '42501';
const refusedByTrigger = '55000';

describe('a server with a role of its own', () => {
  test('reads, writes, withdraws, restores and imports', async () => {
    const { createReport } = await api.data(
      'mutation { createReport(input: { kind: ARTICLE, title: "By the role" }) { report { id } } }',
    );
    const { id } = createReport.report;
    const updated = await api.data(
      `mutation ($id: ID!) {
        updateReport(id: $id, expectedVersion: 1, input: { title: "Again" }) { report { version } }
        withdrawReport(id: $id, expectedVersion: 2, rationale: "A test.") { report { version } }
        restoreReport(id: $id, expectedVersion: 3, rationale: "A test.") { report { version } }
      }`,
      { id },
    );
    expect(updated.restoreReport.report.version).toBe(4);
    const path = new URL('/import/ucdp?release=19.1', api.url);
    const response = await fetch(path, { method: 'POST', body: ucdpFile({ id: '77' }) });
    expect(response.status).toBe(200);
    const { reports } = await api.data('{ reports(filter: { text: "Again" }) { totalCount } }');
    expect(reports.totalCount).toBe(1);
    expect(api.faults).toEqual([]);
  });

  test('cannot create, alter, drop or truncate anything', async () => {
    for (const statement of [
      'create table mine (id int)',
      'create function mine() returns int language sql as $$ select 1 $$',
      'alter table claim add column mine int',
      'alter table claim disable trigger all',
      'drop table claim',
      'drop trigger history_insert on claim',
      'drop function close_write()',
      'create or replace function write_seq() returns bigint language sql as $$ select 1 $$',
      'truncate claim',
      'truncate write_log',
      'set session_replication_role = replica',
      'alter role current_user superuser',
    ])
      expect([statement, await refusalOf(statement)]).toEqual([statement, missingPrivilege]);
  });

  test('cannot write past the log, or change it and the histories', async () => {
    const title = `update report set title = 'Unlogged'`;
    expect(await refusalOf(title)).toBe(refusedByTrigger);
    const changeLog = `update write_log set rationale = 'Another.'`;
    expect(await refusalOf(changeLog)).toBe(refusedByTrigger);
    expect(await refusalOf('delete from write_log')).toBe(refusedByTrigger);
    for (const statement of [
      `update write_log set by = 'somebody'`,
      `update revision set by = 'somebody'`,
      'delete from revision',
      `update report_history set title = 'Other'`,
      'delete from claim_history',
      'delete from migrations',
      'update routines set stamp = null',
    ])
      expect([statement, await refusalOf(statement)]).toEqual([statement, missingPrivilege]);
  });

  test('protects a source, although it cannot change the past itself', async () => {
    const { createSource } = await api.data(
      `mutation {
        createSource(input: { kind: PERSON, names: [{ text: "Ilka Varnholt", kind: PRIMARY }] }) {
          source { id }
        }
      }`,
    );
    const { updateSource } = await api.data(
      `mutation ($id: ID!) {
        updateSource(
          id: $id, expectedVersion: 1, input: { protection: PROTECTED }, rationale: "A test."
        ) { source { name } }
      }`,
      { id: createSource.source.id },
    );
    expect(updateSource.source.name).toMatch(/^Source /);
    const { rows } = await owner.query(
      `select name from source_history where name = 'Ilka Varnholt'`,
    );
    expect(rows).toEqual([]);
    expect(api.faults).toEqual([]);
  });

  const openWrite = `select open_write('somebody', 'something')`;
  const beginScrub = `select begin_scrub('REPORT', array(select id from report))`;

  test('cannot pretend a scrub to change the log and the past', async () => {
    const pretended = `select set_config('claimgraph.scrub', 'on', true)`;
    for (const statement of [
      `insert into scrubbed values (write_seq(), 'REPORT', gen_random_uuid())`,
      'delete from scrubbed',
      `insert into recommitment (seq, digest, target_seq) values (write_seq(), '', 1)`,
      'update recommitment set salt = null',
      'delete from recommitment',
      `update identity_reading set viewer = 'somebody'`,
      'delete from identity_reading',
      `update write_log set by = 'somebody'`,
      "select replace_record_id('REPORT', id, gen_random_uuid()) from report",
      `select scrub_rationale(1, 'Another reason.')`,
      `select rewrite_texts('write_log', '{seq}', '{by}', '[{ "seq": 1, "by": "somebody" }]')`,
      `select rewrite_texts('report_history', '{id}', '{title}', '[]')`,
      `select rewrite_texts('import_run', '{id}', '{file,id}', '[]')`,
    ])
      expect([statement, await refusalOf(openWrite, beginScrub, pretended, statement)]).toEqual([
        statement,
        missingPrivilege,
      ]);
    const reason = `update write_log set rationale = 'Another.' where seq < write_seq()`;
    expect(await refusalOf(openWrite, beginScrub, reason)).toBe(refusedByTrigger);
  });

  test('cannot scrub without a trace', async () => {
    for (const statements of [[], ['select end_scrub()']])
      expect(
        await refusalOf(
          openWrite,
          beginScrub,
          ...statements,
          'delete from write_log where seq = write_seq()',
        ),
      ).toBe(refusedByTrigger);
    await server.query('begin');
    const { rows } = await server.query(openWrite);
    await server.query(beginScrub);
    await server.query('select end_scrub(), close_write()');
    const written = await server.query('select from write_log where seq = $1', [
      rows[0].open_write,
    ]);
    await server.query('rollback');
    expect(written.rowCount).toBe(1);
  });

  test('runs nothing of its own with the rights of the owner', async () => {
    const asWhom = `create function pg_temp.run() returns trigger language plpgsql as
      $$ begin raise '%', current_user using errcode = 'CGRUN'; end $$`;
    const domain = `create function pg_temp.run(x pg_catalog.text) returns boolean
      language plpgsql as $$ begin
        if current_user <> session_user then raise 'owner' using errcode = 'CGRUN'; end if;
        return true;
      end $$`;
    const temporary = 'create temp table scrubbed (like public.scrubbed including all)';
    const trigger = `create trigger run before insert on pg_temp.scrubbed
      for each row execute function pg_temp.run()`;
    const text = 'create domain pg_temp.text as pg_catalog.text check (pg_temp.run(value))';
    const compile = `select contents_query('REPORT', false, false)`;
    for (const attack of [
      [temporary, asWhom, trigger, openWrite, beginScrub],
      [domain, text, compile, openWrite, beginScrub],
    ])
      expect(await refusalOf(...attack)).toBe(missingPrivilege);
    // A function in the session that only the search path keeps from running.
    const known = `create trigger run before insert on pg_temp.scrubbed
      for each row execute function refuse_log_change()`;
    expect(await refusalOf(temporary, known, openWrite, beginScrub)).toBeUndefined();
  });

  test('cannot leave a write open', async () => {
    await server.query('begin');
    await server.query(`select open_write('somebody', 'something')`);
    await server.query(`update report set title = 'Open' where title = 'Again'`);
    await expect(server.query('commit')).rejects.toMatchObject({ code: refusedByTrigger });
  });

  test('is refused as the owner of the tables', async () => {
    await expect(migrateFor(ownerUrl, new URL(ownerUrl).username)).rejects.toThrow(
      /the owner of the tables/,
    );
  });
});

test('a server starts with a role of its own after claimgraph migrate', async () => {
  const url = await scratchDatabase();
  const serverUrl = Object.assign(new URL(url), { username: role, password: 'only-a-test' }).href;
  const folder = newFolder();
  const unprepared = await launch(folder, { DATABASE_URL: serverUrl }).ended;
  expect(unprepared.code).toBe(1);
  expect(unprepared.err).toMatch(/must own the database.*claimgraph migrate/s);
  const urls = { DATABASE_URL: serverUrl, CLAIMGRAPH_MIGRATE_URL: url };
  const { code, out } = await launchCommand(folder, ['migrate'], urls).ended;
  expect(out).toBe(`The database is at this version, and ${role} may run a server on it.\n`);
  expect(code).toBe(0);
  const started = await launch(folder, { DATABASE_URL: serverUrl, PORT: '0' }).ready;
  expect((await fetch(new URL('/ready', started))).status).toBe(200);
  await endPrograms();
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`drop owned by ${role}`);
  await client.end();
});

test('the embedded PostgreSQL has such a role, with a password for each start', async () => {
  const [first, second] = [await migrateEmbedded(ownerUrl), await migrateEmbedded(ownerUrl)];
  const connect = async (url: string) => {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(
      'select usesuper, usecreatedb from pg_user where usename = user',
    );
    await client.end();
    return rows[0];
  };
  expect(await connect(second)).toEqual({ usesuper: false, usecreatedb: false });
  await expect(connect(first)).rejects.toMatchObject({ code: '28P01' });
  await owner.query('drop owned by claimgraph_server');
});

describe('connections that requests read on', () => {
  test('cannot change anything by any statement', async () => {
    const write = api.readPool.query(`insert into touched values (1, 'Report', gen_random_uuid())`);
    await expect(write).rejects.toMatchObject({ code: '25006' });
    const log = api.readPool.query(`select open_write('somebody', 'something')`);
    await expect(log).rejects.toMatchObject({ code: '25006' });
  });

  test('are the only ones on which the server sends a query', async () => {
    const sent = { reads: 0, others: 0 };
    const count = (name: keyof typeof sent) => () => {
      sent[name] += 1;
    };
    api.readPool.on('acquire', count('reads'));
    const { poolOf } = await import('./data-source.ts');
    poolOf(api.database).on('acquire', count('others'));
    await api.data('{ claims { totalCount } reports { totalCount } }');
    await api.data('{ claims { totalCount } }');
    expect(sent.reads).toBeGreaterThan(0);
    expect(sent.others).toBe(0);
  });
});
