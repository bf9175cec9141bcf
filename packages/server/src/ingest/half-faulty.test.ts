import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { csvOf } from '../testing/imports.ts';
import { columns as acledColumns, battle } from './acled/acled.testing.ts';
import { geonamesColumns } from './gazetteer/geonames.ts';
import { fileOf, importPath, ucdpFile } from './ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** How many good rows, and how many faulty ones. */
const half = 24;

/** A faulty row, and what its refusal shows. */
type Fault = [row: string, kind: string, value: unknown];

interface Example {
  /** Lines before the first row. */
  header: string[];
  good(n: number): string;
  /** The faults, in turns. `n` is the number of the good row before it. */
  faults: ((n: number) => Fault)[];
  /** The id of a good row in the system of the format. */
  idOf(n: number): { type: string; system: string; value: string };
  options?: object;
  extension?: string;
}

const lineOf = (columns: readonly string[], row: Record<string, string>): string =>
  csvOf(columns, [row]).split('\r\n')[1]!;
const ucdpLine = (event: Record<string, string>): string => ucdpFile(event).split('\n')[1]!;

const tableColumns = ['ref', 'account', 'title'];
const ochaColumns = ['pcode', 'name_en', 'name_ar', 'latitude', 'longitude'].concat(
  [3, 2, 1].flatMap((level) => [`adm${level}_pcode`, `adm${level}_en`]),
);
const unitColumns = ['ADM1_PCODE', 'ADM1_EN', 'ADM2_PCODE', 'ADM2_EN'];
const jsonId = (prefix: string, n: number): string =>
  `${prefix}_01900000-0000-7000-8000-${String(n + 1).padStart(12, '0')}`;
const faction = (n: number, rest: object = {}) => ({
  type: 'Faction',
  id: jsonId('fac', n),
  kind: 'MILITIA',
  collective: false,
  names: [{ id: jsonId('nam', n), text: `Band ${n}`, kind: 'PRIMARY' }],
  externalIds: [{ id: jsonId('nam', n).slice(4), system: 'half', value: `F${n}` }],
  ...rest,
});
const feature = (n: number, properties: object, geometry: unknown = null): string =>
  JSON.stringify({
    type: 'Feature',
    properties: { ADM1_EN: `Shire ${n}`, ...properties },
    geometry,
  });
const unit = (n: number, rest: object = {}): string =>
  JSON.stringify({
    id: `u${n}`,
    name: { en: `Unit ${n}` },
    externalIds: { ochaPcode: `AD5${String(n).padStart(3, '0')}` },
    ...rest,
  });
const place = (system: string, value: string) => ({ type: 'LOCATION', system, value });

const examples: Record<string, Example> = {
  csv: {
    header: [tableColumns.join(',')],
    good: (n) => `H${n},Account ${n},Title`,
    faults: [
      () => [',No id,Title', 'BAD_ID', null],
      () => ['NA,No id,Title', 'BAD_ID', 'NA'],
      (n) => [`G${n},,Title`, 'NO_STATEMENT', null],
      (n) => [`H${n},The id again,Title`, 'REPEATED_ID', `H${n}`],
      (n) => [`G${n},A cell too few`, 'COLUMN_COUNT', '2 cells'],
      () => ['https://x.test/1,An address,Title', 'BAD_ID', 'https://x.test/1'],
      () => [`${'😀'.repeat(101)},Long id,Title`, 'BAD_ID', '😀'.repeat(101)],
    ],
    idOf: (n) => ({ type: 'CLAIM', system: 'table:half desk', value: `H${n}` }),
    options: {
      settings: {
        dataset: { name: 'Half Desk' },
        id: { column: 'ref' },
        statement: { column: 'account' },
        report: { title: 'title' },
      },
    },
  },
  ucdp: {
    header: [ucdpFile().trim()],
    good: (n) => ucdpLine({ id: String(4_000 + n) }),
    faults: [
      () => [ucdpLine({ id: 'none' }), 'BAD_ID', 'none'],
      (n) => [ucdpLine({ id: String(5_000 + n), type_of_violence: '9' }), 'BAD_CODE', '9'],
      (n) => [ucdpLine({ id: String(4_000 + n) }), 'REPEATED_ID', String(4_000 + n)],
      () => ['4999,2021', 'COLUMN_COUNT', '2 cells'],
    ],
    idOf: (n) => ({ type: 'CLAIM', system: 'ucdp-event', value: String(4_000 + n) }),
    options: { release: '20.1' },
  },
  acled: {
    header: [acledColumns.join(',')],
    good: (n) => lineOf(acledColumns, { ...battle, event_id_cnty: `HLF${n}` }),
    faults: [
      () => [lineOf(acledColumns, { ...battle, event_id_cnty: '' }), 'BAD_ID', null],
      () => [lineOf(acledColumns, { ...battle, event_id_cnty: 'http://x' }), 'BAD_ID', 'http://x'],
      (n) => [
        lineOf(acledColumns, { ...battle, event_id_cnty: `HLF${n}` }),
        'REPEATED_ID',
        `HLF${n}`,
      ],
      () => ['HLF,2018-07-05,2018', 'COLUMN_COUNT', '3 cells'],
    ],
    idOf: (n) => ({ type: 'CLAIM', system: 'acled', value: `HLF${n}` }),
    options: { release: '2020-01' },
  },
  'gazetteer of communities': {
    header: [ochaColumns.join(',')],
    good: (n) =>
      lineOf(ochaColumns, {
        pcode: `C6${n}00`,
        name_en: `Mill ${n}`,
        adm1_pcode: 'AD71',
        adm1_en: 'X',
      }),
    faults: [
      (n) => [lineOf(ochaColumns, { pcode: `C6${n}01` }), 'NO_NAME', null],
      (n) => [lineOf(ochaColumns, { pcode: `C6${n}00`, name_en: 'Y' }), 'REPEATED_ID', `C6${n}00`],
      () => ['C61,Mill', 'COLUMN_COUNT', '2 cells'],
    ],
    idOf: (n) => place('ocha-pcode', `C6${n}00`),
  },
  'gazetteer of units': {
    header: [unitColumns.join(',')],
    good: (n) => `AD81,Shire,AD81${100 + n},Part ${n}`,
    faults: [
      () => ['AD81,Shire,?!,Part', 'BAD_PCODE', '?!'],
      (n) => [`AD81,Shire,AD81${500 + n},`, 'NO_NAME', `AD81${500 + n}`],
      (n) => [`AD81,Shire,AD81${100 + n},Part`, 'REPEATED_ID', `AD81${100 + n}`],
      () => ['AD81,Shire', 'COLUMN_COUNT', '2 cells'],
    ],
    idOf: (n) => place('ocha-pcode', `AD81${100 + n}`),
  },
  'gazetteer of outlines': {
    header: [],
    good: (n) =>
      feature(n, { ADM1_PCODE: `AD9${100 + n}` }, { type: 'Point', coordinates: [1, 42] }),
    faults: [
      () => [feature(0, { ADM1_PCODE: 'a b' }), 'BAD_PCODE', 'a b'],
      (n) => [
        feature(n, { ADM1_PCODE: `AD8${100 + n}` }, { type: 'Point', coordinates: [200, 1] }),
        'BAD_GEOMETRY',
        null,
      ],
      (n) => [feature(n, { ADM1_PCODE: `AD9${100 + n}` }), 'REPEATED_ID', `AD9${100 + n}`],
      (n) => [feature(n, { ADM1_PCODE: `AD8${100 + n}`, ADM1_EN: '' }), 'NO_NAME', `AD8${100 + n}`],
    ],
    idOf: (n) => place('ocha-pcode', `AD9${100 + n}`),
    extension: 'geojson',
  },
  'gazetteer of GeoNames': {
    header: [],
    good: (n) => geonamesLine({ geonameid: `77${100 + n}` }),
    faults: [
      () => [geonamesLine({ geonameid: 'x' }), 'BAD_ID', 'x'],
      (n) => [geonamesLine({ geonameid: `78${100 + n}`, name: '' }), 'NO_NAME', null],
      (n) => [geonamesLine({ geonameid: `77${100 + n}` }), 'REPEATED_ID', `77${100 + n}`],
      () => ['77\tMill', 'COLUMN_COUNT', '2 cells'],
    ],
    idOf: (n) => place('geonames', `77${100 + n}`),
    extension: 'txt',
  },
  'gazetteer of Open Syria': {
    header: ['['],
    good: (n) => `${unit(n)},`,
    faults: [
      () => [`${unit(0, { externalIds: { ochaPcode: '?' } })},`, 'BAD_PCODE', '?'],
      (n) => [`${unit(n)},`, 'REPEATED_ID', `AD5${String(n).padStart(3, '0')}`],
      () => [`${unit(0, { name: {} })},`, 'BAD_RECORD', null],
    ],
    idOf: (n) => place('ocha-pcode', `AD5${String(n).padStart(3, '0')}`),
    extension: 'json',
  },
  jsonl: {
    header: [],
    good: (n) => JSON.stringify(faction(n)),
    faults: [
      () => ['{"type":', 'NO_JSON', '{"type":'],
      (n) => [JSON.stringify(faction(900 + n, { colour: 'red' })), 'UNKNOWN_KEY', '"red"'],
      (n) => [JSON.stringify(faction(900 + n, { names: [] })), 'MISSING', null],
      (n) => [JSON.stringify(faction(900 + n, { kind: 'GHOSTS' })), 'REFUSED', expect.any(String)],
      (n) => {
        const [externalId] = faction(n).externalIds;
        const line = faction(900 + n, {
          externalIds: [{ ...externalId, id: jsonId('x', 5_000 + n).slice(2) }],
        });
        return [JSON.stringify(line), 'REFUSED', expect.any(String)];
      },
    ],
    idOf: (n) => ({ type: 'FACTION', system: 'half', value: `F${n}` }),
    extension: 'jsonl',
  },
};

function geonamesLine(row: Record<string, string>): string {
  const values: Record<string, string> = {
    name: 'Mill',
    asciiname: 'Mill',
    latitude: '42.5',
    longitude: '1.5',
    'feature class': 'P',
    'feature code': 'PPL',
    'country code': 'AD',
    ...row,
  };
  return geonamesColumns.map((column) => values[column] ?? '').join('\t');
}

test.each(Object.keys(examples))(
  '%s: half a file of faulty rows loses no good row, and each is reported where it is',
  async (name) => {
    const { header, good, faults, idOf, options, extension = 'csv' } = examples[name]!;
    const lines = [...header];
    const expected: object[] = [];
    for (let n = 0; n < half; n += 1) {
      const [line, kind, value] = faults[n % faults.length]!(n);
      lines.push(good(n), line);
      expected.push({ line: lines.length, kind, value, refused: true });
    }
    if (name.includes('Open Syria')) lines.push(`${unit(half)}]`);
    const format = name.split(' ')[0]!;
    // Small batches: a faulty row may be the first, the last or the only one.
    const { list, rowsImported, rowsRefused } = await importPath(
      api,
      format,
      fileOf(lines.join('\n'), `half.${extension}`),
      { ...options, batchRows: 7 },
    );
    const refused = list.filter((problem) => problem.refused);
    expect(refused.sort((one, other) => one.line - other.line)).toEqual(
      expected.map((problem) =>
        expect.objectContaining({ ...problem, reason: expect.stringMatching(/\w/) }),
      ),
    );
    expect(rowsRefused).toBe(half);
    expect(rowsImported).toBe(name.includes('Open Syria') ? half + 1 : half);
    const aliases = Array.from({ length: half }, (_, n) => {
      const { type, system, value } = idOf(n);
      const externalId = `{ system: "${system}", value: "${value}" }`;
      return `r${n}: record(type: ${type}, externalId: ${externalId}) { id }`;
    });
    const records = await api.data(`{ ${aliases.join('\n')} }`);
    expect(Object.values(records).filter((record) => record === null)).toEqual([]);
  },
  60_000,
);
