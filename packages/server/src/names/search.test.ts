import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
const ids: Record<string, string> = {};

const document = `query ($text: String!, $types: [RecordType!], $within: ID, $near: NearInput, $match: NameMatch! = SCRIPT, $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, types: $types, within: $within, near: $near, match: $match, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor }
    nodes { rule score label name { text } record { __typename id version ... on Location { kind } ... on Claim { report { title } } } }
  }
}`;
const search = async (text: string, more: Input = {}) =>
  (await api.data(document, { text, ...more })).search;
const labels = async (text: string, more: Input = {}): Promise<string[]> =>
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
  test('says by which name and which rule it was found, how well, and how to show it', async () => {
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
    ['Tal Shih', 'PREFIX', expect.any(Number)],
    ['Tal Shibab', 'SOUND', expect.any(Number)],
  ])('%s is found by %s', async (text, rule, score) => {
    expect((await search(text, { types: ['LOCATION'] })).nodes[0]).toMatchObject({
      rule,
      score,
      record: { id: ids.tel },
    });
  });

  test('is one for each record, by its best name', async () => {
    const { nodes } = await search('Zayzun / زيزون');
    const found = nodes.map(({ record }: any) => record.id);
    expect(new Set(found).size).toBe(found.length);
  });

  test('of homonyms is one for each, told apart by its label', async () => {
    const found = await labels('Zaizoun', { types: ['LOCATION'] });
    expect(found.slice(0, 2).sort()).toEqual(['Zayzun, Mzeireb, Daraa', 'Zayzun, Ziyara, Hama']);
    // One of them is spoken of.
    expect(found[0]).toBe('Zayzun, Mzeireb, Daraa');
  });

  test('of a name that gives itself to an area comes before its namesakes, and before the area', async () => {
    const area = await make.aLocation('Nawa', { kind: 'SUBDISTRICT', parentId: ids.daraa });
    const others = [ids.ziyara, area, ids.ziyara];
    const [, seat] = await Promise.all(
      others.map((parentId) => make.aLocation('Nawa', { parentId })),
    );
    const { nodes } = await search('Nawa', { types: ['LOCATION'] });
    expect(nodes.slice(0, 2).map(({ record }: any) => record.id)).toEqual([seat, area]);
  });

  test('of a source, a faction, a report or a claim is shown by name, title or statement', async () => {
    const { nodes } = await search('Zayzun', { first: 50 });
    const shown = Object.fromEntries(
      nodes.map(({ record, label, rule }: any) => [record.__typename, [rule, label]]),
    );
    expect(shown).toMatchObject({
      Source: ['PREFIX', 'Zayzun Media'],
      Faction: ['PREFIX', 'Zayzun Brigade'],
      Report: ['WORDS', 'Flight from Zayzun'],
    });
  });

  test('by words has no name, and leads on as any record does', async () => {
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
  test('are found in other forms, in the language of the text', async () => {
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
  ])('%s is read as a web search', async (text, count) => {
    expect((await search(text, { types: ['CLAIM'] })).totalCount).toBe(count);
  });

  test('are found just as they are, if that is asked', async () => {
    expect(
      (await search('homes were looted', { types: ['CLAIM'], match: 'EXACT' })).totalCount,
    ).toBe(1);
    for (const text of ['home were looted', 'looted homes'])
      expect((await search(text, { types: ['CLAIM'], match: 'EXACT' })).totalCount).toBe(0);
  });
});

describe('how far a name may be', () => {
  const how = async (text: string, match: string) => [
    ...new Set(
      (await search(text, { types: ['LOCATION'], match })).nodes.map(({ rule }: any) => rule),
    ),
  ];

  test('is decided by match', async () => {
    expect(await how('Zayzun', 'EXACT')).toEqual(['EXACT']);
    expect(await how('Zaizoun', 'EXACT')).toEqual([]);
    expect(await how('Zaizoun', 'SPELLING')).toContain('SPELLING');
    const latin = await make.aLocation('Qumhanah');
    const finds = async (match: string) =>
      (await search('قمحانة', { match })).nodes.some(({ record }: any) => record.id === latin);
    expect([await finds('SPELLING'), await finds('SCRIPT')]).toEqual([false, true]);
  });

  test('is nothing for a weak name', async () => {
    expect((await search('zb', { types: ['FACTION'] })).nodes[0]).toMatchObject({
      rule: 'EXACT',
      name: { text: 'ZB' },
    });
    expect(
      (await search('z', { types: ['FACTION'] })).nodes.map(({ name }: any) => name.text),
    ).toEqual(['Zayzun Brigade']);
  });
});

describe('where', () => {
  test('within a place are itself, the places in it, what is claimed about them and where', async () => {
    const found = await search('Zayzun', { within: ids.daraa });
    expect(found.nodes.map(({ label }: any) => label).sort()).toEqual([
      'Flight from Zayzun',
      'Zayzun, Mzeireb, Daraa',
    ]);
    expect(await labels('Daraa', { within: ids.daraa })).toContain('Daraa');
    expect(await labels('looted', { within: ids.hama })).toEqual([]);
    expect(await labels('looted', { within: ids.mzeireb })).toEqual(
      expect.arrayContaining(['Many homes were looted in the village.']),
    );
  });

  test('near a point are the places whose point is', async () => {
    expect(
      await labels('Zayzun', { near: { lat: 32.7, lon: 35.9, withinKm: 20 }, types: ['LOCATION'] }),
    ).toEqual(['Zayzun, Mzeireb, Daraa']);
    expect(await labels('Zayzun', { near: { lat: 35.7, lon: 36.3, withinKm: 20 } })).toEqual([
      'Zayzun, Ziyara, Hama',
    ]);
  });
});

test('what is withdrawn is left out, and so is a name that was taken away', async () => {
  const id = await make.aLocation('Msheirfeh');
  const claim = await make.aClaim({ statement: 'A singular zeppelin was seen.' });
  expect((await search('Mushayrifah')).nodes[0].record.id).toBe(id);
  expect((await search('zeppelin')).totalCount).toBe(1);
  await api.data(
    'mutation ($id: ID!) { updateLocation(id: $id, expectedVersion: 1, input: { names: [{ text: "Elsewhere", kind: PRIMARY }] }) { location { id } } }',
    { id },
  );
  expect((await search('Msheirfeh', { match: 'EXACT' })).totalCount).toBe(0);
  expect((await search('elsewhere')).nodes[0].record.id).toBe(id);
  await api.data(
    'mutation ($id: ID!) { withdrawLocation(id: $id, expectedVersion: 2, rationale: "None such.") { location { id } } }',
    {
      id,
    },
  );
  await api.data(
    'mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "None such.") { claim { id } } }',
    {
      id: claim,
    },
  );
  expect([(await search('elsewhere')).totalCount, (await search('zeppelin')).totalCount]).toEqual([
    0, 0,
  ]);
});

describe('pages', () => {
  test('of one question follow each other both ways, without gap or repetition', async () => {
    for (let i = 0; i < 12; i += 1) await make.aLocation('Mansura');
    const all = (await search('Mansoura', { first: 100 })).nodes.map(
      ({ record }: any) => record.id,
    );
    expect(all.length).toBeGreaterThanOrEqual(12);
    const walk = async (
      size: 'first' | 'last',
      from: 'after' | 'before',
      cursor: string,
      more: string,
    ) => {
      const met: string[] = [];
      for (let at: string | undefined; ; ) {
        const { nodes, pageInfo, totalCount } = await search('Mansoura', {
          [size]: 5,
          ...(at && { [from]: at }),
        });
        met.push(
          ...(size === 'first' ? nodes : nodes.reverse()).map(({ record }: any) => record.id),
        );
        expect(totalCount).toBe(all.length);
        if (!pageInfo[more]) return met;
        at = pageInfo[cursor];
      }
    };
    expect(await walk('first', 'after', 'endCursor', 'hasNextPage')).toEqual(all);
    expect(await walk('last', 'before', 'startCursor', 'hasPreviousPage')).toEqual(
      [...all].reverse(),
    );
  });

  test('take no cursor of another question, or of another list', async () => {
    const { endCursor } = (await search('Mansoura', { first: 1 })).pageInfo;
    for (const more of [
      { text: 'Mansura' },
      { types: ['LOCATION'] },
      { match: 'SPELLING' },
      { within: ids.hama },
      { near: { lat: 35, lon: 36, withinKm: 5 } },
    ])
      await refused(api, { code: 'BAD_USER_INPUT', path: 'after' }, document, {
        text: 'Mansoura',
        after: endCursor,
        ...more,
      });
    await refused(
      api,
      { code: 'BAD_USER_INPUT', path: 'after' },
      'query ($after: String!) { locations(after: $after) { totalCount } }',
      {
        after: endCursor,
      },
    );
    expect((await search('Mansoura', { first: 7, after: endCursor })).nodes).toHaveLength(7);
  });

  test('are one statement each, whatever hangs on them', async () => {
    const sent = await api.statements(() => search('Zayzun'));
    expect(sent.filter((text) => /\bselect\b/i.test(text))).toHaveLength(1);
    expect(sent.join()).not.toContain('Zayzun');
  });
});
