import { cleanSpacing } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { assertColumnCount, type CsvRow } from '../read/csv.ts';
import type { ClaimRow, RowFigure, RowReport, RowSource } from '../stage/claim-row.ts';
import { type Period, period, publishedOn } from '../stage/dated.ts';
import type { Issue, Note } from '../ucdp/values.ts';
import { cell, dayIn, numberIn, several, wholeIn } from './cells.ts';
import type { Mapping } from './mapping.ts';

/** What a row of a desk's table says, by its mapping. @throws RowRefused for one that cannot be a claim. */
export function claimRowOf(row: CsvRow, mapping: Mapping): ClaimRow {
  const issues: Issue[] = [];
  const note: Note = (issue) => issues.push(issue);
  const keeper: RowSource = mapping.dataset;
  const statement = cell(row, mapping.statement.column, 5_000, note);
  if (statement === '')
    throw new RowRefused(
      'NO_STATEMENT',
      mapping.statement.column,
      null,
      'A claim says something; this cell is empty.',
    );
  const occurred = occurredOf(row, mapping, note);
  const chains = mapping.sources.flatMap(({ column, kind }) =>
    several(row, column, mapping, note).map((name) => [{ name, kind }, keeper]),
  );
  return {
    key: {
      system: systemOf(mapping),
      value: idOf(row, mapping),
      external: true,
      order: occurred ? Date.parse(occurred.occurred_earliest) / 86_400 : 0,
    },
    statement,
    language: mapping.language,
    occurred,
    externalIds: [],
    issues,
    kind: chosen(row, mapping.kind, note) ?? 'OTHER',
    modality: chosen(row, mapping.modality, note) ?? 'ASSERTED',
    report: reportOf(row, mapping, keeper, note),
    place: placeOf(row, mapping, note),
    parties: mapping.parties.flatMap(({ column, ...party }) => {
      const names = several(row, column, mapping, note);
      const group =
        names.length > 1 ? mapping.parties.findIndex((each) => each.column === column) : null;
      return names.map((name) => ({ name, group, ...party }));
    }),
    figures: mapping.figures.flatMap((figure) => figureOf(row, figure, note) ?? []),
    chains: chains.length > 0 ? chains : [[keeper]],
  };
}

/** The system that ids of rows are of: the table's own. */
export const systemOf = ({ dataset }: Mapping): string =>
  `table:${cleanSpacing(dataset.name).toLowerCase()}`;

function idOf(row: CsvRow, { id }: Mapping): string {
  assertColumnCount(row);
  const value = (row.get(id.column) ?? '').trim();
  const refuse = (reason: string) =>
    new RowRefused('BAD_ID', id.column, value.slice(0, 500) || null, reason);
  if (value === '') throw refuse('The row has no id, so it could not be found again.');
  if (value.length > 200) throw refuse('An id has 200 characters at most.');
  if (/^https?:/i.test(value)) throw refuse('A URL is no id: reprints share one.');
  return value;
}

type Chosen<T extends string> =
  | { always: T }
  | { column: string; values: Record<string, T>; otherwise?: T | undefined };

function chosen<T extends string>(row: CsvRow, by: Chosen<T>, note: Note): T | undefined {
  if ('always' in by) return by.always;
  const text = cleanSpacing(row.get(by.column) ?? '');
  const found = Object.entries(by.values).find(
    ([value]) => value.toLowerCase() === text.toLowerCase(),
  )?.[1];
  if (found) return found as T;
  if (text !== '')
    note({
      kind: 'UNKNOWN_VALUE',
      column: by.column,
      value: text.slice(0, 500),
      reason: `The mapping has no such value; ${by.otherwise ?? 'nothing'} was taken for it.`,
    });
  return by.otherwise;
}

function occurredOf(row: CsvRow, { occurred, dates }: Mapping, note: Note): Period | null {
  if (!occurred) return null;
  const first = dayIn(row, occurred.from, dates, note);
  if (!first) return null;
  const last = (occurred.to && dayIn(row, occurred.to, dates, note)) || first;
  if (first <= last) return period(first, last);
  note({
    kind: 'BAD_DATE',
    column: occurred.to!,
    value: last,
    reason: `It ends before it starts (${first}); when it was is left open.`,
  });
  return null;
}

function placeOf(row: CsvRow, { place, decimals }: Mapping, note: Note): ClaimRow['place'] {
  if (!place) return null;
  const read = (column: string | undefined) => (column ? cell(row, column, 500, note) : '');
  const [country, admin1, admin2, admin3, given] = [
    place.country,
    place.admin1,
    place.admin2,
    place.admin3,
    place.name,
  ].map(read);
  const name = given || admin3 || admin2 || admin1 || country;
  if (!name) return null;
  const kind = given
    ? 'COMMUNITY'
    : admin3
      ? 'SUBDISTRICT'
      : admin2
        ? 'DISTRICT'
        : admin1
          ? 'GOVERNORATE'
          : 'COUNTRY';
  const [lat, lon] = [
    numberIn(row, place.latitude, 90, decimals, note),
    numberIn(row, place.longitude, 180, decimals, note),
  ];
  const point = lat !== null && lon !== null ? { lat, lon } : null;
  const geoPrecision = (place.precision && chosen(row, place.precision, note)) ?? null;
  return {
    country: country!,
    admin1: admin1!,
    admin2: admin2!,
    admin3: admin3!,
    name,
    kind,
    point,
    geoPrecision,
  };
}

/** A bound that contradicts the best estimate is left out, as is a range that runs backwards. */
function figureOf(
  row: CsvRow,
  figure: Mapping['figures'][number],
  note: Note,
): RowFigure | undefined {
  const { measure, category = null, value } = figure;
  const exact = wholeIn(row, value, note);
  let [min, best, max] = value
    ? [exact, exact, exact]
    : [figure.min, figure.best, figure.max].map((column) => wholeIn(row, column, note));
  const drop = (column: string, bound: number): null => {
    const reason = 'It contradicts the best estimate, or the other bound; it was left out.';
    note({ kind: 'BOUND_CONTRADICTS', column, value: String(bound), reason });
    return null;
  };
  if (min != null && best != null && min > best) min = drop(figure.min!, min);
  if (max != null && best != null && max < best) max = drop(figure.max!, max);
  if (min != null && max != null && min > max)
    [min, max] = [drop(figure.min!, min), drop(figure.max!, max)];
  if (min == null && best == null && max == null) return undefined;
  return { measure, min: min ?? null, best: best ?? null, max: max ?? null, category };
}

function reportOf(row: CsvRow, mapping: Mapping, keeper: RowSource, note: Note): RowReport {
  const { report, dates } = mapping;
  const title = report ? cell(row, report.title, 1_000, note) : '';
  if (!report || title === '')
    return {
      key: { system: 'table-report', value: systemOf(mapping) },
      kind: 'DATASET',
      title: mapping.dataset.name,
      publisher: keeper,
    };
  const address = report.url ? (row.get(report.url) ?? '').trim() : '';
  const url = /^https?:\/\/[^\s/]+\S*$/i.test(address) && address.length <= 2_000 ? address : null;
  if (address !== '' && !url)
    note({
      kind: 'BAD_URL',
      column: report.url!,
      value: address.slice(0, 500),
      reason: 'This is no address with http:// or https://; it was left out.',
    });
  const publisher = report.publisher ? cell(row, report.publisher, 500, note) : '';
  const day = report.published ? dayIn(row, report.published, dates, note) : null;
  const key = [systemOf(mapping), publisher, day ?? '', url ?? '', title]
    .map((part) => cleanSpacing(part).toLowerCase())
    .join('|');
  return {
    key: { system: 'table-report', value: key },
    kind: report.kind,
    title,
    url,
    publisher: publisher ? { name: publisher, kind: 'OUTLET' } : null,
    published: day ? publishedOn(day) : null,
  };
}
