import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { assertColumnCount, type CsvRow, readCsv } from '../read/csv.ts';
import { nameColumns } from '../stage/source.ts';
import { pointOf } from '../ucdp/values.ts';
import { countryName, type Given, isPcode, kindOf, stageCountry, stageNames } from './units.ts';

/** OCHA's communities: P-code, English and Arabic name, the three levels around it, coordinates. */
export const ocha: ImportFormat<CsvRow> = {
  name: 'gazetteer-ocha',
  description: 'OCHA’s communities, CSV',
  read: (file, { header }) =>
    readCsv(file, { required, what: 'CSV file of OCHA communities' }, header),
  stage,
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon', 'geo_precision'],
      existing: 'revise',
      fixed: ['kind', 'name'],
    },
    name: { columns: nameColumns, existing: 'add' },
  },
};

const required = [
  'pcode',
  'name_en',
  'name_ar',
  'adm1_pcode',
  'adm1_en',
  'adm2_pcode',
  'adm2_en',
  'adm3_pcode',
  'adm3_en',
  'latitude',
  'longitude',
];

function stage(row: CsvRow, batch: Batch): void {
  assertColumnCount(row);
  const cell = (column: string) => cleanSpacing(row.get(column) ?? '').slice(0, 500);
  const name = cell('name_en') || cell('name_ar');
  if (name === '')
    throw new RowRefused('NO_NAME', 'name_en', null, 'A place without a name in either language.');
  const parent = stageLevels(batch, cell);
  const point = pointOf(row, (issue) => batch.problem(issue));
  const pcode = cell('pcode');
  const known = isPcode(pcode);
  if (!known)
    batch.problem({
      kind: 'BAD_PCODE',
      column: 'pcode',
      value: pcode || null,
      reason: 'This is no P-code; the place came in without one.',
    });
  const within = { admin1: cell('adm1_en') || null, admin2: cell('adm2_en') || null };
  const match = {
    name,
    kind: 'COMMUNITY',
    ...within,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
  };
  const unnamed = {
    system: 'ocha-place',
    value: [
      cell('adm2_pcode'),
      normalizeForComparison(name),
      cell('latitude'),
      cell('longitude'),
    ].join('|'),
  };
  const { id, isNew } = batch.record('location', {
    ...(known
      ? {
          system: 'ocha-pcode',
          value: pcode,
          external: true,
          order: Number(pcode.replace(/\D/g, '')),
        }
      : unnamed),
    ...(point && { match }),
  });
  if (!isNew)
    throw new RowRefused(
      'REPEATED_ID',
      'pcode',
      pcode,
      'A place of this P-code stands above; this row was left out.',
    );
  batch.keepRow('location', id);
  const place = {
    point_lat: point?.lat,
    point_lon: point?.lon,
    geo_precision: point ? 'EXACT' : null,
  };
  batch.put('location', { id, kind: 'COMMUNITY', name, parent_id: parent, ...place });
  stageNames(batch, id, namesOf(cell('name_en'), arabic(row, batch)));
}

const namesOf = (english: string, arab: string): Given[] => [
  { text: english, language: 'en', scheme: 'OCHA', kind: 'PRIMARY' },
  { text: arab, language: 'ar', scheme: 'OCHA', kind: 'PRIMARY' },
];

function arabic(row: CsvRow, batch: Batch): string {
  const written = cleanSpacing(row.get('name_ar') ?? '').slice(0, 500);
  if (!written.includes('_')) return written;
  batch.problem({
    kind: 'UNDERSCORE',
    column: 'name_ar',
    value: written,
    reason: 'An underscore stands for a blank here; it was made one.',
  });
  return cleanSpacing(written.replaceAll('_', ' '));
}

/** The areas around a place, the largest first. @returns the smallest that has a code. */
function stageLevels(batch: Batch, cell: (column: string) => string): string | null {
  let parent: string | null = null;
  for (const level of [1, 2, 3]) {
    const [code, english] = [cell(`adm${level}_pcode`), cell(`adm${level}_en`)];
    if (!isPcode(code) || english === '') {
      if (code !== '' || english !== '')
        batch.problem({
          kind: 'BAD_PCODE',
          column: `adm${level}_pcode`,
          value: code || null,
          reason: `${english || 'This area'} has no P-code here; the place was put in the next larger area.`,
        });
      continue;
    }
    parent ??= stageCountry(batch, code.slice(0, 2));
    const kind = kindOf(code);
    const match = {
      name: english,
      kind,
      country: countryName(code.slice(0, 2)),
      admin1: level > 1 ? cell('adm1_en') || null : null,
    };
    const { id, isNew } = batch.record('location', {
      system: 'ocha-pcode',
      value: code,
      external: true,
      match,
    });
    if (isNew) {
      batch.put('location', { id, kind, name: english, parent_id: parent });
      stageNames(batch, id, namesOf(english, cell(`adm${level}_ar`).replaceAll('_', ' ')));
    }
    parent = id;
  }
  return parent;
}
