import type { LocationKind } from '../../locations/location.enums.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { cleanSpacing } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { type CsvRow, readCsv } from '../read/csv.ts';
import { nameColumns } from '../stage/source.ts';
import { pointOf } from '../ucdp/values.ts';
import { type Given, stageCountry, stageNames } from './units.ts';

/** As geonames.org/export describes its main table; a dump has no header. */
export const columns = [
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
    readCsv(file, { columns, delimiter: '\t', unquoted: true, what: 'dump of GeoNames' }),
  stage,
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon', 'geo_precision'],
      existing: 'complete',
    },
    name: { columns: nameColumns, existing: 'add' },
  },
};

const byCode: Record<string, LocationKind> = {
  PCLI: 'COUNTRY',
  ADM1: 'GOVERNORATE',
  ADM2: 'DISTRICT',
  ADM3: 'SUBDISTRICT',
  PPLX: 'NEIGHBOURHOOD',
  PSTB: 'CROSSING',
};
const byClass: Record<string, LocationKind> = {
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

function stage(row: CsvRow, batch: Batch): void {
  const { cells, whole } = row;
  if (!whole)
    throw new RowRefused(
      'COLUMN_COUNT',
      null,
      `${cells.length} cells`,
      `A dump of GeoNames has ${columns.length} columns.`,
    );
  const cell = (column: string) => cleanSpacing(row.get(column)!).slice(0, 500);
  const number = cell('geonameid');
  if (!/^\d{1,12}$/.test(number))
    throw new RowRefused(
      'BAD_ID',
      'geonameid',
      number || null,
      'A place of GeoNames has a number for an id.',
    );
  const name = cell('name');
  if (name === '') throw new RowRefused('NO_NAME', 'name', null, 'A place without a name.');
  const point = pointOf(row, (issue) => batch.problem(issue));
  const kind = byCode[cell('feature code')] ?? byClass[cell('feature class')] ?? 'DESCRIBED';
  const area = ['COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT'].includes(kind);
  const match =
    point && !area
      ? { name, kind, lat: point.lat, lon: point.lon }
      : area
        ? { name, kind }
        : undefined;
  const { id, isNew } = batch.record('location', {
    system: 'geonames',
    value: number,
    external: true,
    order: Number(number),
    ...(match && { match }),
  });
  if (!isNew)
    throw new RowRefused(
      'REPEATED_ID',
      'geonameid',
      number,
      'A place of this id stands above; this row was left out.',
    );
  batch.keepRow('location', id);
  const country = cell('country code');
  const parent =
    kind !== 'COUNTRY' && /^[A-Z]{2}$/.test(country) ? stageCountry(batch, country) : null;
  const place = {
    point_lat: point?.lat,
    point_lon: point?.lon,
    geo_precision: point && !area ? 'EXACT' : null,
  };
  batch.put('location', { id, kind, name, parent_id: parent, ...place });
  const others = [cell('asciiname'), ...row.get('alternatenames')!.split(',')].filter(
    (text) => !/^https?:|^\d*$/.test(text.trim()),
  );
  const aliases = others.map((text): Given => ({ text, scheme: 'GeoNames', kind: 'ALIAS' }));
  stageNames(batch, id, [
    { text: name, scheme: 'GeoNames', kind: 'PRIMARY' },
    ...aliases.filter(({ text }) => cleanSpacing(text) !== name),
  ]);
}
