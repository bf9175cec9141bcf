import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { endPrograms, launch, launchCommand, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import {
  beginScrub,
  connectWithRole,
  missingPrivilege,
  openWrite,
  refusedByTrigger,
  urlWithRole,
} from './server-role.testing.ts';
import { migrateEmbedded, migrateFor } from './server-role.ts';

const role = `server_${process.pid}`;
let ledger: Awaited<ReturnType<typeof connectWithRole>>;
let api: Api;
beforeAll(async () => {
  ledger = await connectWithRole(role);
  api = await startApi('sample', { databaseUrl: ledger.serverUrl });
});
afterAll(async () => {
  await endPrograms();
  await api.stop();
  await ledger.stop();
});

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
      expect([statement, await ledger.refusalOf(statement)]).toEqual([statement, missingPrivilege]);
  });

  test('cannot write past the log, or change it and the histories', async () => {
    const title = `update report set title = 'Unlogged'`;
    expect(await ledger.refusalOf(title)).toBe(refusedByTrigger);
    for (const statement of [
      `update write_log set rationale = 'Another.'`,
      `update write_log set hash = ''`,
      'delete from write_log',
      `insert into write_log (at, by, action) values (now(), 'somebody', 'x')`,
      'insert into revision select * from revision',
      'insert into claim_history select now(), c.* from claim c',
      'insert into row_commitment select * from row_commitment',
      'update row_commitment set salt = null',
      'delete from touched',
      'delete from ledger_key',
      `update ledger_key set secret = 'x'`,
      `update identity_grant set until = until + interval '1 day'`,
      `update identity_grant set viewer = 'somebody'`,
      'delete from identity_grant',
      `update api_key set role = 'ADMIN'`,
      'delete from api_key',
      `update write_log set by = 'somebody'`,
      `update revision set by = 'somebody'`,
      'delete from revision',
      `update report_history set title = 'Other'`,
      'delete from claim_history',
      'delete from migrations',
      'update routines set stamp = null',
    ])
      expect([statement, await ledger.refusalOf(statement)]).toEqual([statement, missingPrivilege]);
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
    const { rows } = await ledger.owner.query(
      `select name from source_history where name = 'Ilka Varnholt'`,
    );
    expect(rows).toEqual([]);
    expect(api.faults).toEqual([]);
  });

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
      expect([
        statement,
        await ledger.refusalOf(openWrite, beginScrub, pretended, statement),
      ]).toEqual([statement, missingPrivilege]);
    const reason = `update write_log set rationale = 'Another.' where seq < write_seq()`;
    expect(await ledger.refusalOf(openWrite, beginScrub, reason)).toBe(missingPrivilege);
  });

  test('cannot scrub without a trace', async () => {
    for (const statements of [[], ['select end_scrub()']])
      expect(
        await ledger.refusalOf(
          openWrite,
          beginScrub,
          ...statements,
          'delete from write_log where seq = write_seq()',
        ),
      ).toBe(missingPrivilege);
    const { server } = ledger;
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

  test('cannot leave a write open', async () => {
    const { server } = ledger;
    await server.query('begin');
    await server.query(openWrite);
    await server.query(`update report set title = 'Open' where title = 'Again'`);
    await expect(server.query('commit')).rejects.toMatchObject({ code: refusedByTrigger });
  });

  test('is refused as the owner of the tables', async () => {
    const { ownerUrl } = ledger;
    await expect(migrateFor(ownerUrl, new URL(ownerUrl).username)).rejects.toThrow(
      /the owner of the tables/,
    );
  });
});

test('a server starts with a role of its own after claimgraph migrate', async () => {
  const url = await scratchDatabase();
  const serverUrl = urlWithRole(url, role);
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
  // Each command is a process that loads the whole program.
  const verified = await launchCommand(folder, ['verify'], { DATABASE_URL: serverUrl }).ended;
  expect([verified.code, verified.err]).toEqual([
    1,
    expect.stringMatching(/^A verification needs the owner of the database, .*\n$/),
  ]);
  await endPrograms();
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`drop owned by ${role}`);
  await client.end();
}, 90_000);

test('the embedded PostgreSQL has such a role, with a password for each start', async () => {
  const { owner, ownerUrl } = ledger;
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
