import { ClaimKind } from '../../claims/claim.enums.ts';
import type { OpenedFile } from '../format.ts';
import { normalizeForComparison } from '../normalize.ts';
import { FileRefused } from '../problem.ts';
import { readCsv } from '../read/csv.ts';
import { dayOf } from './cells.ts';
import { dateForms, type Mapping, type MappingInput } from './mapping.ts';

/** Words by which headers name things, the likeliest first. A header is one of them, or else holds one as a word. */
const words: Record<string, readonly string[]> = {
  id: [
    'id',
    'event id',
    'incident id',
    'row id',
    'case id',
    'no',
    'nr',
    'number',
    'ref',
    'reference',
    'code',
  ],
  statement: [
    'statement',
    'claim',
    'description',
    'what happened',
    'summary',
    'details',
    'notes',
    'event',
    'text',
  ],
  kind: ['kind', 'event type', 'incident type', 'type', 'category'],
  from: ['date', 'event date', 'incident date', 'start date', 'date start', 'from', 'day'],
  to: ['end date', 'date end', 'until', 'to'],
  country: ['country'],
  admin1: ['admin1', 'governorate', 'province', 'region', 'state', 'oblast'],
  admin2: ['admin2', 'district', 'county'],
  admin3: ['admin3', 'subdistrict', 'sub-district', 'nahiya'],
  name: ['location', 'place', 'town', 'village', 'city', 'community', 'settlement'],
  latitude: ['latitude', 'lat', 'y'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x'],
  actor: ['perpetrator', 'actor', 'actor1', 'responsible', 'attacker'],
  target: ['target', 'victim', 'victims', 'actor2'],
  killed: ['killed', 'fatalities', 'deaths', 'dead'],
  injured: ['injured', 'wounded'],
  displaced: ['displaced', 'idps'],
  source: ['source', 'sources', 'witness', 'said by'],
  title: ['headline', 'report title', 'article', 'title'],
  url: ['url', 'link', 'source url'],
  publisher: ['publisher', 'outlet', 'media', 'office'],
  published: ['published', 'publication date', 'report date', 'source date'],
};

/** How many rows are looked at for the forms of dates and the values of kinds. */
const looked = 500;

/** A first mapping of a file, from its header and first rows: a start to correct, not an answer. @throws FileRefused when it cannot be read. */
export async function guessMapping(
  file: OpenedFile,
  dataset = file.name.replace(/\.[^.]*$/, ''),
): Promise<MappingInput> {
  const delimiter = await delimiterOf(file);
  let columns: readonly string[] = [];
  const rows: ((column: string) => string)[] = [];
  for await (const row of readCsv(
    file,
    { delimiter, what: 'CSV file' },
    (found) => (columns = found),
  )) {
    rows.push((column) => row.get(column)?.trim() ?? '');
    if (rows.length >= looked) break;
  }
  const taken = new Set<string>();
  const find = (what: string): string | undefined => {
    const wanted = words[what]!;
    const free = columns.filter((column) => column !== '' && !taken.has(column));
    const named = (column: string) => normalizeForComparison(column.replace(/[_-]+/g, ' '));
    const found =
      wanted
        .map((word) => free.find((column) => named(column) === word.replace(/-/g, ' ')))
        .find(Boolean) ??
      wanted
        .filter((word) => word.length > 3)
        .map((word) => free.find((column) => ` ${named(column)} `.includes(` ${word} `)))
        .find(Boolean);
    if (found) taken.add(found);
    return found;
  };
  // Exact words first where two things share one: a source's date is no event's.
  const at = Object.fromEntries(
    ['url', 'published', 'id', 'from', 'to', ...Object.keys(words)].map((what) => [
      what,
      undefined as string | undefined,
    ]),
  );
  for (const what of Object.keys(at)) at[what] = find(what);
  const values = (column: string | undefined) =>
    column ? [...new Set(rows.map((get) => get(column)).filter(Boolean))] : [];
  const report = at.title && {
    title: at.title,
    ...given({ url: at.url, publisher: at.publisher, published: at.published }),
  };
  const place = given({
    country: at.country,
    admin1: at.admin1,
    admin2: at.admin2,
    admin3: at.admin3,
    name: at.name,
    latitude: at.latitude,
    longitude: at.longitude,
  });
  return {
    dataset: { name: dataset.slice(0, 50), kind: 'ORGANISATION' },
    delimiter,
    separator: ';',
    dates: formOf(values(at.from)),
    decimals: values(at.latitude).some((text) => /^-?\d+,\d+$/.test(text)) ? ',' : '.',
    language: 'en',
    id: { column: at.id ?? columns[0]! },
    statement: {
      column: at.statement ?? columns.find((column) => !taken.has(column)) ?? columns[0]!,
    },
    kind: at.kind
      ? { column: at.kind, values: kindsOf(values(at.kind)), otherwise: 'OTHER' }
      : { always: 'OTHER' },
    ...(at.from && { occurred: { from: at.from, ...given({ to: at.to }) } }),
    ...(Object.keys(place).length > 0 && { place }),
    parties: [
      ...(at.actor ? [{ column: at.actor, role: 'ACTOR' as const }] : []),
      ...(at.target ? [{ column: at.target, role: 'TARGET' as const }] : []),
    ],
    figures: (['killed', 'injured', 'displaced'] as const).flatMap((what) => {
      const column = at[what];
      return column
        ? [{ measure: `PEOPLE_${what.toUpperCase()}` as 'PEOPLE_KILLED', value: column }]
        : [];
    }),
    sources: at.source ? [{ column: at.source }] : [],
    ...(report && { report }),
  };
}

const given = (keys: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The delimiter that the first line has most of. */
async function delimiterOf(file: OpenedFile): Promise<Mapping['delimiter']> {
  let head = '';
  for await (const chunk of file.bytes()) {
    head += chunk.toString('utf8');
    if (head.includes('\n') || head.length > 65_536) break;
  }
  if (head.trim() === '') throw new FileRefused(`${file.name} is empty.`);
  const line = head.split('\n')[0]!;
  const count = (delimiter: string) => line.split(delimiter).length;
  return ([',', ';', '\t', '|'] as const).reduce((best, each) =>
    count(each) > count(best) ? each : best,
  );
}

/** The only form in which all dates are days; of 03/04/2018 alone nobody can tell, and the day is taken to come first. */
const formOf = (texts: readonly string[]): Mapping['dates'] =>
  dateForms.find(
    (form) => texts.length > 0 && texts.every((text) => dayOf(text, form) !== undefined),
  ) ?? 'YYYY-MM-DD';

/** Values that are named like a kind, or begin like one. */
function kindsOf(texts: readonly string[]): Record<string, ClaimKind> {
  const kinds = Object.keys(ClaimKind) as ClaimKind[];
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const like = (text: string) =>
    kinds.find((kind) => plain(kind) === plain(text)) ??
    kinds.find((kind) => plain(text).length > 4 && plain(text).startsWith(plain(kind).slice(0, 6)));
  return Object.fromEntries(texts.slice(0, 100).map((text) => [text, like(text) ?? 'OTHER']));
}
