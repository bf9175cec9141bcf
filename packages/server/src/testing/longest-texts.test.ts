import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { fileOf, importPath } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from './api.ts';
import { csvOf } from './imports.ts';

/*
 * PostgreSQL's indexes take a few kilobytes of a value, after compressing it. Texts of the greatest
 * length are stored all the same, or refused by name.
 */

let api: Api;
let direct: pg.Client;
beforeAll(async () => {
  api = await startApi('ledger');
  direct = new pg.Client(api.databaseUrl);
  await direct.connect();
});
afterAll(async () => {
  await direct.end();
  await api.stop();
});

/** A text of ideographs, which compression does not make shorter. */
const varied = (length: number, seed = 1): string =>
  Array.from({ length }, (_, i) =>
    String.fromCodePoint(0x4e00 + (((i + seed) ** 2 * 7 + i * 9_973) % 20_000)),
  ).join('');

const address = `https://x.test/${varied(1_980)}`;

const createReport = (input: object) =>
  api.ask(
    `mutation ($input: CreateReportInput!) {
      createReport(input: $input) { report { url } warnings { code } }
    }`,
    { input: { kind: 'ARTICLE', title: varied(1_000), ...input } },
  );

test('reports may share an address of the greatest length in any script', async () => {
  expect((await createReport({ url: address })).errors).toBeUndefined();
  const { data } = await createReport({ url: address });
  expect(data.createReport.report.url).toBe(address);
  expect(data.createReport.warnings).toContainEqual({ code: 'SAME_URL' });
});

test.each(['Faction', 'Location', 'Source'])(
  'a %s has names and external ids of the greatest length in any script',
  async (type) => {
    const kind = { Faction: 'MILITIA', Location: 'COMMUNITY', Source: 'PERSON' }[type];
    // Characters of which each becomes several in the forms that names are found by.
    const squares = Array.from({ length: 500 }, (_, i) =>
      String.fromCodePoint(0x3300 + ((i * i * 7 + i) % 256)),
    ).join('');
    const { errors } = await api.ask(
      `mutation ($input: Create${type}Input!) {
        create${type}(input: $input) { warnings { code } }
      }`,
      {
        input: {
          kind,
          names: [
            { text: varied(500), kind: 'PRIMARY' },
            { text: squares, kind: 'ALIAS' },
            { text: 'Щ'.repeat(250) + 'щЖ'.repeat(125), kind: 'ALIAS' },
          ],
          externalIds: [{ system: varied(60), value: varied(200) }],
        },
      },
    );
    expect(errors).toBeUndefined();
  },
);

test('a value that is too long for an index is refused by its field', async () => {
  await direct.query('create index report_summary_idx on report (summary)');
  // From 8 kB on, PostgreSQL does not say which index it is.
  for (const [length, path] of [
    [1_900, ['input', 'summary']],
    [3_000, ['input']],
  ] as const) {
    const { errors } = await createReport({ summary: varied(length) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', issues: [{ path }] } }]);
    expect(errors![0]!.message).toMatch(/too long/);
  }
  await direct.query('drop index report_summary_idx');
  expect(api.faults).toEqual([]);
});

/** Rows of two reports and places that only the ends of their long names tell apart. */
const columns = ['ref', 'account', 'link', 'title', 'country', 'gov', 'dist', 'town', 'by'];
const rowOf = (ref: string) =>
  Object.fromEntries(
    columns.map((column, i) => [column, column === 'ref' ? ref : `${varied(480, i)}${ref}`]),
  );
const settings = {
  dataset: { name: 'Long Desk' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  place: { country: 'country', admin1: 'gov', admin2: 'dist', name: 'town' },
  parties: [{ column: 'by', role: 'ACTOR' as const }],
  report: { title: 'title', url: 'link' },
};
const importRows = (rows: Record<string, string>[], options: object = {}) =>
  importPath(api, 'csv', fileOf(csvOf(columns, rows), 'long.csv'), { settings, ...options });

test('an import finds what it matched by long keys again, and keeps them apart', async () => {
  const rows = ['A1', 'B1'].map((ref) => ({ ...rowOf(ref), link: `${address}${ref}` }));
  const first = await importRows(rows);
  expect(first.list.filter(({ refused }) => refused)).toEqual([]);
  expect(first.created).toMatchObject({ claims: 2, factions: 2, locations: 8, reports: 2 });
  const again = await importRows(rows.map((row) => ({ ...row, account: 'Other words.' })));
  expect(again.created).toEqual({ claims: 0, factions: 0, locations: 0, reports: 0, sources: 0 });
  expect(again.changed.claims).toBe(2);
});

test('only the row with a value that is too long for an index is refused', async () => {
  await direct.query('create index claim_statement_idx on claim (statement)');
  const { list, created } = await importRows([
    { ...rowOf('C1'), account: 'Short.' },
    { ...rowOf('C2'), account: varied(2_000) },
    { ...rowOf('C3'), account: 'Short, too.' },
  ]);
  await direct.query('drop index claim_statement_idx');
  expect(created.claims).toBe(2);
  expect(list.filter(({ refused }) => refused)).toMatchObject([
    { line: 3, kind: 'REFUSED', reason: expect.stringMatching(/^A text is too long\./) },
  ]);
});

test('the release of an import is refused if it is too long', async () => {
  await expect(importRows([rowOf('D1')], { release: varied(501) })).rejects.toThrow(
    'A release has at most 500 characters.',
  );
});
