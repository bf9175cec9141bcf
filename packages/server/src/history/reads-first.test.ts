import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { scratchDatabase } from '../testing/scratch.ts';

let api: Api;
let other: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('ledger');
  api = await startApi('ledger', { databaseUrl });
  other = new pg.Client(databaseUrl);
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await api.stop();
});

/** Runs something while another program has a write open. */
const duringOtherWrite = async <T>(work: () => Promise<T>): Promise<T> => {
  await other.query(`begin; select open_write('somebody', 'by hand')`);
  try {
    return await work();
  } finally {
    await other.query('rollback');
  }
};

const createSource = (externalId: string) =>
  api.ask(
    `mutation ($input: CreateSourceInput!) {
      createSource(input: $input) { source { id } } }`,
    {
      input: {
        kind: 'PERSON',
        names: [{ text: 'A source', kind: 'PRIMARY' }],
        externalIds: [{ system: 'desk', value: externalId }],
      },
    },
  );

/** Resolves when a connection waits for the lock of the log. */
const untilWaiting = async () => {
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted`;
  while ((await other.query(waiting)).rowCount === 0);
};

test('a new record whose input is wrong is refused while another write runs', async () => {
  const { aSource } = fixtures(api);
  const sourceId = await aSource();
  const answer = await duringOtherWrite(() =>
    api.ask(
      `mutation ($input: CreateClaimInput!) { createClaim(input: $input) { claim { id } } }`,
      {
        input: {
          reportId: `rpt_${sourceId.slice(4)}`,
          statement: 'Something is said.',
          kind: 'OTHER',
          attributions: [{ chain: [{ sourceId }] }],
        },
      },
    ),
  );
  expect(answer.errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND', issues: [{ path: ['input', 'reportId'] }] } },
  ]);
});

test('a viewer without a grant to read an identity waits for no write', async () => {
  const answer = await duringOtherWrite(() =>
    api.ask('mutation ($id: ID!) { readIdentity(sourceId: $id) { identity { role } } }', {
      id: 'src_0190a0de-0000-7000-8000-00000000000f',
    }),
  );
  expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('a new record that another write made impossible is refused by its field', async () => {
  const key = '0190a0de-0000-7000-8000-000000000001';
  await other.query(`begin; select open_write('somebody', 'by hand')`);
  await other.query(`insert into source (id, kind, name) values ($1, 'PERSON', 'Other')`, [key]);
  await other.query(
    `insert into name (id, text, kind, position, source_id)
     values (gen_random_uuid(), 'Other', 'PRIMARY', 0, $1)`,
    [key],
  );
  await other.query(
    `insert into external_id (id, system, value, source_id)
     values (gen_random_uuid(), 'desk', 'taken', $1)`,
    [key],
  );
  const answer = createSource('taken');
  await untilWaiting();
  await other.query('select close_write(); commit');
  const { errors } = await answer;
  expect(errors).toMatchObject([
    {
      message: `desk taken is src_${key} already.`,
      extensions: {
        code: 'CONFLICT',
        issues: [{ path: ['input', 'externalIds', 0, 'value'] }],
      },
    },
  ]);
  expect((await other.query('select * from broken_writes()')).rows).toEqual([]);
});

test('a new record takes one round trip to read for, and one to write and commit', async () => {
  const { aSource, aReport, aClaim } = fixtures(api);
  const [sourceId, reportId] = [await aSource(), await aReport()];
  const sent = await api.statements(() =>
    aClaim({ sourceId, reportId, externalIds: [{ system: 'desk', value: 'new' }] }),
  );
  const verbs = sent.map((text) => text.split(';').map((each) => /\w+/.exec(each)?.[0]));
  expect(verbs).toEqual([
    ['BEGIN', 'select', 'select', 'select'], // the transaction, the records, the external id
    // open_write, insert_rows, close_write; how long the answer may take; the answer
    ['select', 'select', 'SAVEPOINT', 'select', 'COMMIT'],
  ]);
});
