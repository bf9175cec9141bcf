import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { csvRows } from '../testing/exports.ts';
import { csvOf, state } from '../testing/imports.ts';
import { columns as acledColumns, battle } from './acled/acled.testing.ts';
import type { MappingInput } from './csv/mapping.ts';
import { fileOf, importPath, ucdpFile } from './ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** Cells that no desk writes on purpose. Each is put into each column. */
const hostile = [
  '',
  `a${'😀'.repeat(6_000)}`,
  'https://x.test',
  '\\N',
  "'); drop table claim; --",
  '99999999999999999999',
  '-5',
  '0000-00-00',
  '9999999-12-31',
  '2021-02-30',
  '\u202eabc\u0001\ufffe',
  'a\tb',
  '"',
  ';;;',
  '"a,2021-13-45,b"',
];

// A header may be longer than the ledger takes in an issue.
const longHeader = `paper${' of record'.repeat(30)}`;
const settings: MappingInput = {
  dataset: { name: 'Odd Desk' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  kind: { column: 'kind', values: { raid: 'AIRSTRIKE' } },
  occurred: { from: 'from', to: 'to' },
  place: {
    country: 'country',
    admin1: 'gov',
    admin2: 'dist',
    name: 'town',
    latitude: 'lat',
    longitude: 'lon',
  },
  parties: [{ column: 'by', role: 'ACTOR' }],
  figures: [{ measure: 'PEOPLE_KILLED', min: 'low', best: 'dead', max: 'high' }],
  sources: [{ column: 'who' }],
  report: { title: 'title', url: 'link', publisher: longHeader, published: 'printed' },
};
const row: Record<string, string> = {
  ref: '',
  account: 'Odd things are said.',
  kind: 'raid',
  from: '2021-03-01',
  to: '2021-03-02',
  country: 'Andorra',
  gov: 'North',
  dist: 'Low',
  town: 'Ford',
  lat: '42.5',
  lon: '1.5',
  by: 'Band',
  low: '1',
  dead: '2',
  high: '3',
  who: 'Someone',
  title: 'News',
  link: 'https://x.test/1',
  [longHeader]: 'Paper',
  printed: '2021-03-03',
};

test.each([
  ['csv', 'ref', 'O', row, { settings }],
  ['acled', 'event_id_cnty', 'ODD', { ...blank(acledColumns), ...battle }, { release: '2020-01' }],
  ['ucdp', 'id', '9', csvRows(ucdpFile({}))[0]!, { release: '20.1' }],
] as [string, string, string, Record<string, string>, object][])(
  '%s: any cell is read, left out or refused by its column, and no good row is lost',
  async (format, idColumn, prefix, good, options) => {
    const columns = Object.keys(good);
    const rows = columns.flatMap((column, c) =>
      hostile.flatMap((cell, h) => {
        const id = `${prefix}${c * 100 + h + 1_000}`;
        return [
          { ...good, [idColumn]: id, [column]: cell },
          { ...good, [idColumn]: `${id}0` },
        ];
      }),
    );
    const path = fileOf(csvOf(columns, rows));
    const { list, created, ...counts } = await importPath(api, format, path, options);
    const refused = list.filter((problem) => problem.refused);
    expect(counts.rowsRead).toBe(rows.length);
    expect(created.claims).toBe(rows.length - refused.length);
    // Rows with even numbers are good. The readers find what is wrong, before the database does.
    expect(refused.filter(({ line }) => line % 2 !== 0)).toEqual([]);
    expect(refused.map(({ kind }) => kind)).not.toContain('REFUSED');
    for (const { line, column, reason } of refused) {
      expect(column).toBe(columns[Math.floor((line - 2) / 2 / hostile.length)]);
      expect(reason).not.toBe('');
    }
    const before = await state(api);
    const again = await importPath(api, format, path, { ...options, force: true });
    expect(again.rowsRefused).toBe(refused.length);
    expect(await state(api)).toEqual(before);
  },
  180_000,
);

function blank(columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, '']));
}
