import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { createKey } from '../../access/keys.ts';
import { historySpecs } from '../../database/migrate.ts';
import { committedTables, logTables } from '../../database/table-kinds.ts';
import { recordedEntities } from '../../domains.ts';
import { fileOf, importPath, ucdpFile } from '../../ingest/ingest.testing.ts';
import { type Api, startApi } from '../../testing/api.ts';
import { completeSample } from '../../testing/compiles.testing.ts';
import { fixtures } from '../../testing/fixtures.ts';
import type { LedgerCheck } from './ledger-check.ts';
import { ledgerChecks } from './ledger-checks.ts';
import { change, pastRowOf, type Tampering, tamperings } from './tampering.tables.testing.ts';
import { createFunctions, runCheck } from './verify-ledger.ts';

// Someone with all rights edits, deletes, adds and swaps rows of every table that is committed to.
jest.setTimeout(180_000);

const tables = recordedEntities.map(({ name }) =>
  name.replaceAll(/(?<=.)[A-Z]/g, '_$&').toLowerCase(),
);
let api: Api;
let runner: QueryRunner;

beforeAll(async () => {
  api = await startApi('sample');
  await completeSample(api);
  await readIdentityOf(await fixtures(api).aSource('Ida Voss', { protection: 'PROTECTED' }));
  const event = (id: string) => ucdpFile({ id, where_coordinates: `Village ${id}` });
  for (const id of ['71', '72'])
    await importPath(api, 'ucdp', fileOf(event(id)), { release: '19.1' });
  for (const name of ['Ada', 'Bo'])
    await createKey(api.database, { name, role: 'READER', expiresAt: null });
  runner = api.database.createQueryRunner();
  await runner.startTransaction();
  // A past row of each table.
  for (const table of tables) {
    await runner.query(`select open_write('Ada', 'correct')`);
    await change(runner, await pastRowOf(runner, table));
    await runner.query('select close_write()');
  }
  await runner.query(`select open_write('Ada', 'erase'), state_rationale('It was asked for.');
    select begin_scrub('SOURCE', array(select id from source limit 1));
    update source set role = 'x' where id = (select id from source limit 1);
    select close_write()`);
  await runner.query('set local session_replication_role = replica');
  await createFunctions(runner);
});
afterAll(async () => {
  await runner?.rollbackTransaction();
  await runner?.release();
  await api?.stop();
});

/** What is found after a change, which is then undone. Undefined: nothing could be changed. */
async function faultsAfter(
  kind: Tampering,
  table: string,
  checks = allChecks(),
): Promise<string[] | undefined> {
  const statements = await tamperings[kind](runner, table);
  await runner.query('savepoint tampering');
  try {
    return (await change(runner, statements)) ? await faultsOf(checks) : undefined;
  } finally {
    await runner.query('rollback to savepoint tampering');
  }
}

const allChecks = (): LedgerCheck[] => ledgerChecks(api.database);
/** What proves the contents of records. */
const checksOfRecords = () =>
  allChecks().filter(({ title }) => /have the contents|begin and end with a version/.test(title));
const checksOfRows = () => allChecks().filter(({ faults }) => faults.includes('broken_rows'));

async function faultsOf(checks: readonly LedgerCheck[]): Promise<string[]> {
  const faults: string[] = [];
  for (const check of checks)
    for (const { place, problem } of (await runCheck(runner, check)).faults)
      faults.push(`${place} ${problem}`);
  return faults;
}

test('the tables are all that have a history', () => {
  expect(tables).toEqual(historySpecs(api.database).map(({ table }) => table));
});

test('nothing is found before', async () => {
  expect(await faultsOf(allChecks())).toEqual([]);
});

/** Grants an identity to the viewer, who reads it. */
const readIdentityOf = (id: string) =>
  api.data(
    `mutation ($id: ID!, $until: DateTime!) {
      grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "A visit.") {
        grant { id }
      }
      readIdentity(sourceId: $id) { source { id } }
    }`,
    { id, until: new Date(Date.now() + 3_600_000).toISOString() },
  );

/** What names the version or the row. */
const ofRecord = /^version \d+ of \S+ |^a row of \w+ /;

const ofRow: Readonly<Record<Tampering, string>> = {
  edit: 'has other contents than write \\d+ committed to',
  delete: 'is missing, but write \\d+ committed to it',
  add: 'was added, or changed, past the log',
  swap: 'has other contents than write \\d+ committed to',
};

const kinds: Tampering[] = ['edit', 'delete', 'add', 'swap'];
describe.each(kinds)('claimgraph verify finds, by %s of a row', (kind) => {
  test.each(tables)('%s, present and past', async (table) => {
    for (const each of [table, `${table}_history`]) {
      const faults = await faultsAfter(kind, each, checksOfRecords());
      // Rows whose values are all the same cannot be swapped.
      if (kind === 'swap' && !faults) continue;
      expect([each, faults]).toEqual([
        each,
        expect.arrayContaining([expect.stringMatching(ofRecord)]),
      ]);
    }
  });

  test.each(committedTables)('%s', async (table) => {
    const faults = await faultsAfter(kind, table, checksOfRows());
    expect(faults?.[0]).toMatch(new RegExp(`^${table} \\[.*\\] ${ofRow[kind]}$`));
  });

  test.each(logTables)('%s', async (table) => {
    const faults = await faultsAfter(kind, table);
    if (kind === 'swap' && !faults) return;
    expect(faults?.[0]).toMatch(/\b(write|version|revision|commitment|row) /);
  });
});
