import { normalizeForComparison } from '../../values/normalize.ts';
import type { OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { readCsv } from '../read/csv.ts';
import { readHead } from '../read/head.ts';
import { guessDateForm, type NoteGuess } from './guess-dates.ts';
import { guessFigures } from './guess-figures.ts';
import { noteAmbiguousPlaces } from './guess-places.ts';
import { guessKinds, guessNobody } from './guess-values.ts';
import { headerText, headerWords } from './header-words.ts';
import { delimiters, type Mapping, type MappingInput } from './mapping.ts';

/** How many rows are read to guess date forms and the values of kinds. */
const sampleSize = 5_000;

type Meaning = keyof typeof headerWords;

/** The first rows of a table. */
export interface SampleRows {
  columns: readonly string[];
  rows: readonly ((column: string) => string)[];
  /** The different values of columns. */
  valuesOf(...columns: (string | undefined)[]): string[];
}

/**
 * A first mapping of a file from its header and first rows, as a draft to correct.
 *
 * @param note Called with each guess that a person has to check.
 * @throws FileRefused if the file cannot be read.
 */
export async function guessMapping(
  file: OpenedFile,
  dataset = file.name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''),
  note: NoteGuess = () => undefined,
): Promise<MappingInput> {
  const delimiter = await guessDelimiter(file);
  const sample = await readSampleRows(file, delimiter);
  const { columns, valuesOf } = sample;
  const figures = guessFigures(sample, note);
  const counted = new Set(figures.flatMap(({ value, min, best, max }) => [value, min, best, max]));
  const at = guessColumns(columns.filter((column) => !counted.has(column)));
  const used = new Set([...Object.values(at), ...counted]);
  const unused = columns.find((column) => column !== '' && !used.has(column));
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
  noteAmbiguousPlaces(sample, place, used, note);
  const id = at.id ?? first;
  const statement = at.statement ?? unused ?? first;
  noteUncertainColumns(at, statement, id, note);
  noteUnusedColumns(
    columns.filter((column) => column !== '' && ![...used, id, statement].includes(column)),
    note,
  );
  const { url, publisher, published } = at;
  const nobody = guessNobody(valuesOf(at.actor, at.target, at.source, at.publisher, at.name));
  return {
    dataset: { name: dataset.slice(0, 50), kind: 'ORGANISATION' },
    delimiter,
    separator: ';',
    dates: guessDateForm(valuesOf(at.from, at.to, at.published), note),
    decimals: valuesOf(at.latitude).some((text) => /^-?\d+,\d+$/.test(text)) ? ',' : '.',
    language: 'en',
    ...(nobody.length > 0 && { nobody }),
    id: { column: id },
    statement: { column: statement },
    kind: at.kind
      ? { column: at.kind, values: guessKinds(valuesOf(at.kind)), otherwise: 'OTHER' }
      : { always: 'OTHER' },
    ...(at.from && { occurred: { from: at.from, ...definedEntries({ to: at.to }) } }),
    ...(Object.keys(place).length > 0 && { place }),
    parties: [
      ...(at.actor ? [{ column: at.actor, role: 'ACTOR' as const }] : []),
      ...(at.target ? [{ column: at.target, role: 'TARGET' as const }] : []),
    ],
    figures,
    sources: at.source ? [{ column: at.source }] : [],
    ...(at.title && {
      report: { title: at.title, ...definedEntries({ url, publisher, published }) },
    }),
  };
}

/** A guess without a header that says so has to be checked. */
function noteUncertainColumns(
  at: Partial<Record<Meaning, string>>,
  statement: string,
  id: string,
  note: NoteGuess,
): void {
  if (!at.id) note(`No header says which column has the id of a row. ${id} was taken.`);
  if (!at.statement) note(`No header says which column has the statement. ${statement} was taken.`);
  if (!at.from) note('No header says which column has the date, so claims would be undated.');
  if (!at.name && at.latitude) note('No header says which column has the place of the points.');
}

/** Who said it may be in one of them, under a header that nobody here has seen. */
function noteUnusedColumns(columns: readonly string[], note: NoteGuess): void {
  if (columns.length > 0)
    note(`These columns have no meaning yet, and stay in the raw rows: ${columns.join(', ')}.`);
}

const definedEntries = (entries: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The delimiter that a `sep=` line names, or else that the header has most often. */
async function guessDelimiter(file: OpenedFile): Promise<Mapping['delimiter']> {
  const { text, delimiter } = await readHead(file);
  if (text.trim() === '') throw new FileRefused(`${file.name} is empty.`, 'EMPTY_FILE');
  const [line = ''] = text.trimStart().split('\n');
  const header = line.replace(/"[^"]*"/g, '');
  const count = (each: string) => header.split(each).length;
  return (
    delimiters.find((each) => each === delimiter) ??
    delimiters.reduce((best, each) => (count(each) > count(best) ? each : best))
  );
}

/** The columns, and the different values of each in the first rows. */
async function readSampleRows(
  file: OpenedFile,
  delimiter: Mapping['delimiter'],
): Promise<SampleRows> {
  let columns: readonly string[] = [];
  const rows: ((column: string) => string)[] = [];
  const onHeader = (header: readonly string[]) => (columns = header);
  for await (const row of readCsv(file, { delimiter, what: 'CSV file' }, onHeader)) {
    rows.push((column) => row.get(column)?.trim() ?? '');
    if (rows.length >= sampleSize) break;
  }
  const valuesOf = (...names: (string | undefined)[]): string[] => {
    const values = names.flatMap((name) =>
      name === undefined ? [] : rows.map((get) => get(name)),
    );
    return [...new Set(values.filter(Boolean))];
  };
  return { columns, rows, valuesOf };
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
  for (const word of words) {
    const column = columns.find((each) => headerText(each) === normalizeForComparison(word));
    if (column) return column;
  }
  for (const word of words.filter(({ length }) => length > 3)) {
    const column = columns.find((each) => ` ${headerText(each)} `.includes(` ${word} `));
    if (column) return column;
  }
  return undefined;
}
