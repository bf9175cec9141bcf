import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
/** Claims by a letter, and the records they name. */
const claim: Record<string, string> = {};
const id: Record<string, string> = {};

/** a and b are in the town, c is on its border, d has no place. They differ in every condition. */
beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.person = await aSource('A person');
  id.outlet = await aSource('An outlet', { kind: 'OUTLET' });
  id.army = await aFaction('Army');
  id.rebels = await aFaction('Rebels');
  id.country = await aLocation('Country', { kind: 'COUNTRY' });
  id.town = await aLocation('Town', { parentId: id.country, point: { lat: 32.6, lon: 36.1 } });
  id.quarter = await aLocation('Quarter', { kind: 'NEIGHBOURHOOD', parentId: id.town });
  id.border = await aLocation('Borderland', { kind: 'INFORMAL_REGION', overlapIds: [id.country] });
  id.early = await aReport({
    title: 'Early',
    published: { edtf: '2018-07-01' },
    publisherId: id.outlet,
    language: 'en-GB',
  });
  id.late = await aReport({
    title: 'Late',
    published: { edtf: '2018-08-01' },
    kind: 'VIDEO',
    body: '100%_sure\\ of it',
    bodyKind: 'VERBATIM',
  });
  id.undated = await aReport({ title: 'Undated' });
  const by = (...sources: string[]) => [{ chain: sources.map((sourceId) => ({ sourceId })) }];
  claim.a = await aClaim({
    reportId: id.late,
    kind: 'AIRSTRIKE',
    aggregate: true,
    statement: 'A strike at ÉCOLE',
    attributions: by(id.person, id.outlet),
    occurred: { edtf: '2018-07-01/2018-07-10' },
    places: [
      { locationId: id.quarter, role: 'AT', geoPrecision: 'EXACT', lat: 32.61, lon: 36.11 },
      { locationId: id.border, role: 'TO' },
    ],
    parties: [
      { factionId: id.army, role: 'ACTOR' },
      { factionId: id.rebels, role: 'TARGET' },
    ],
    quantities: [{ measure: 'PEOPLE_KILLED', min: 2, max: 5, category: 'CIVILIANS' }],
    citations: [{ reportId: id.early }],
    passage: { quote: '100%_sure\\' },
    externalIds: [{ system: 'acled', value: 'A1' }],
  });
  claim.b = await aClaim({
    reportId: id.early,
    kind: 'AIRSTRIKE',
    modality: 'FEARED',
    attributions: by(id.outlet),
    occurred: { edtf: '2018-07-05/..' },
    places: [{ locationId: id.town, role: 'FROM', geoPrecision: 'DISTRICT' }],
    parties: [{ factionId: id.rebels, role: 'ACTOR' }],
    quantities: [
      { measure: 'PEOPLE_KILLED', min: 10 },
      { measure: 'STRIKES', best: 4 },
    ],
  });
  claim.c = await aClaim({
    reportId: id.undated,
    kind: 'LOOTING',
    modality: 'DENIED',
    attributions: by(id.person),
    occurred: { edtf: '../2018-06-30' },
    places: [{ locationId: id.border, role: 'AT' }],
    quantities: [{ measure: 'PEOPLE_KILLED', max: 1 }],
  });
  claim.d = await aClaim({
    reportId: id.early,
    kind: 'OTHER',
    attributions: by(id.outlet, id.person),
    occurred: { edtf: '2018~' },
  });
  const assessment = { status: 'VERIFIED', credibility: 'TWO', rationale: 'Seen.' };
  await api.data(
    `mutation ($id: ID!, $input: AssessmentInput!) {
      assessClaim(claimId: $id, input: $input) { claim { id } } }`,
    { id: claim.c, input: assessment },
  );
  const input = {
    fromId: claim.a,
    toId: claim.c,
    kind: 'CONTRADICTS',
    rationale: 'Both cannot be.',
  };
  await api.data(
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    { input },
  );
});
afterAll(() => api.stop());

/** The letters of the claims that a filter finds; list and count must agree. */
const lettersFor = async (filter: object): Promise<string> => {
  const { claims } = await api.data(
    'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount nodes { id } } }',
    { filter },
  );
  const letters = claims.nodes.map((node: { id: string }) =>
    Object.keys(claim).find((letter) => claim[letter] === node.id),
  );
  expect(claims.totalCount).toBe(letters.length);
  return letters.sort().join('');
};

describe('a filter on claims', () => {
  test.each<[string, () => object]>([
    ['kind', () => ({ kind: ['AIRSTRIKE'], modality: ['ASSERTED', 'FEARED'] })],
    ['place', () => ({ place: { id: [id.country] } })],
    ['faction', () => ({ party: { faction: [id.rebels] } })],
  ])('within a report finds no claims of other reports, by %s', async (_, filter) => {
    expect(await lettersFor(filter())).toBe('ab');
    const { report } = await api.data(
      `query ($id: ID!, $filter: ClaimFilter) { report(id: $id) {
        claims(filter: $filter) { totalCount nodes { id } } } }`,
      { id: id.late, filter: filter() },
    );
    expect(report.claims).toEqual({ totalCount: 1, nodes: [{ id: claim.a }] });
  });

  test.each<[string, () => object]>([
    ['abcd', () => ({})],
    ['abcd', () => ({ kind: null, and: null, occurred: null })],
    ['bd', () => ({ id: [claim.b, claim.d] })],
    ['', () => ({ id: [] })],
    ['a', () => ({ kind: ['AIRSTRIKE', 'LOOTING'] })],
    ['b', () => ({ modality: ['FEARED'] })],
    ['c', () => ({ status: ['VERIFIED'] })],
    ['a', () => ({ aggregate: true })],
    ['bcd', () => ({ aggregate: false })],
    ['a', () => ({ text: 'école' })],
    ['a', () => ({ text: '100%_sure\\' })],
    ['', () => ({ text: '1_0%' })],
    ['a', () => ({ externalId: { system: 'acled', value: 'A1' } })],
    ['', () => ({ externalId: { system: 'acled', value: 'a1' } })],
    ['', () => ({ restsOnWithdrawn: true })],
    ['abcd', () => ({ link: {} })],
    ['ac', () => ({ link: { kind: ['CONTRADICTS'] } })],
    ['a', () => ({ link: { to: claim.c } })],
    ['', () => ({ link: { kind: ['REPEATS'], to: claim.c } })],
    ['bd', () => ({ report: { publisher: [id.outlet] } })],
    ['a', () => ({ report: { kind: ['VIDEO'] } })],
    ['bd', () => ({ report: { not: { id: [id.late, id.undated] } } })],
    ['bd', () => ({ report: { language: ['en'] } })],
  ])('finds %j by one condition %#', async (letters, filter) => {
    expect(await lettersFor(filter())).toBe(letters);
  });

  test.each<[string, object]>([
    ['ab', { from: '2018-07-05', to: '2018-07-31' }],
    ['c', { from: '2018-06-30', to: '2018-06-30', match: 'OVERLAPS' }],
    ['b', { from: '2018-07-11' }],
    ['ac', { to: '2018-07-04' }],
    ['abc', { from: '2018-06-30' }],
    ['abcd', {}],
    ['abcd', { unknown: true }],
    ['bd', { from: '2019-01-01', unknown: true }],
    ['a', { from: '2018-07-01', to: '2018-07-10', match: 'WITHIN' }],
    ['', { from: '2018-07-02', to: '2018-07-31', match: 'WITHIN' }],
    ['ad', { from: '2018-07-01', to: '2018-07-10', match: 'WITHIN', unknown: true }],
  ])('by time of the event finds %j in %j', async (letters, occurred) => {
    expect(await lettersFor({ occurred })).toBe(letters);
  });

  test('WITHIN a period without an end demands nothing of that end', async () => {
    expect(await lettersFor({ occurred: { from: '2018-07-01', match: 'WITHIN' } })).toBe('ab');
    expect(await lettersFor({ occurred: { to: '2018-07-10', match: 'WITHIN' } })).toBe('ac');
  });

  test('by `reported` reads the earliest publication of report and citations', async () => {
    expect(await lettersFor({ reported: { to: '2018-07-31' } })).toBe('abd');
    expect(await lettersFor({ reported: { from: '2018-07-02' } })).toBe('');
    expect(await lettersFor({ reported: { from: '2018-07-02', unknown: true } })).toBe('c');
  });

  test.each<[string, () => object]>([
    ['ab', () => ({ id: [id.town] })],
    ['b', () => ({ id: [id.town], scope: 'EXACT' })],
    ['ab', () => ({ id: [id.country] })],
    ['', () => ({ id: [id.country], scope: 'EXACT' })],
    ['abc', () => ({ id: [id.country], scope: 'WITHIN_OR_OVERLAPPING' })],
    ['abc', () => ({ id: [id.border], scope: 'WITHIN_OR_OVERLAPPING' })],
    ['ac', () => ({ id: [id.border] })],
    ['abc', () => ({ id: [id.border, id.town] })],
    ['b', () => ({ role: ['FROM'] })],
    ['', () => ({ id: [id.country], role: ['TO'] })],
    ['a', () => ({ id: [id.country], role: ['AT'] })],
    ['ac', () => ({ id: [id.country], scope: 'WITHIN_OR_OVERLAPPING', role: ['AT'] })],
    ['b', () => ({ precision: ['DISTRICT'] })],
    ['', () => ({ precision: ['EXACT'], role: ['TO'] })],
    ['ab', () => ({ near: { lat: 32.6, lon: 36.1, withinKm: 2 } })],
    ['b', () => ({ near: { lat: 32.6, lon: 36.1, withinKm: 1 } })],
    ['a', () => ({ near: { lat: 32.61, lon: 36.11, withinKm: 0.1 } })],
    ['abcd', () => ({})],
  ])('by place finds %j, case %#', async (letters, place) => {
    expect(await lettersFor({ place: place() })).toBe(letters);
  });

  test.each<[string, () => object]>([
    ['ab', () => ({ party: { faction: [id.rebels] } })],
    ['b', () => ({ party: { faction: [id.rebels], role: ['ACTOR'] } })],
    ['ab', () => ({ party: { role: ['ACTOR'] } })],
    ['acd', () => ({ speaker: { source: [id.person] } })],
    ['ac', () => ({ speaker: { source: [id.person], first: true } })],
    ['bd', () => ({ speaker: { kind: ['OUTLET'], first: true } })],
    ['abd', () => ({ speaker: { kind: ['OUTLET'] } })],
    ['', () => ({ speaker: { kind: ['OUTLET'], source: [id.person] } })],
  ])('by party or speaker finds %j, case %#', async (letters, filter) => {
    expect(await lettersFor(filter())).toBe(letters);
  });

  test.each<[string, object]>([
    ['abc', {}],
    ['ab', { atLeast: 3 }],
    ['b', { atLeast: 6 }],
    ['ac', { atMost: 2 }],
    ['c', { atMost: 1 }],
    ['b', { openAbove: true }],
    ['ac', { openAbove: false }],
    ['a', { category: 'CIVILIANS' }],
    ['a', { atLeast: 5, atMost: 5 }],
  ])('by figure finds %s with %j', async (letters, figure) => {
    expect(await lettersFor({ quantity: { measure: 'PEOPLE_KILLED', ...figure } })).toBe(letters);
  });
});

describe('combined conditions', () => {
  test.each<[string, object]>([
    ['a', { and: [{ aggregate: true }, { text: 'strike' }] }],
    ['ac', { or: [{ aggregate: true }, { status: ['VERIFIED'] }] }],
    ['bd', { not: { or: [{ aggregate: true }, { status: ['VERIFIED'] }] } }],
    ['d', { not: { occurred: { from: '0001-01-01' } } }],
    ['bcd', { not: { quantity: { measure: 'PEOPLE_KILLED', category: 'CIVILIANS' } } }],
    ['', { or: [] }],
    ['abcd', { and: [] }],
    [
      'c',
      {
        and: [
          { or: [{ aggregate: true }, { status: ['VERIFIED'] }] },
          { not: { aggregate: true } },
        ],
      },
    ],
  ])('find %j from %j', async (letters, filter) => {
    expect(await lettersFor(filter)).toBe(letters);
  });

  test('leave out feared events in all of them, unless modality asks for them', async () => {
    const kind = ['AIRSTRIKE'];
    expect(await lettersFor({ kind })).toBe('a');
    expect(await lettersFor({ and: [{ kind }] })).toBe('a');
    expect(await lettersFor({ or: [{ kind }, { aggregate: true }] })).toBe('a');
    expect(await lettersFor({ kind, modality: ['FEARED'] })).toBe('b');
    expect(await lettersFor({ and: [{ kind }, { modality: ['FEARED', 'ASSERTED'] }] })).toBe('ab');
    expect(await lettersFor({ modality: ['FEARED'], or: [{ kind }] })).toBe('b');
    expect(await lettersFor({ not: { kind } })).toBe('cd');
    expect(await lettersFor({ kind, or: [{ modality: ['FEARED'] }] })).toBe('b');
    expect(
      await lettersFor({ and: [{ and: [{ kind }] }, { and: [{ modality: ['FEARED'] }] }] }),
    ).toBe('b');
  });

  test('leave out feared events if modality only excludes claims, or is elsewhere', async () => {
    const kind = ['AIRSTRIKE'];
    const fears = { modality: ['FEARED'] };
    expect(await lettersFor({ kind, not: { modality: ['ASSERTED'] } })).toBe('');
    expect(await lettersFor({ kind, not: { or: [{ modality: ['PREDICTED'] }] } })).toBe('a');
    expect(await lettersFor({ or: [{ kind }, { ...fears, kind: ['CLASH'] }] })).toBe('a');
    expect(await lettersFor({ or: [{ kind }, { modality: ['DENIED'] }] })).toBe('ac');
    expect(await lettersFor({ kind, modality: ['ASSERTED', 'DENIED'] })).toBe('a');
    expect(await lettersFor({ not: { not: { kind } } })).toBe('a');
    expect(await lettersFor({ not: { not: { kind, ...fears } } })).toBe('b');
    expect(await lettersFor({ kind, not: { not: fears } })).toBe('b');
  });
});
