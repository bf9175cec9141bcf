import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { FormatOptions } from '../format.ts';
import { type NoteIssue, type RowIssue, RowRefused } from '../problem.ts';
import { excerpt, maxNameLength, namesIn, textIn, writtenIn } from '../read/cells.ts';
import { assertColumnCount, type CsvRow } from '../read/csv.ts';
import { idIn, missingId } from '../read/row-id.ts';
import type { ClaimRow, RowFigure, RowReport, RowSource } from '../stage/claim-row.ts';
import { orderOfDay } from '../stage/dates.ts';
import { smallestPlace } from '../stage/place-path.ts';
import { withRoles } from '../ucdp/origins.ts';
import { degreesIn, optionalCountIn } from './cells.ts';
import { occurredOf, publishedOf } from './dates.ts';
import type { Mapping } from './mapping.ts';

const maxStatementLength = 5_000;
const maxTitleLength = 1_000;
const maxUrlLength = 2_000;

/** Reads a row of a desk's table by its mapping. @throws RowRefused if it cannot be a claim. */
export function claimRowOf(
  row: CsvRow,
  { settings: mapping, outlets }: FormatOptions<Mapping>,
): ClaimRow {
  const issues: RowIssue[] = [];
  const note: NoteIssue = (issue) => issues.push(issue);
  const dataset: RowSource = mapping.dataset;
  const statement = textIn(row, mapping.statement.column, maxStatementLength, note);
  if (statement === '')
    throw new RowRefused(
      'NO_STATEMENT',
      mapping.statement.column,
      null,
      'A claim needs a statement. This cell is empty, or only says that there is none.',
    );
  const isNobody = nobodyIn(mapping);
  const names = (column: string) =>
    namesIn(row, column, mapping.separator, note).filter((name) => !isNobody(name));
  const occurred = occurredOf(row, mapping, note);
  // A comma also joins a name with its role.
  const hasRoles = mapping.separator.trim() === ',';
  const isOutlet = (name: string) => outlets.has(normalizeForComparison(name));
  const speakers = (column: string) =>
    hasRoles ? withRoles(names(column), isOutlet) : names(column);
  const chains = mapping.sources.flatMap(({ column, kind }) =>
    speakers(column).map((name) => [{ name, kind }, dataset]),
  );
  return {
    key: {
      system: systemOf(mapping),
      value: idOf(row, mapping),
      external: true,
      order: orderOfDay(occurred?.occurred_earliest),
    },
    statement,
    language: mapping.language,
    occurred,
    externalIds: [],
    issues,
    ...(hasRoles && { reading: 'names with roles' }),
    kind: chooseValue(row, mapping.kind, note) ?? 'OTHER',
    modality: chooseValue(row, mapping.modality, note) ?? 'ASSERTED',
    report: reportOf(row, mapping, note),
    place: placeOf(row, mapping, note),
    parties: mapping.parties.flatMap(({ column, ...party }) => {
      const factions = names(column);
      const coalition = mapping.parties.findIndex((each) => each.column === column);
      const group = factions.length > 1 ? coalition : null;
      return factions.map((name) => ({ name, group, ...party }));
    }),
    figures: mapping.figures.flatMap((figure) => figureOf(row, figure, mapping, note) ?? []),
    chains: chains.length > 0 ? chains : [[dataset]],
  };
}

/** The system of the external ids of a table's rows. */
export const systemOf = ({ dataset }: Mapping): string =>
  `table:${cleanSpacing(dataset.name).toLowerCase()}`;

function idOf(row: CsvRow, { id }: Mapping): string {
  assertColumnCount(row);
  const value = idIn(row, id.column);
  if (value === '') throw missingId(row, id.column);
  return value;
}

type ValueChoice<T extends string> =
  | { always: T }
  | { column: string; values: Record<string, T>; otherwise?: T | undefined };

/** The value of a closed list that a mapping chooses for a row. */
function chooseValue<T extends string>(
  row: CsvRow,
  choice: ValueChoice<T>,
  note: NoteIssue,
): T | undefined {
  if ('always' in choice) return choice.always;
  const { column, values, otherwise } = choice;
  // A mapping may say what a mark for nothing means, such as NA.
  const written = cleanSpacing(writtenIn(row, column)).toLowerCase();
  for (const key of Object.keys(values)) if (key.toLowerCase() === written) return values[key];
  const text = cleanSpacing(row.get(column) ?? '');
  if (text !== '')
    note({
      kind: 'UNKNOWN_VALUE',
      column,
      value: excerpt(text),
      reason: otherwise
        ? `The mapping does not have this value. ${otherwise} was taken.`
        : 'The mapping does not have this value. It was left out.',
    });
  return otherwise;
}

/** Returns whether a name is one of those that the mapping calls nobody. */
function nobodyIn({ nobody }: Mapping): (name: string) => boolean {
  const names = new Set(nobody.map(normalizeForComparison));
  return (name) => names.has(normalizeForComparison(name));
}

function placeOf(row: CsvRow, mapping: Mapping, note: NoteIssue): ClaimRow['place'] {
  const { place, decimals } = mapping;
  if (!place) return null;
  const isNobody = nobodyIn(mapping);
  const cell = (column: string | undefined) => {
    const name = column ? textIn(row, column, maxNameLength, note) : '';
    return isNobody(name) ? '' : name;
  };
  const path = smallestPlace({
    country: cell(place.country),
    admin1: cell(place.admin1),
    admin2: cell(place.admin2),
    admin3: cell(place.admin3),
    community: cell(place.name),
  });
  if (!path) {
    notePointOfNoPlace(row, place, note);
    return null;
  }
  const lat = degreesIn(row, place.latitude, 90, decimals, note);
  const lon = degreesIn(row, place.longitude, 180, decimals, note);
  const point = lat !== null && lon !== null ? { lat, lon } : null;
  noteHalfPoint(row, place, note);
  const geoPrecision = (place.precision && chooseValue(row, place.precision, note)) ?? null;
  return { ...path, point, geoPrecision };
}

/** A claim has its point at a place, and a place has a name. */
function notePointOfNoPlace(
  row: CsvRow,
  { latitude, longitude }: NonNullable<Mapping['place']>,
  note: NoteIssue,
): void {
  const degrees = [latitude, longitude].map((column) => (column ? (row.get(column) ?? '') : ''));
  if (degrees.every((text) => text.trim() === '')) return;
  note({
    kind: 'NO_PLACE',
    column: latitude ?? longitude ?? null,
    value: excerpt(degrees.join(', ')),
    reason:
      'The row names no place, so the claim has none, and no point. Name one, such as "Near Odra".',
  });
}

/** A latitude without a longitude is not a point. One that cannot be read has an issue already. */
function noteHalfPoint(
  row: CsvRow,
  { latitude, longitude }: NonNullable<Mapping['place']>,
  note: NoteIssue,
): void {
  if (!latitude || !longitude) return;
  const [lat, lon] = [latitude, longitude].map((column) => (row.get(column) ?? '').trim());
  if ((lat === '') === (lon === '')) return;
  note({
    kind: 'BAD_POINT',
    column: lat === '' ? longitude : latitude,
    value: excerpt(lat || lon || ''),
    reason: 'A point needs a latitude and a longitude. The claim has no point.',
  });
}

/**
 * A figure with its bounds. A bound that contradicts the best estimate is left out; so are both
 * bounds if the lower one is above the upper one.
 */
function figureOf(
  row: CsvRow,
  figure: Mapping['figures'][number],
  { decimals }: Mapping,
  note: NoteIssue,
): RowFigure | undefined {
  const { measure, category = null, value } = figure;
  const countOf = (column: string | undefined) => optionalCountIn(row, column, decimals, note);
  if (value) {
    const count = countOf(value);
    return count === null ? undefined : { measure, min: count, best: count, max: count, category };
  }
  const min = countOf(figure.min);
  const best = countOf(figure.best);
  const max = countOf(figure.max);
  const noteBound = (column: string | undefined, bound: number | null) =>
    note({
      kind: 'BOUND_CONTRADICTS',
      column: column ?? null,
      value: String(bound),
      reason: 'It contradicts the best estimate or the other bound. It was left out.',
    });
  const dropMin = min !== null && best !== null && min > best;
  const dropMax = max !== null && best !== null && max < best;
  const dropBoth = !dropMin && !dropMax && min !== null && max !== null && min > max;
  if (dropMin || dropBoth) noteBound(figure.min, min);
  if (dropMax || dropBoth) noteBound(figure.max, max);
  const bounds = {
    min: dropMin || dropBoth ? null : min,
    best,
    max: dropMax || dropBoth ? null : max,
  };
  if (Object.values(bounds).every((bound) => bound === null)) return undefined;
  return { measure, ...bounds, category };
}

/** The report that a row was read in. By default, it is the table itself. */
function reportOf(row: CsvRow, mapping: Mapping, note: NoteIssue): RowReport {
  const { report, dataset } = mapping;
  const title = report ? textIn(row, report.title, maxTitleLength, note) : '';
  if (!report || title === '')
    return {
      key: { system: 'table-report', value: systemOf(mapping) },
      kind: 'DATASET',
      title: dataset.name,
      publisher: dataset,
    };
  const url = report.url ? urlIn(row, report.url, note) : null;
  const office = report.publisher ? textIn(row, report.publisher, maxNameLength, note) : '';
  const publisher = nobodyIn(mapping)(office) ? '' : office;
  const published = publishedOf(row, mapping, note);
  const key = [systemOf(mapping), publisher, published?.published_edtf ?? '', url ?? '', title]
    .map((part) => cleanSpacing(part).toLowerCase())
    .join('|');
  return {
    key: { system: 'table-report', value: key },
    kind: report.kind,
    title,
    url,
    publisher: publisher ? { name: publisher, kind: 'OUTLET' } : null,
    published,
  };
}

function urlIn(row: CsvRow, column: string, note: NoteIssue): string | null {
  const url = (row.get(column) ?? '').trim();
  if (url === '') return null;
  if (/^https?:\/\/[^\s/]+\S*$/i.test(url) && url.length <= maxUrlLength) return url;
  note({
    kind: 'BAD_URL',
    column,
    value: excerpt(url),
    reason: 'This is not an address with http:// or https://. It was left out.',
  });
  return null;
}
