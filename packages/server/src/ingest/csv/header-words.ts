import { normalizeForComparison } from '../../values/normalize.ts';

/** The words of a header: `killed_min`, `Killed (min)` and `killedMin` are the same. */
export const headerText = (column: string): string =>
  normalizeForComparison(
    column.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' '),
  );

/**
 * Usual headers by what their column means to `guessMapping`, the most likely first. A header
 * is one of them, or contains one as a whole word.
 */
export const headerWords = {
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
    'account',
    'description',
    'what happened',
    'summary',
    'details',
    'notes',
    'event',
    'text',
    'what',
  ],
  kind: ['kind', 'event type', 'incident type', 'type', 'category'],
  from: ['date', 'event date', 'incident date', 'start date', 'date start', 'from', 'day', 'when'],
  to: ['end date', 'date end', 'until', 'to'],
  country: ['country'],
  admin1: ['admin1', 'governorate', 'province', 'region', 'state', 'oblast'],
  admin2: ['admin2', 'district', 'county'],
  admin3: ['admin3', 'subdistrict', 'sub district', 'nahiya'],
  name: ['location', 'place', 'town', 'village', 'city', 'community', 'settlement', 'where'],
  latitude: ['latitude', 'lat', 'y'],
  longitude: ['longitude', 'lon', 'lng', 'long', 'x'],
  actor: ['perpetrator', 'actor', 'actor1', 'responsible', 'attacker'],
  target: ['target', 'victim', 'victims', 'actor2'],
  source: ['source', 'sources', 'witness', 'said by', 'reported by', 'according to'],
  title: ['headline', 'report title', 'article', 'title'],
  url: ['url', 'link', 'source url'],
  publisher: ['publisher', 'outlet', 'media', 'office'],
  published: ['published', 'publication date', 'report date', 'source date'],
} as const satisfies Record<string, readonly string[]>;
