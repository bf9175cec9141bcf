import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { RowRefused, repeatedId } from '../problem.ts';
import { maxNameLength, pointIn } from '../read/cells.ts';
import { assertColumnCount, type CsvRow, readCsv, restoreCsvRow } from '../read/csv.ts';
import { nameColumns } from '../stage/names.ts';
import { countryName, countryOfPcode } from './countries.ts';
import { isPcode, kindsByLevel, pcodeOf } from './p-codes.ts';
import { type GazetteerName, stageCountry, stagePlaceNames } from './stage.ts';

const requiredColumns = [
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

/**
 * OCHA's communities: P-code, English and Arabic name, the three levels around each, coordinates.
 */
export const ocha: ImportFormat<CsvRow> = {
  name: 'gazetteer-ocha',
  description: 'OCHA’s communities, CSV',
  read: (file, { onHeader }) =>
    readCsv(
      file,
      { required: requiredColumns, hasMarksAsText: true, what: 'CSV file of OCHA communities' },
      onHeader,
    ),
  stage: stageCommunity,
  isGazetteer: true,
  restage: (raw, line, header) => restoreCsvRow(raw, line, header, { hasMarksAsText: true }),
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon', 'geo_precision'],
      existing: 'revise',
      fixed: ['kind', 'name'],
    },
    name: { columns: nameColumns, existing: 'add' },
  },
};

/** Whether a header is that of OCHA's communities. */
export const isOchaHeader = (columns: readonly string[]): boolean =>
  requiredColumns.every((column) => columns.includes(column));

type Cell = (column: string) => string;

function stageCommunity(row: CsvRow, batch: Batch): void {
  assertColumnCount(row);
  const cell: Cell = (column) => cutText(cleanSpacing(row.get(column) ?? ''), maxNameLength);
  const name = cell('name_en') || cell('name_ar');
  if (name === '')
    throw new RowRefused(
      'NO_NAME',
      'name_en',
      null,
      'The place has a name in neither of the two languages.',
    );
  const parentId = stageLevels(batch, cell);
  const point = pointIn(row, (issue) => batch.addProblem(issue));
  const pcode = pcodeOf(cell('pcode'));
  const hasPcode = isPcode(pcode);
  if (!hasPcode)
    batch.addProblem({
      kind: 'BAD_PCODE',
      column: 'pcode',
      value: pcode || null,
      reason: 'This is not a P-code. The place was imported without one.',
    });
  const key = hasPcode
    ? {
        system: 'ocha-pcode',
        value: pcode,
        external: true,
        order: Number(pcode.replace(/\D/g, '')),
      }
    : {
        system: 'ocha-place',
        value: [
          cell('adm2_pcode'),
          normalizeForComparison(name),
          cell('latitude'),
          cell('longitude'),
        ].join('|'),
      };
  const match = point && {
    name,
    kind: 'COMMUNITY',
    admin1: cell('adm1_en') || null,
    admin2: cell('adm2_en') || null,
    ...point,
  };
  const { id, isNew } = batch.record('location', { ...key, ...(match && { match }) });
  if (!isNew) throw repeatedId('pcode', pcode);
  batch.noteSubject(id, 'pcode', pcode);
  batch.storeOriginalRow('location', id);
  batch.put('location', {
    id,
    kind: 'COMMUNITY',
    name,
    parent_id: parentId,
    point_lat: point?.lat,
    point_lon: point?.lon,
    geo_precision: point ? 'EXACT' : null,
  });
  stagePlaceNames(batch, id, ochaNames(cell('name_en'), arabicNameOf(cell, batch)));
}

const ochaNames = (english: string, arabic: string): GazetteerName[] => [
  { text: english, language: 'en', scheme: 'OCHA', kind: 'PRIMARY' },
  { text: arabic, language: 'ar', scheme: 'OCHA', kind: 'PRIMARY' },
];

/** In OCHA's files, underscores in Arabic names stand for spaces. */
function arabicNameOf(cell: Cell, batch: Batch): string {
  const value = cell('name_ar');
  if (!value.includes('_')) return value;
  batch.addProblem({
    kind: 'UNDERSCORE',
    column: 'name_ar',
    value,
    reason: 'An underscore stands for a space here. It was replaced by one.',
  });
  return cleanSpacing(value.replaceAll('_', ' '));
}

/**
 * Stages the areas around a place, the largest first.
 *
 * @returns the staged id of the smallest area with a P-code. Null: none has one.
 */
function stageLevels(batch: Batch, cell: Cell): string | null {
  let parentId: string | null = null;
  for (const [level, kind] of kindsByLevel.slice(0, 4).entries()) {
    if (kind === 'COUNTRY') continue;
    const pcode = pcodeOf(cell(`adm${level}_pcode`));
    const name = cell(`adm${level}_en`);
    if (pcode === '' && name === '') continue;
    if (!isPcode(pcode) || name === '') {
      batch.addProblem({
        kind: 'BAD_PCODE',
        column: `adm${level}_pcode`,
        value: pcode || null,
        reason:
          `${name || 'This area'} has no P-code here. ` +
          'The place was put into the next larger area.',
      });
      continue;
    }
    const country = countryOfPcode(pcode);
    parentId ??= country && stageCountry(batch, country);
    const { id, isNew } = batch.record('location', {
      system: 'ocha-pcode',
      value: pcode,
      external: true,
      match: {
        name,
        kind,
        country: country && countryName(country),
        admin1: level > 1 ? cell('adm1_en') || null : null,
      },
    });
    if (isNew) {
      batch.put('location', { id, kind, name, parent_id: parentId });
      const arabic = cell(`adm${level}_ar`).replaceAll('_', ' ');
      stagePlaceNames(batch, id, ochaNames(name, arabic));
    }
    parentId = id;
  }
  return parentId;
}
