import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { searchFor } from './search.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
const ids: Record<string, string> = {};

const search = (text: string, more?: object) => searchFor(api, text, more);
const labels = async (text: string, more: object = {}): Promise<string[]> =>
  (await search(text, more)).nodes.map(({ label }: any) => label);
const arabic = (text: string) => ({ text, kind: 'ALIAS', language: 'ar', script: 'Arab' });

beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
  const area = async (name: string, kind: string, parentId?: string) =>
    make.aLocation(name, { kind, ...(parentId && { parentId }) });
  ids.daraa = await area('Daraa', 'GOVERNORATE');
  ids.hama = await area('Hama', 'GOVERNORATE');
  ids.mzeireb = await area('Mzeireb', 'SUBDISTRICT', ids.daraa);
  ids.ziyara = await area('Ziyara', 'SUBDISTRICT', ids.hama);
  const village = (name: string, other: string, parentId: string, lat: number, lon: number) =>
    make.aLocation(name, {
      parentId,
      point: { lat, lon },
      names: [{ text: name, kind: 'PRIMARY' }, arabic(other)],
    });
  ids.south = await village('Zayzun', 'زيزون', ids.mzeireb!, 32.716, 35.943);
  ids.north = await village('Zayzun', 'زيزون', ids.ziyara!, 35.72, 36.36);
  ids.tel = await village('Tal Shihab', 'تل شهاب', ids.mzeireb!, 32.69, 35.96);
  ids.outlet = await make.aSource('Zayzun Media', { kind: 'OUTLET' });
  ids.faction = await make.aFaction('Zayzun Brigade', {
    names: [
      { text: 'Zayzun Brigade', kind: 'PRIMARY' },
      { text: 'ZB', kind: 'WEAK' },
    ],
  });
  ids.report = await make.aReport({
    title: 'Flight from Zayzun',
    language: 'en',
    body: 'Households were looting shops, said one.',
    bodyKind: 'PARAPHRASE',
  });
  ids.arabicReport = await make.aReport({ title: 'نزوح من المدينة', language: 'ar' });
  ids.claim = await make.aClaim({
    reportId: ids.report,
    statement: 'Many homes were looted in the village.',
    language: 'en',
    places: [{ locationId: ids.south }],
  });
});
afterAll(() => api.stop());

describe('a hit', () => {
  test('has the name and rule that matched, a score and a label', async () => {
    const { nodes } = await search('تل شهاب', { types: ['LOCATION'] });
    expect(nodes[0]).toEqual({
      rule: 'EXACT',
      score: 1,
      label: 'Tal Shihab, Mzeireb, Daraa',
      name: { text: 'تل شهاب' },
      record: { __typename: 'Location', id: ids.tel, version: 1, kind: 'COMMUNITY' },
    });
  });

  test.each([
    ['Tal Shihab', 'EXACT', 1],
    ['TAL  shihāb', 'EXACT', 1],
    ['tel shehab', 'SPELLING', 0.97],
    ['Tall Shihāb', 'SPELLING', 0.97],
    ['Tel Chéhab', 'SPELLING', 0.97],
    ['Western Tel Shehab', 'SPELLING', expect.any(Number)],
    ['Tal Shih', 'PREFIX', expect.any(Number)],
    ['Tal Shibab', 'SOUND', expect.any(Number)],
  ])('for %s has the rule %s', async (text, rule, score) => {
    expect((await search(text, { types: ['LOCATION'] })).nodes[0]).toMatchObject({
      rule,
      score,
      record: { id: ids.tel },
    });
  });

  test('is the only one of its record, by its best name', async () => {
    const { nodes } = await search('Zayzun / زيزون');
    const records = nodes.map(({ record }: any) => record.id);
    expect(new Set(records).size).toBe(records.length);
  });

  test('exists for each of two homonyms, with a label that distinguishes them', async () => {
    const homonyms = await labels('Zaizoun', { types: ['LOCATION'] });
    expect(homonyms.slice(0, 2).sort()).toEqual(['Zayzun, Mzeireb, Daraa', 'Zayzun, Ziyara, Hama']);
    // There is a claim about this one.
    expect(homonyms[0]).toBe('Zayzun, Mzeireb, Daraa');
  });

  test('for the seat of an area comes before its namesakes and the area', async () => {
    const area = await make.aLocation('Nawa', { kind: 'SUBDISTRICT', parentId: ids.daraa });
    const others = [ids.ziyara, area, ids.ziyara];
    const [, seat] = await Promise.all(
      others.map((parentId) => make.aLocation('Nawa', { parentId })),
    );
    const { nodes } = await search('Nawa', { types: ['LOCATION'] });
    expect(nodes.slice(0, 2).map(({ record }: any) => record.id)).toEqual([seat, area]);
  });

  test('has the name, title or statement of a record as its label', async () => {
    const { nodes } = await search('Zayzun', { first: 50 });
    const labelsByType = Object.fromEntries(
      nodes.map(({ record, label, rule }: any) => [record.__typename, [rule, label]]),
    );
    expect(labelsByType).toMatchObject({
      Source: ['PREFIX', 'Zayzun Media'],
      Faction: ['PREFIX', 'Zayzun Brigade'],
      Report: ['WORDS', 'Flight from Zayzun'],
    });
  });

  test('by words has no name, and its record can be selected like any other', async () => {
    const { nodes } = await search('looted homes');
    expect(nodes[0]).toMatchObject({
      rule: 'WORDS',
      name: null,
      label: 'Many homes were looted in the village.',
      record: { __typename: 'Claim', report: { title: 'Flight from Zayzun' } },
    });
  });
});

describe('words', () => {
  test('are found in other grammatical forms, in the language of the text', async () => {
    expect(await labels('loot', { types: ['REPORT', 'CLAIM'] })).toEqual([
      'Many homes were looted in the village.',
      'Flight from Zayzun',
    ]);
    expect(await labels('المدينه', { types: ['REPORT'] })).toEqual(['نزوح من المدينة']);
  });

  test.each([
    ['"homes were looted"', 1],
    ['"looted homes"', 0],
    ['homes -village', 0],
    ['homes or nothing', 1],
    ['homes nowhere', 0],
  ])('%s is parsed like a web search', async (text, count) => {
    expect((await search(text, { types: ['CLAIM'] })).totalCount).toBe(count);
  });

  test('are found only as an exact phrase with match EXACT', async () => {
    expect(
      (await search('homes were looted', { types: ['CLAIM'], match: 'EXACT' })).totalCount,
    ).toBe(1);
    for (const text of ['home were looted', 'looted homes'])
      expect((await search(text, { types: ['CLAIM'], match: 'EXACT' })).totalCount).toBe(0);
  });
});

describe('match', () => {
  const rulesFor = async (text: string, match: string) => [
    ...new Set(
      (await search(text, { types: ['LOCATION'], match })).nodes.map(({ rule }: any) => rule),
    ),
  ];

  test('decides which rules apply', async () => {
    expect(await rulesFor('Zayzun', 'EXACT')).toEqual(['EXACT']);
    expect(await rulesFor('Zaizoun', 'EXACT')).toEqual([]);
    expect(await rulesFor('Zaizoun', 'SPELLING')).toContain('SPELLING');
    const latin = await make.aLocation('Qumhanah');
    const finds = async (match: string) =>
      (await search('قمحانة', { match })).nodes.some(({ record }: any) => record.id === latin);
    expect([await finds('SPELLING'), await finds('SCRIPT')]).toEqual([false, true]);
  });

  test('finds a weak name only by its exact form', async () => {
    expect((await search('zb', { types: ['FACTION'] })).nodes[0]).toMatchObject({
      rule: 'EXACT',
      name: { text: 'ZB' },
    });
    expect(
      (await search('z', { types: ['FACTION'] })).nodes.map(({ name }: any) => name.text),
    ).toEqual(['Zayzun Brigade']);
  });
});

describe('a search in an area', () => {
  test('finds the place, places inside it, claims about them and their reports', async () => {
    const inDaraa = await search('Zayzun', { within: ids.daraa });
    expect(inDaraa.nodes.map(({ label }: any) => label).sort()).toEqual([
      'Flight from Zayzun',
      'Zayzun, Mzeireb, Daraa',
    ]);
    expect(await labels('Daraa', { within: ids.daraa })).toContain('Daraa');
    expect(await labels('looted', { within: ids.hama })).toEqual([]);
    expect(await labels('looted', { within: ids.mzeireb })).toEqual(
      expect.arrayContaining(['Many homes were looted in the village.']),
    );
  });

  test('finds places whose point is near the given point', async () => {
    expect(
      await labels('Zayzun', { near: { lat: 32.7, lon: 35.9, withinKm: 20 }, types: ['LOCATION'] }),
    ).toEqual(['Zayzun, Mzeireb, Daraa']);
    expect(await labels('Zayzun', { near: { lat: 35.7, lon: 36.3, withinKm: 20 } })).toEqual([
      'Zayzun, Ziyara, Hama',
    ]);
  });
});

test('withdrawn records and removed names are not found', async () => {
  const id = await make.aLocation('Msheirfeh');
  const claim = await make.aClaim({ statement: 'A singular zeppelin was seen.' });
  expect((await search('Mushayrifah')).nodes[0].record.id).toBe(id);
  expect((await search('zeppelin')).totalCount).toBe(1);
  await api.data(
    `mutation ($id: ID!) {
      updateLocation(id: $id, expectedVersion: 1, input: { names: [{ text: "Elsewhere", kind:
        PRIMARY }] }) {
        location { id }
      }
    }`,
    { id },
  );
  expect((await search('Msheirfeh', { match: 'EXACT' })).totalCount).toBe(0);
  expect((await search('elsewhere')).nodes[0].record.id).toBe(id);
  await api.data(
    `mutation ($id: ID!) {
      withdrawLocation(id: $id, expectedVersion: 2, rationale: "None such.") { location { id } }
    }`,
    {
      id,
    },
  );
  await api.data(
    `mutation ($id: ID!) {
      withdrawClaim(id: $id, expectedVersion: 1, rationale: "None such.") { claim { id } }
    }`,
    {
      id: claim,
    },
  );
  expect([(await search('elsewhere')).totalCount, (await search('zeppelin')).totalCount]).toEqual([
    0, 0,
  ]);
});
