import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { fixtures, refused } from './fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
const id: Record<string, string> = {};
const nowhere = '01900000-0000-7000-8000-000000000000';
const body = 'They left. Many left at night, and they left nothing behind.';

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.source = await aSource('A speaker');
  id.faction = await aFaction('A party');
  id.otherFaction = await aFaction('Another party');
  id.country = await aLocation('Country', { kind: 'COUNTRY' });
  id.region = await aLocation('Region', { kind: 'INFORMAL_REGION' });
  id.town = await aLocation('Town', {
    parentId: id.country,
    alsoInIds: [id.region],
    externalIds: [{ system: 'ocha-pcode', value: 'C1' }],
  });
  id.quarter = await aLocation('Quarter', { parentId: id.town });
  id.report = await aReport({
    title: 'Left',
    body,
    bodyKind: 'VERBATIM',
    externalIds: [{ system: 'desk', value: '1' }],
  });
  id.bare = await aReport({ title: 'No body' });
  id.claim = await aClaim({
    reportId: id.report,
    sourceId: id.source,
    passage: { quote: 'Many left at night' },
  });
  id.other = await aClaim({ reportId: id.report, sourceId: id.source });
  id.gone = await aClaim({ reportId: id.report, sourceId: id.source });
  await api.data(
    'mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "Written twice.") { claim { id } } }',
    {
      id: id.gone,
    },
  );
});
afterAll(() => api.stop());

const bad = (path: string) => ({ code: 'BAD_USER_INPUT', path });
const missing = (path: string) => ({ code: 'NOT_FOUND', path });
const taken = (path: string) => ({ code: 'CONFLICT', path });
const create = (type: string, input: Input) =>
  [
    `mutation ($input: Create${type}Input!) { create${type}(input: $input) { ${type.toLowerCase()} { id } } }`,
    { input },
  ] as const;
const aClaimOf = (input: Input) =>
  create('Claim', {
    reportId: id.report,
    statement: 'Said.',
    kind: 'OTHER',
    attributions: [{ chain: [{ sourceId: id.source }] }],
    ...input,
  });
const update = (type: string, key: string, input: Input, expectedVersion = 1) =>
  [
    `mutation ($id: ID!, $expectedVersion: Int!, $input: Update${type}Input!) {
      update${type}(id: $id, expectedVersion: $expectedVersion, input: $input) { ${type.toLowerCase()} { id } }
    }`,
    { id: key, expectedVersion, input },
  ] as const;

describe('a claim is refused', () => {
  const cases: [string, string, () => Input][] = [
    ['without a report', 'input.reportId', () => ({ reportId: null })],
    ['whose report is a source', 'input.reportId', () => ({ reportId: id.source })],
    ['that nobody said', 'input.attributions', () => ({ attributions: [] })],
    [
      'with an empty chain',
      'input.attributions.0.chain',
      () => ({ attributions: [{ chain: [] }] }),
    ],
    [
      'with an endless chain',
      'input.attributions.0.chain',
      () => ({ attributions: [{ chain: Array(21).fill({ sourceId: id.source }) }] }),
    ],
    [
      'said by a faction',
      'input.attributions.0.chain.0.sourceId',
      () => ({ attributions: [{ chain: [{ sourceId: id.faction }] }] }),
    ],
    ['with an empty statement', 'input.statement', () => ({ statement: '' })],
    ['with a statement too long', 'input.statement', () => ({ statement: 'x'.repeat(5_001) })],
    ['with NUL in its statement', 'input.statement', () => ({ statement: 'a\u0000b' })],
    ['with half a character in its statement', 'input.statement', () => ({ statement: 'a\ud83d' })],
    [
      'with half a character deep inside',
      'input.places.0.asWritten',
      () => ({ places: [{ locationId: id.town, asWritten: '\udc00' }] }),
    ],
    ['whose date is no day', 'input.occurred.edtf', () => ({ occurred: { edtf: '2018-02-30' } })],
    ['whose date is no month', 'input.occurred.edtf', () => ({ occurred: { edtf: '2018-13' } })],
    ['whose date is garbage', 'input.occurred.edtf', () => ({ occurred: { edtf: 'last summer' } })],
    ['whose date is empty', 'input.occurred.edtf', () => ({ occurred: { edtf: '' } })],
    [
      'that ends before it starts',
      'input.occurred.edtf',
      () => ({ occurred: { edtf: '2018-07-02/2018-07-01' } }),
    ],
    [
      'whose bounds cross',
      'input.occurred.latest',
      () => ({ occurred: { edtf: '2018-07~', earliest: '2018-07-03', latest: '2018-07-02' } }),
    ],
    [
      'whose bound is no day',
      'input.occurred.earliest',
      () => ({ occurred: { edtf: '2018-07~', earliest: '2018-02-29' } }),
    ],
    [
      'whose start contradicts its date',
      'input.occurred.earliest',
      () => ({ occurred: { edtf: '2018-07-10', earliest: '2018-07-09' } }),
    ],
    [
      'whose end contradicts its date',
      'input.occurred.latest',
      () => ({ occurred: { edtf: '2018-07', latest: '2018-08-01' } }),
    ],
    [
      'whose date’s words are empty',
      'input.occurred.asWritten',
      () => ({ occurred: { edtf: '2018', asWritten: '' } }),
    ],
    [
      'whose date’s words are too long',
      'input.occurred.asWritten',
      () => ({ occurred: { edtf: '2018', asWritten: 'x'.repeat(501) } }),
    ],
    [
      'whose words do not stand in the body',
      'input.passage.quote',
      () => ({ passage: { quote: 'They stayed' } }),
    ],
    ['whose words are empty', 'input.passage.quote', () => ({ passage: { quote: '' } })],
    [
      'whose words stand there twice',
      'input.passage.quote',
      () => ({ passage: { quote: 'left' } }),
    ],
    [
      'whose words do not start there',
      'input.passage.start',
      () => ({ passage: { quote: 'left', start: 3 } }),
    ],
    [
      'whose words do not follow those',
      'input.passage.prefix',
      () => ({ passage: { quote: 'left', prefix: 'We ' } }),
    ],
    [
      'whose words stand in the title alone',
      'input.passage.quote',
      () => ({ passage: { quote: 'Left', in: 'BODY' } }),
    ],
    [
      'whose passage has page 0',
      'input.passage.page',
      () => ({ passage: { quote: 'Many left', page: 0 } }),
    ],
    [
      'anchored in a report without a body',
      'input.passage.in',
      () => ({ reportId: id.bare, passage: { quote: 'No body' } }),
    ],
    [
      'whose figure’s min is above its max',
      'input.quantities.0.min',
      () => ({ quantities: [{ measure: 'STRIKES', min: 3, max: 2 }] }),
    ],
    [
      'whose best is below its min',
      'input.quantities.0.best',
      () => ({ quantities: [{ measure: 'STRIKES', min: 3, best: 2 }] }),
    ],
    [
      'whose best is above its max',
      'input.quantities.0.best',
      () => ({ quantities: [{ measure: 'STRIKES', best: 3, max: 2 }] }),
    ],
    [
      'whose figure is negative',
      'input.quantities.0.min',
      () => ({ quantities: [{ measure: 'STRIKES', min: -1 }] }),
    ],
    [
      'whose figure has no number',
      'input.quantities.0.min',
      () => ({ quantities: [{ measure: 'STRIKES' }] }),
    ],
    [
      'whose second figure’s part is wrong',
      'input.quantities.1.parts.0.max',
      () => ({
        quantities: [
          { measure: 'STRIKES', min: 1 },
          { measure: 'STRIKES', min: 1, parts: [{ measure: 'STRIKES', max: -2 }] },
        ],
      }),
    ],
    [
      'whose figure’s part has parts',
      'input.quantities.0.parts.0.parts',
      () => ({
        quantities: [
          {
            measure: 'STRIKES',
            min: 1,
            parts: [{ measure: 'STRIKES', min: 1, parts: [{ measure: 'STRIKES', min: 1 }] }],
          },
        ],
      }),
    ],
    [
      'north of the pole',
      'input.places.0.lat',
      () => ({ places: [{ locationId: id.town, lat: 90.01, lon: 0 }] }),
    ],
    [
      'west of the date line',
      'input.places.0.lon',
      () => ({ places: [{ locationId: id.town, lat: 0, lon: -180.01 }] }),
    ],
    [
      'with half a point',
      'input.places.0.lon',
      () => ({ places: [{ locationId: id.town, lat: 1 }] }),
    ],
    [
      'with a negative group',
      'input.parties.0.group',
      () => ({ parties: [{ factionId: id.faction, role: 'ACTOR', group: -1 }] }),
    ],
    [
      'with too many places',
      'input.places',
      () => ({ places: Array(501).fill({ locationId: id.town }) }),
    ],
    [
      'with a URL as external id',
      'input.externalIds.0.value',
      () => ({ externalIds: [{ system: 'web', value: 'https://example.org/1' }] }),
    ],
    [
      'with one external id twice',
      'input.externalIds.1.value',
      () => ({ externalIds: Array(2).fill({ system: 'desk', value: '7' }) }),
    ],
    [
      'with an empty external id',
      'input.externalIds.0.value',
      () => ({ externalIds: [{ system: 'desk', value: '' }] }),
    ],
  ];
  test.each(cases)('%s', async (_what, path, input) => {
    await refused(api, bad(path), ...aClaimOf(input()));
  });

  const unknown: [string, () => Input][] = [
    ['input.reportId', () => ({ reportId: `rpt_${nowhere}` })],
    [
      'input.attributions.0.chain.1.sourceId',
      () => ({
        attributions: [{ chain: [{ sourceId: id.source }, { sourceId: `src_${nowhere}` }] }],
      }),
    ],
    [
      'input.attributions.0.chain.0.reportId',
      () => ({ attributions: [{ chain: [{ sourceId: id.source, reportId: `rpt_${nowhere}` }] }] }),
    ],
    [
      'input.places.1.locationId',
      () => ({ places: [{ locationId: id.town }, { locationId: `loc_${nowhere}` }] }),
    ],
    [
      'input.parties.0.factionId',
      () => ({ parties: [{ factionId: `fac_${nowhere}`, role: 'ACTOR' }] }),
    ],
    ['input.citations.0.reportId', () => ({ citations: [{ reportId: `rpt_${nowhere}` }] })],
    [
      'input.quantities.0.factionId',
      () => ({ quantities: [{ measure: 'STRIKES', min: 1, factionId: `fac_${nowhere}` }] }),
    ],
  ];
  test.each(unknown)('that names at %s a record that is not there', async (path, input) => {
    await refused(api, missing(path), ...aClaimOf(input()));
  });

  test('with every issue at once', async () => {
    const { errors } = await refused(
      api,
      bad('input.occurred.edtf'),
      ...aClaimOf({ occurred: { edtf: 'x' }, passage: { quote: 'nowhere' } }),
    );
    expect(errors![0]!.extensions.issues!.map(({ path }) => path.join('.'))).toEqual([
      'input.occurred.edtf',
      'input.passage.quote',
    ]);
  });
});

test.each([
  [{ start: 40 }, 40],
  [{ prefix: 'Many ' }, 16],
  [{ suffix: ' nothing' }, 40],
])('words that stand there several times are accepted with %j', async (more, start) => {
  const { made } = await api.data(
    'mutation ($input: CreateClaimInput!) { made: createClaim(input: $input) { claim { passage { quote start end } } } }',
    aClaimOf({ passage: { quote: 'left', ...more } })[1],
  );
  expect(made.claim.passage).toEqual({ quote: 'left', start, end: start + 4 });
});

describe('an update is refused', () => {
  test('at a stale version, and one not yet reached', async () => {
    for (const version of [0, 2, -1]) {
      const { errors } = await refused(
        api,
        taken('expectedVersion'),
        ...update('Claim', id.claim!, { statement: 'New.' }, version),
      );
      expect(errors![0]!.message).toContain('version 1');
    }
  });

  test('of a withdrawn record', async () => {
    await refused(api, taken('id'), ...update('Claim', id.gone!, { statement: 'New.' }, 2));
    const rationale = 'Again.';
    await refused(
      api,
      taken('id'),
      'mutation ($id: ID!, $rationale: String!) { withdrawClaim(id: $id, expectedVersion: 2, rationale: $rationale) { claim { id } } }',
      { id: id.gone, rationale },
    );
    await refused(
      api,
      taken('claimId'),
      'mutation ($id: ID!, $input: AssessmentInput!) { assessClaim(claimId: $id, input: $input) { claim { id } } }',
      {
        id: id.gone,
        input: { status: 'VERIFIED', credibility: 'ONE', rationale },
      },
    );
  });

  test.each(['statement', 'language', 'kind', 'modality', 'attributions', 'aggregate'])(
    'that clears a claim’s %s',
    async (key) => {
      await refused(api, bad(`input.${key}`), ...update('Claim', id.claim!, { [key]: null }));
    },
  );

  test.each([
    ['Report', 'report', ['kind', 'title']],
    ['Source', 'source', ['kind', 'names', 'protection']],
    ['Faction', 'faction', ['kind', 'names', 'collective']],
    ['Location', 'town', ['kind', 'names']],
  ])('that clears what a %s must have', async (type, key, required) => {
    for (const field of required)
      await refused(api, bad(`input.${field}`), ...update(type, id[key]!, { [field]: null }));
  });

  test('of what is not there, or of another type', async () => {
    await refused(api, missing('id'), ...update('Claim', `clm_${nowhere}`, { statement: 'New.' }));
    await refused(api, bad('id'), ...update('Claim', id.report!, { statement: 'New.' }));
  });
});

describe('a report is refused', () => {
  test.each<[string, string, Input]>([
    ['without a title', 'input.title', { title: '' }],
    ['with a title too long', 'input.title', { title: 'x'.repeat(1_001) }],
    ['whose body has no kind', 'input.bodyKind', { body: 'Text' }],
    ['whose kind of body has no body', 'input.bodyKind', { bodyKind: 'VERBATIM' }],
    ['at no address', 'input.url', { url: 'not a url' }],
    ['at a javascript address', 'input.archivedUrl', { archivedUrl: 'javascript:alert(1)' }],
    [
      'published in an interval',
      'input.published.edtf',
      { published: { edtf: '2018-07-01/2018-07-02' } },
    ],
    ['by an author of another type', 'input.authorIds.0', { authorIds: ['fac_x'] }],
  ])('%s', async (_what, path, input) => {
    await refused(api, bad(path), ...create('Report', { kind: 'ARTICLE', title: 'T', ...input }));
  });

  test('with a bad claim among its claims: none is written, and each bad one is named', async () => {
    const claim = {
      statement: 'Said.',
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId: id.source }] }],
    };
    const ask = (claims: Input[]) =>
      [
        'mutation ($input: RecordReportInput!) { recordReport(input: $input) { report { id } } }',
        { input: { report: { kind: 'ARTICLE', title: 'Three' }, claims } },
      ] as const;
    const wrong = { ...claim, quantities: [{ measure: 'STRIKES', min: 2, max: 1 }] };
    await refused(api, bad('input.claims.1.quantities.0.min'), ...ask([claim, wrong, claim]));
    await refused(
      api,
      bad('input.claims.2.reportId'),
      ...ask([wrong, claim, { ...claim, reportId: id.report }]),
    );
    await refused(
      api,
      missing('input.claims.1.places.0.locationId'),
      ...ask([claim, { ...claim, places: [{ locationId: `loc_${nowhere}` }] }]),
    );
    const { reports } = await api.data('{ reports(filter: { text: "Three" }) { totalCount } }');
    expect(reports.totalCount).toBe(0);
  });
});
