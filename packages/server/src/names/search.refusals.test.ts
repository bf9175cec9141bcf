import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;

const document = `query (
  $text: String!, $types: [RecordType!], $within: ID, $near: NearInput,
  $match: NameMatch! = SCRIPT, $first: Int, $after: String
) {
  search(
    text: $text, types: $types, within: $within, near: $near, match: $match,
    first: $first, after: $after
  ) { totalCount nodes { label record { id } } }
}`;
const search = async (text: string, more: Input = {}) =>
  (await api.data(document, { text, ...more })).search;

beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

describe('an invalid search', () => {
  test.each<[string, Input, string]>([
    ['an empty text', { text: '' }, 'text'],
    ['blanks', { text: ' \t ' }, 'text'],
    ['more than 200 characters', { text: 'a'.repeat(201) }, 'text'],
    ['a NUL', { text: 'a\0b' }, 'text'],
    ['half a character', { text: 'a\ud83d' }, 'text'],
    ['no type at all', { text: 'a', types: [] }, 'types'],
    [
      'an id of another type',
      { text: 'a', within: 'src_0198c0de-0000-7000-8000-000000000000' },
      'within',
    ],
    ['a text that is not an id', { text: 'a', within: 'Daraa' }, 'within'],
    ['a point beyond the pole', { text: 'a', near: { lat: 91, lon: 0, withinKm: 1 } }, 'near.lat'],
    ['a page that is too large', { text: 'a', first: 101 }, 'first'],
    ['a text that is not a cursor', { text: 'a', after: 'x' }, 'after'],
  ])('with %s is refused', async (_problem, variables, path) => {
    await refused(api, { code: 'BAD_USER_INPUT', path }, document, variables);
  });
});

describe('sources and factions, which have no place', () => {
  const near = { lat: 32.6, lon: 36.1, withinKm: 50 };

  test('are not found inside or near a place', async () => {
    const within = await make.aLocation('Daraa');
    await make.aSource('Daraa');
    await make.aFaction('Daraa');
    for (const types of [['SOURCE'], ['FACTION'], ['SOURCE', 'FACTION']]) {
      expect((await search('Daraa', { types })).totalCount).toBe(types.length);
      for (const where of [{ near }, { within }, { near, within }])
        expect(await search('Daraa', { types, ...where })).toEqual({ totalCount: 0, nodes: [] });
    }
  });

  test('do not make an invalid place valid', async () => {
    const types = ['SOURCE'];
    await refused(api, { code: 'BAD_USER_INPUT', path: 'within' }, document, {
      text: 'a',
      types,
      within: 'Daraa',
    });
    await refused(api, { code: 'BAD_USER_INPUT', path: 'near.lat' }, document, {
      text: 'a',
      types,
      near: { ...near, lat: 91 },
    });
  });
});

describe('any text', () => {
  const hostile = [
    '\u0301\u0302\u0303',
    '\u064b\u0651',
    '\u200f\u202e\u2066',
    '💥',
    '👩‍👩‍👧‍👦 Zayzun',
    '...',
    "'",
    '"',
    '""',
    '\\',
    '%',
    '_',
    '*',
    'a & | ! (',
    "' <-> :*",
    '!!!',
    'foo:*',
    '-',
    '- -',
    '"unclosed',
    "'; drop table name; --",
    '$1',
    '(?<=a)(',
    '[[:alpha:]]',
    '\\1\\2',
    'the',
    'or',
    'town village',
    'al',
    'el al ul',
    'ال',
    'الـ',
    '٠١٢',
    'ﷺ'.repeat(60),
    'ﷺ',
    'İstanbul',
    'ß',
    '漢字',
    'Дамаск',
    'ا'.repeat(200),
    'zy'.repeat(100),
    'a '.repeat(99),
    '/'.repeat(200),
    'a/'.repeat(100),
    '\uffff',
    '\u{10ffff}',
    'x\u0000'.slice(0, 1),
    '-'.repeat(200),
    '- '.repeat(100),
    '-a '.repeat(66),
    '-"'.repeat(100),
    '"a" '.repeat(50),
    'or '.repeat(60),
  ];

  test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
    '%s can be searched',
    async (_name, text) => {
      for (const match of ['EXACT', 'SPELLING', 'SCRIPT'])
        expect((await search(text, { match })).totalCount).toBeGreaterThanOrEqual(0);
    },
  );

  test.each(
    hostile
      .filter((text) => text.trim() !== '')
      .map((text) => [JSON.stringify(text).slice(0, 60), text]),
  )('%s can be a name, which finds its record unless it has no key', async (_name, text) => {
    const id = await make.aFaction(text);
    const { nodes } = await search(text, { types: ['FACTION'], match: 'EXACT' });
    const [{ keyless }] = await api.database.query('select name_exact($1) = $2 as keyless', [
      text,
      '',
    ]);
    expect(nodes.map(({ record }: any) => record.id).includes(id)).toBe(!keyless);
  });
});
