import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi, withKey } from '../access/access.testing.ts';
import { roles } from '../access/roles.ts';
import { csv } from '../ingest/csv/csv.ts';
import { getExport } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';
import { dumpOf, protectSource } from './identity.testing.ts';

/** Words that are only in identities. No other word of the test has them. */
const planted = /Zorvath|Kellerwick|Quenby/i;

let api: GuardedApi;
let admin: Pick<GuardedApi, 'data' | 'ask'>;
beforeAll(async () => {
  api = await startGuardedApi('sample');
  const key = withKey(api.keys.ADMIN);
  admin = {
    data: (query, variables) => api.data(query, variables, key),
    ask: (query, variables) => api.ask(query, variables, key),
  };
});
afterAll(() => api.stop());

const settings = {
  dataset: { name: 'Quenby Survey', kind: 'DATASET' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  occurred: { from: 'day' },
  sources: [{ column: 'heard', kind: 'PERSON' }],
  report: { title: 'title', publisher: 'paper' },
};
const rows =
  'ref,account,day,heard,title,paper\n' +
  'P1,A ferry is late,2018-04-01,Zorvath Ilken,Late again,Kellerwick Herald\n' +
  'P2,A ferry sank,Zorvath Ilken,Zorvath Ilken; Someone else,Sunk,Kellerwick Herald\n' +
  'P3,,2018-04-01,Zorvath Ilken,Nothing,Kellerwick Herald\n';
const importRows = (options: object = {}) =>
  importText(api as never, csv, rows, { settings, ...options });

/** Forgets the statements collected so far: too many of other tests would push ours out. */
async function collectStatements({ database }: GuardedApi): Promise<boolean> {
  const [{ libraries }] = await database.query(
    `select current_setting('shared_preload_libraries') as libraries`,
  );
  // A server of somebody else may not have the library.
  if (!libraries.includes('pg_stat_statements')) return false;
  await database.query('create extension if not exists pg_stat_statements');
  await database.query('select pg_stat_statements_reset()');
  return true;
}

/** The statements of all sessions that PostgreSQL has collected. */
async function statementsOf({ database }: GuardedApi): Promise<string> {
  const statements: { query: string }[] = await database.query(
    `select s.query from pg_stat_statements s
     where s.dbid = (select oid from pg_database where datname = current_database())`,
  );
  expect(statements.length).toBeGreaterThan(100);
  return JSON.stringify(statements);
}

/** What PostgreSQL's planner knows about the values of columns. */
async function statisticsOf({ database }: GuardedApi): Promise<string> {
  // Statistics are gathered again by autovacuum, which this does not wait for.
  await database.query('analyze');
  return JSON.stringify(await database.query('select * from pg_stats'));
}

test('a name that is only in identities is found nowhere', async () => {
  const collects = await collectStatements(api);
  if (!collects) console.warn('pg_stat_statements is not loaded, so no statements were searched.');
  const make = fixtures({ ...api, ...admin });
  await importRows({ file: 'Zorvath Ilken.csv' });
  const texts: string[] = [];
  for (const name of ['Zorvath Ilken', 'Kellerwick Herald', 'Quenby Survey']) {
    const { sources } = await admin.data(
      'query ($text: String!) { sources(filter: { text: $text }) { nodes { id } } }',
      { text: name },
    );
    const { namedTexts } = await protectSource({ ...api, ...admin }, sources.nodes[0].id);
    texts.push(JSON.stringify(namedTexts));
  }
  const hidden = await make.aSource('Zorvath Ostrek', {
    protection: 'PROTECTED',
    role: 'Kellerwick smith',
    identityNotes: 'Of the Quenby family.',
    externalIds: [{ system: 'phone', value: 'Zorvath' }],
  });
  await make.aClaim({ sourceId: hidden });
  const { problems } = await importRows({ force: true, file: 'Zorvath Ilken.csv' });
  texts.push(JSON.stringify(problems));
  const everything = `{
    sources(first: 100) { nodes {
      id name names { text scheme } role externalIds { system value } affiliations { role }
      history { nodes { rationale diff { before after } } }
    } }
    claims(first: 100) { nodes {
      id statement attributions { chain { source { name } } } report { title publisher { name } }
      externalIds { value } importIssues { value reason } corrections { imported current }
      history { nodes { diff { before after } } }
    } }
    reports(first: 100) { nodes { title url history { nodes { diff { before after } } } } }
    importConflicts { nodes { value fileValue file } }
    search(text: "Zorvath Ilken") { nodes { record { id } } }
    sdl: __schema { types { name } }
  }`;
  for (const role of roles) {
    const key = withKey(api.keys[role]);
    const { data, errors } = await api.ask(everything, {}, key);
    texts.push(JSON.stringify([data, errors]));
    for (const format of ['csv', 'geojson', 'claimreview', 'jsonl'])
      texts.push((await getExport(api, format, undefined, key)).text);
    texts.push(
      JSON.stringify(
        await api.ask(
          `mutation ($id: ID!) { readIdentity(sourceId: $id) { identity { role } } }`,
          { id: hidden },
          key,
        ),
      ),
    );
  }
  await admin.data(
    `mutation ($id: ID!, $until: DateTime!) {
      grantIdentity(sourceId: $id, viewer: "admin of the desk", until: $until, purpose: "x") {
        grant { id }
      }
    }`,
    { id: hidden, until: new Date(Date.now() + 60_000).toISOString() },
  );
  // With a grant, the answer has the identity. It must not stay in the table of repeated writes.
  const read = 'mutation ($id: ID!) { readIdentity(sourceId: $id) { identity { role } } }';
  const keyed = { ...withKey(api.keys.ADMIN), 'idempotency-key': 'once' };
  const { errors } = await api.ask(read, { id: hidden }, keyed);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect((await admin.data(read, { id: hidden })).readIdentity.identity.role).toMatch(planted);
  texts.push(await (await api.get('/metrics', api.keys.ADMIN)).text());
  texts.push(await statisticsOf(api));
  if (collects) texts.push(await statementsOf(api));
  texts.push(...api.faults, ...api.warnings);
  // The data set's name is the system of its rows' ids, and in titles: the write listed them.
  const dump = await dumpOf(api);
  texts.push(dump);
  const around = new RegExp(`.{0,60}(?:${planted.source}).{0,60}`, 'gi');
  const found = texts.flatMap((text) => text.match(around) ?? []);
  // Ids of rows keep the name of their data set as their system. The write has listed them.
  expect(found.filter((each) => !/table:quenby survey/i.test(each))).toEqual([]);
  expect(texts.join()).toContain('externalIds.system');
}, 120_000);
