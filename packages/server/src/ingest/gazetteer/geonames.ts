import type { LocationKind } from '../../locations/location.enums.ts';
import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { RowRefused, repeatedId } from '../problem.ts';
import { maxNameLength, pointIn } from '../read/cells.ts';
import { assertColumnCount, type CsvRow, readCsv, restoreCsvRow } from '../read/csv.ts';
import { nameColumns } from '../stage/names.ts';
import { countryCodeOf } from './countries.ts';
import { type GazetteerName, stageCountry, stagePlaceNames } from './stage.ts';

/** The columns of the main table, as geonames.org/export describes it. A dump has no header. */
export const geonamesColumns = [
  'geonameid',
  'name',
  'asciiname',
  'alternatenames',
  'latitude',
  'longitude',
  'feature class',
  'feature code',
  'country code',
  'cc2',
  'admin1 code',
  'admin2 code',
  'admin3 code',
  'admin4 code',
  'population',
  'elevation',
  'dem',
  'timezone',
  'modification date',
];

/** A dump of GeoNames (geonames.org/export): tab-separated, 19 columns. */
export const geonames: ImportFormat<CsvRow> = {
  name: 'gazetteer-geonames',
  description: 'a dump of GeoNames, tab-separated',
  read: (file) =>
    readCsv(file, {
      columns: geonamesColumns,
      delimiter: '\t',
      unquoted: true,
      hasMarksAsText: true,
      what: 'dump of GeoNames',
    }),
  stage: stagePlaceRow,
  isGazetteer: true,
  restage: (raw, line) => restoreCsvRow(raw, line, geonamesColumns, { hasMarksAsText: true }),
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon', 'geo_precision'],
      existing: 'complete',
    },
    name: { columns: nameColumns, existing: 'add' },
  },
};

/** By feature code. */
const kindsByCode: Record<string, LocationKind> = {
  PCLI: 'COUNTRY',
  ADM1: 'GOVERNORATE',
  ADM2: 'DISTRICT',
  ADM3: 'SUBDISTRICT',
  PPLX: 'NEIGHBOURHOOD',
  PSTB: 'CROSSING',
};

/** By feature class, for all other codes. */
const kindsByClass: Record<string, LocationKind> = {
  A: 'INFORMAL_REGION',
  H: 'NATURAL_FEATURE',
  L: 'INFORMAL_REGION',
  P: 'COMMUNITY',
  R: 'ROAD',
  S: 'FACILITY',
  T: 'NATURAL_FEATURE',
  U: 'NATURAL_FEATURE',
  V: 'NATURAL_FEATURE',
};

const administrativeKinds: readonly LocationKind[] = [
  'COUNTRY',
  'GOVERNORATE',
  'DISTRICT',
  'SUBDISTRICT',
];

function stagePlaceRow(row: CsvRow, batch: Batch): void {
  assertColumnCount(row);
  const cell = (column: string) => cutText(cleanSpacing(row.get(column) ?? ''), maxNameLength);
  const geonameId = cell('geonameid');
  if (!/^\d{1,12}$/.test(geonameId))
    throw new RowRefused(
      'BAD_ID',
      'geonameid',
      geonameId || null,
      'The id of a place in GeoNames is a number.',
    );
  const name = cell('name');
  if (name === '') throw new RowRefused('NO_NAME', 'name', null, 'The place has no name.');
  const point = pointIn(row, (issue) => batch.addProblem(issue));
  const kind =
    kindsByCode[cell('feature code')] ?? kindsByClass[cell('feature class')] ?? 'DESCRIBED';
  const isArea = administrativeKinds.includes(kind);
  const { id, isNew } = batch.record('location', {
    system: 'geonames',
    value: geonameId,
    external: true,
    order: Number(geonameId),
    // Areas are matched by name alone, all other places only together with their point.
    ...(isArea && { match: { name, kind } }),
    ...(!isArea && point && { match: { name, kind, ...point } }),
  });
  if (!isNew) throw repeatedId('geonameid', geonameId);
  batch.noteSubject(id, 'geonameid', geonameId);
  batch.storeOriginalRow('location', id);
  const country = cell('country code');
  const hasParent = kind !== 'COUNTRY' && countryCodeOf(country) !== null;
  batch.put('location', {
    id,
    kind,
    name,
    parent_id: hasParent ? stageCountry(batch, country) : null,
    point_lat: point?.lat,
    point_lon: point?.lon,
    geo_precision: point && !isArea ? 'EXACT' : null,
  });
  // Other names may be links or codes, which are not names.
  const aliases = [cell('asciiname'), ...(row.get('alternatenames') ?? '').split(',')]
    .filter((text) => !/^https?:|^\d*$/.test(text.trim()) && cleanSpacing(text) !== name)
    .map((text): GazetteerName => ({ text, scheme: 'GeoNames', kind: 'ALIAS' }));
  stagePlaceNames(batch, id, [{ text: name, scheme: 'GeoNames', kind: 'PRIMARY' }, ...aliases]);
}
