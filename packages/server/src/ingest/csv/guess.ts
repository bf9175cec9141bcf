import { ClaimKind } from '../../claims/claim.enums.ts';
import type { OpenedFile } from '../format.ts';
import { normalizeForComparison } from '../normalize.ts';
import { FileRefused } from '../problem.ts';
import { readCsv } from '../read/csv.ts';
import { parseDay } from './cells.ts';
import { headerWords } from './header-words.ts';
import { dateFormats, delimiters, type Mapping, type MappingInput } from './mapping.ts';

/** How many rows are read to guess date formats and the values of kinds. */
const sampleSize = 500;

type Meaning = keyof typeof headerWords;

/**
 * A first mapping of a file from its header and first rows, as a draft to correct.
 *
 * @throws FileRefused if the file cannot be read.
 */
export async function guessMapping(
  file: OpenedFile,
  dataset = file.name.replace(/\.[^.]*$/, ''),
): Promise<MappingInput> {
  const delimiter = await guessDelimiter(file);
  const { columns, valuesOf } = await readSampleRows(file, delimiter);
  const at = guessColumns(columns);
  const unused = columns.find((column) => !Object.values(at).includes(column));
  const first = columns[0] ?? '';
  const place = definedEntries({
    country: at.country,
    admin1: at.admin1,
    admin2: at.admin2,
    admin3: at.admin3,
    name: at.name,
    latitude: at.latitude,
    longitude: at.longitude,
  });
  const { url, publisher, published } = at;
  return {
    dataset: { name: dataset.slice(0, 50), kind: 'ORGANISATION' },
    delimiter,
    separator: ';',
    dates: guessDateFormat(valuesOf(at.from)),
    decimals: valuesOf(at.latitude).some((text) => /^-?\d+,\d+$/.test(text)) ? ',' : '.',
    language: 'en',
    id: { column: at.id ?? first },
    statement: { column: at.statement ?? unused ?? first },
    kind: at.kind
      ? { column: at.kind, values: guessKinds(valuesOf(at.kind)), otherwise: 'OTHER' }
      : { always: 'OTHER' },
    ...(at.from && { occurred: { from: at.from, ...definedEntries({ to: at.to }) } }),
    ...(Object.keys(place).length > 0 && { place }),
    parties: [
      ...(at.actor ? [{ column: at.actor, role: 'ACTOR' as const }] : []),
      ...(at.target ? [{ column: at.target, role: 'TARGET' as const }] : []),
    ],
    figures: [
      ...(at.killed ? [{ measure: 'PEOPLE_KILLED' as const, value: at.killed }] : []),
      ...(at.injured ? [{ measure: 'PEOPLE_INJURED' as const, value: at.injured }] : []),
      ...(at.displaced ? [{ measure: 'PEOPLE_DISPLACED' as const, value: at.displaced }] : []),
    ],
    sources: at.source ? [{ column: at.source }] : [],
    ...(at.title && {
      report: { title: at.title, ...definedEntries({ url, publisher, published }) },
    }),
  };
}

const definedEntries = (entries: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The delimiter that occurs most often in the first line. */
async function guessDelimiter(file: OpenedFile): Promise<Mapping['delimiter']> {
  let head = '';
  for await (const chunk of file.bytes()) {
    head += chunk.toString('utf8');
    if (head.includes('\n') || head.length > 65_536) break;
  }
  if (head.trim() === '') throw new FileRefused(`${file.name} is empty.`);
  const [line = ''] = head.split('\n');
  const count = (delimiter: string) => line.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The columns, and the different values of each in the first rows. */
async function readSampleRows(file: OpenedFile, delimiter: Mapping['delimiter']) {
  let columns: readonly string[] = [];
  const rows: ((column: string) => string)[] = [];
  const onHeader = (header: readonly string[]) => (columns = header);
  for await (const row of readCsv(file, { delimiter, what: 'CSV file' }, onHeader)) {
    rows.push((column) => row.get(column)?.trim() ?? '');
    if (rows.length >= sampleSize) break;
  }
  const valuesOf = (column: string | undefined): string[] =>
    column === undefined ? [] : [...new Set(rows.map((get) => get(column)).filter(Boolean))];
  return { columns, valuesOf };
}

/** What is found first takes its column, so a source's date is not taken for the event's. */
const specificFirst: readonly Meaning[] = ['url', 'published', 'id', 'from', 'to'];

/** The column of each meaning. Every column is used at most once. */
function guessColumns(columns: readonly string[]): Partial<Record<Meaning, string>> {
  const columnsByMeaning: Partial<Record<Meaning, string>> = {};
  const free = new Set(columns.filter((column) => column !== ''));
  for (const meaning of new Set([...specificFirst, ...(Object.keys(headerWords) as Meaning[])])) {
    const column = findColumn([...free], headerWords[meaning]);
    if (column === undefined) continue;
    columnsByMeaning[meaning] = column;
    free.delete(column);
  }
  return columnsByMeaning;
}

/** The column whose header is one of the words, or else contains one as a whole word. */
function findColumn(columns: readonly string[], words: readonly string[]): string | undefined {
  const header = (column: string) => normalizeForComparison(column.replace(/[_-]+/g, ' '));
  for (const word of words) {
    const column = columns.find((each) => header(each) === word.replace(/-/g, ' '));
    if (column) return column;
  }
  for (const word of words.filter(({ length }) => length > 3)) {
    const column = columns.find((each) => ` ${header(each)} `.includes(` ${word} `));
    if (column) return column;
  }
  return undefined;
}

/**
 * The format in which all dates are days. If several fit, as for 03/04/2018, the first does: the
 * day is then taken to come before the month.
 */
const guessDateFormat = (texts: readonly string[]): Mapping['dates'] =>
  dateFormats.find(
    (format) => texts.length > 0 && texts.every((text) => parseDay(text, format) !== undefined),
  ) ?? 'YYYY-MM-DD';

/** The kind of claim for each value that is named like a kind, or begins like one. */
function guessKinds(texts: readonly string[]): Record<string, ClaimKind> {
  const kinds = Object.keys(ClaimKind) as ClaimKind[];
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const kindOf = (text: string): ClaimKind =>
    kinds.find((kind) => letters(kind) === letters(text)) ??
    kinds.find(
      (kind) => letters(text).length > 4 && letters(text).startsWith(letters(kind).slice(0, 6)),
    ) ??
    'OTHER';
  return Object.fromEntries(texts.slice(0, 100).map((text) => [text, kindOf(text)]));
}
