import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { fixtures, refused } from './fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
const id: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.source = await aSource('A speaker');
  id.faction = await aFaction('A party', { externalIds: [{ system: 'desk', value: '1' }] });
  id.otherFaction = await aFaction('Another party');
  id.country = await aLocation('Country', {
    kind: 'COUNTRY',
    externalIds: [{ system: 'desk', value: '1' }],
  });
  id.region = await aLocation('Region', { kind: 'INFORMAL_REGION' });
  id.town = await aLocation('Town', { parentId: id.country, alsoInIds: [id.region] });
  id.quarter = await aLocation('Quarter', { parentId: id.town });
  id.report = await aReport({ externalIds: [{ system: 'desk', value: '1' }] });
  id.claim = await aClaim({ reportId: id.report, sourceId: id.source });
  id.other = await aClaim({ reportId: id.report, sourceId: id.source });
});
afterAll(() => api.stop());

const bad = (path: string) => ({ code: 'BAD_USER_INPUT', path });
const taken = (path: string) => ({ code: 'CONFLICT', path });
const missing = (path: string) => ({ code: 'NOT_FOUND', path });
const nowhere = '01900000-0000-7000-8000-000000000000';
const named = (text: string) => ({ names: [{ text, kind: 'PRIMARY' }] });
const create = (type: string, input: Input) =>
  [
    `mutation ($input: Create${type}Input!) { create${type}(input: $input) { ${type.toLowerCase()} { id } } }`,
    { input },
  ] as const;
const update = (type: string, key: string, input: Input) =>
  [
    `mutation ($id: ID!, $input: Update${type}Input!) {
      update${type}(id: $id, expectedVersion: 1, input: $input) { ${type.toLowerCase()} { id } }
    }`,
    { id: key, input },
  ] as const;

describe('a place', () => {
  test.each([
    ['country', 'quarter'],
    ['country', 'country'],
    ['region', 'quarter'],
    ['region', 'town'],
    ['town', 'quarter'],
  ])('cannot lie inside itself: %s in %s', async (inner, outer) => {
    await refused(
      api,
      bad('input.parentId'),
      ...update('Location', id[inner]!, { parentId: id[outer] }),
    );
    await refused(
      api,
      bad('input.alsoInIds.0'),
      ...update('Location', id[inner]!, { alsoInIds: [id[outer]] }),
    );
  });

  test('does not overlap itself', async () => {
    await refused(
      api,
      bad('input.overlapIds'),
      ...update('Location', id.town!, { overlapIds: [id.town] }),
    );
  });

  test('does not overlap what contains it or lies in it', async () => {
    await refused(
      api,
      bad('input.overlapIds'),
      ...update('Location', id.town!, { overlapIds: [id.country] }),
    );
    await refused(
      api,
      bad('input.overlapIds'),
      ...update('Location', id.country!, { overlapIds: [id.quarter] }),
    );
  });

  test.each<[string, Input]>([
    ['input.point.lat', { point: { lat: -91, lon: 0 } }],
    ['input.point.lon', { point: { lat: 0, lon: 181 } }],
    ['input.parentId', { parentId: `src_${nowhere}` }],
    ['input.names', { names: [] }],
    ['input.names', { names: [{ text: 'Alias', kind: 'ALIAS' }] }],
    [
      'input.names',
      { names: Array.from({ length: 201 }, (_, i) => ({ text: `Name ${i}`, kind: 'PRIMARY' })) },
    ],
    ['input.names.0.text', { names: [{ text: '', kind: 'PRIMARY' }] }],
    ['input.names.0.text', { names: [{ text: ' \n', kind: 'PRIMARY' }] }],
    ['input.names.0.text', { names: [{ text: 'x'.repeat(501), kind: 'PRIMARY' }] }],
    ['input.names.0.script', { names: [{ text: 'Town', kind: 'PRIMARY', script: 'Latin' }] }],
    [
      'input.names.0.during.edtf',
      { names: [{ text: 'Town', kind: 'PRIMARY', during: { edtf: '2018-00' } }] },
    ],
  ])('blames %s', async (path, input) => {
    await refused(
      api,
      bad(path),
      ...create('Location', { kind: 'COMMUNITY', ...named('Place'), ...input }),
    );
    await refused(api, bad(path), ...update('Location', id.town!, input));
  });

  test('in a place that is not there is refused, and so is one called so by nobody known', async () => {
    await refused(
      api,
      missing('input.parentId'),
      ...update('Location', id.town!, { parentId: `loc_${nowhere}` }),
    );
    await refused(
      api,
      missing('input.alsoInIds.1'),
      ...update('Location', id.town!, { alsoInIds: [id.region, `loc_${nowhere}`] }),
    );
    await refused(
      api,
      missing('input.names.0.sourceId'),
      ...update('Location', id.town!, {
        names: [{ text: 'T', kind: 'PRIMARY', sourceId: `src_${nowhere}` }],
      }),
    );
  });

  test.each([
    { type: 'Circle' },
    { type: 'Polygon' },
    { type: 'Point', coordinates: ['a', 'b'] },
    [],
    'POINT(1 2)',
  ])('takes only an outline of RFC 7946: %j is none', async (geometry) => {
    const { status, errors } = await api.ask(
      ...create('Location', { kind: 'COMMUNITY', ...named('Outlined'), geometry }),
    );
    expect({ status, code: errors?.[0]?.extensions.code }).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('an id in another system', () => {
  test('belongs to one record of a type; the refusal names it', async () => {
    const again = {
      externalIds: [
        { system: 'desk', value: '2' },
        { system: 'desk', value: '1' },
      ],
    };
    const path = taken('input.externalIds.1.value');
    const faction = await refused(
      api,
      path,
      ...create('Faction', { kind: 'MILITIA', ...named('Third'), ...again }),
    );
    expect(faction.errors![0]!.message).toContain(id.faction);
    await refused(
      api,
      path,
      ...create('Location', { kind: 'COMMUNITY', ...named('Third'), ...again }),
    );
    await refused(api, path, ...create('Report', { kind: 'ARTICLE', title: 'Third', ...again }));
    await refused(api, path, ...update('Faction', id.otherFaction!, again));
  });

  test('may be a claim’s and a source’s as well', async () => {
    const { aSource } = fixtures(api);
    await expect(
      aSource('Same number', { externalIds: [{ system: 'desk', value: '1' }] }),
    ).resolves.toMatch(/^src_/);
  });

  test('is no URL', async () => {
    for (const value of ['http://example.org', 'HTTPS://example.org/a'])
      await refused(
        api,
        bad('input.externalIds.0.value'),
        ...update('Report', id.report!, { externalIds: [{ system: 'web', value }] }),
      );
  });
});

describe('a relation', () => {
  const relate = (input: Input) =>
    [
      'mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation { ' +
        'id } } }',
      {
        input: {
          fromId: id.faction,
          toId: id.otherFaction,
          kind: 'ALLIED_WITH',
          claimIds: [id.claim],
          ...input,
        },
      },
    ] as const;
  const affiliate = (input: Input) =>
    [
      'mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { affiliation { ' +
        'id } } }',
      { input: { sourceId: id.source, toId: id.faction, claimIds: [id.claim], ...input } },
    ] as const;

  test('without a claim is refused', async () => {
    await refused(api, bad('input.claimIds'), ...relate({ claimIds: [] }));
    await refused(api, bad('input.claimIds'), ...affiliate({ claimIds: [] }));
  });

  test('to itself is refused', async () => {
    await refused(api, bad('input.toId'), ...relate({ toId: id.faction }));
    await refused(api, bad('input.toId'), ...affiliate({ toId: id.source }));
    const shouted = id.source!.slice(0, 4) + id.source!.slice(4).toUpperCase();
    await refused(api, bad('input.toId'), ...affiliate({ toId: shouted }));
  });

  test('names what it rests on and whom it joins', async () => {
    await refused(api, bad('input.claimIds.1'), ...relate({ claimIds: [id.claim, id.report] }));
    await refused(
      api,
      missing('input.claimIds.1'),
      ...relate({ claimIds: [id.claim, `clm_${nowhere}`] }),
    );
    await refused(api, missing('input.toId'), ...relate({ toId: `fac_${nowhere}` }));
    await refused(api, bad('input.fromId'), ...relate({ fromId: id.source }));
    await refused(api, bad('input.during.edtf'), ...relate({ during: { edtf: '2018-02-30' } }));
    await refused(api, bad('input.toId'), ...affiliate({ toId: id.town }));
    await refused(api, missing('input.toId'), ...affiliate({ toId: `src_${nowhere}` }));
    await refused(api, bad('input.role'), ...affiliate({ role: '' }));
  });
});

describe('a judgement', () => {
  const link = (input: Input) =>
    [
      'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
      {
        input: {
          fromId: id.claim,
          toId: id.other,
          kind: 'REFINES',
          rationale: 'It names the place.',
          ...input,
        },
      },
    ] as const;

  test.each(['', '   ', '\n'])('without a reason is refused: %j', async (rationale) => {
    await refused(api, bad('input.rationale'), ...link({ rationale }));
    await refused(
      api,
      bad('input.rationale'),
      'mutation ($id: ID!, $input: AssessmentInput!) { assessClaim(claimId: $id, input: ' +
        '$input) { claim { id } } }',
      { id: id.claim, input: { status: 'VERIFIED', credibility: 'ONE', rationale } },
    );
    await refused(
      api,
      bad('input.rationale'),
      'mutation ($id: ID!, $input: RatingInput!) { rateSource(sourceId: $id, input: $input) ' +
        '{ source { id } } }',
      {
        id: id.source,
        input: { reliability: 'A', rationale },
      },
    );
    for (const type of ['Report', 'Source', 'Faction', 'Location', 'Claim'])
      await refused(
        api,
        bad('rationale'),
        `mutation ($id: ID!, $rationale: String!) { withdraw${type}(id: $id, expectedVersion: 1, rationale: $rationale) { ${type.toLowerCase()} { id } } }`,
        { id: type === 'Location' ? id.town : id[type.toLowerCase()], rationale },
      );
  });

  test('with a reason too long is refused', async () => {
    const rationale = 'x'.repeat(2_001);
    await refused(api, bad('input.rationale'), ...link({ rationale }));
    const fresh = await fixtures(api).aClaim();
    await refused(
      api,
      bad('rationale'),
      'mutation ($id: ID!, $rationale: String!) { withdrawClaim(id: $id, expectedVersion: 1, ' +
        'rationale: $rationale) { claim { id } } }',
      { id: fresh, rationale },
    );
  });

  test('links two claims, once so', async () => {
    await refused(api, bad('input.toId'), ...link({ toId: id.claim }));
    await refused(api, missing('input.toId'), ...link({ toId: `clm_${nowhere}` }));
    await refused(api, bad('input.fromId'), ...link({ fromId: id.report }));
    const toId = await fixtures(api).aClaim();
    const { linkClaims } = await api.data(...link({ toId }));
    const { errors } = await refused(
      api,
      taken('input.kind'),
      ...link({ toId, rationale: 'Again.' }),
    );
    expect(errors![0]!.message).toContain(linkClaims.link.id);
    const unlink = (rationale: string) =>
      [
        'mutation ($id: ID!, $rationale: String!) { unlinkClaims(id: $id, rationale: ' +
          '$rationale) { link { id } } }',
        { id: linkClaims.link.id, rationale },
      ] as const;
    await refused(api, bad('rationale'), ...unlink(' '));
    await api.data(...unlink('It names another place.'));
    await refused(api, taken('id'), ...unlink('Again.'));
  });
});

test('a name is added to a source, faction or place that is there, and to nothing else', async () => {
  const add = (recordId: string, name: Input = { text: 'X', kind: 'ALIAS' }) =>
    [
      'mutation ($recordId: ID!, $name: NameInput!) { addName(recordId: $recordId, name: ' +
        '$name) { record { id } } }',
      { recordId, name },
    ] as const;
  await refused(api, bad('recordId'), ...add(id.claim!));
  await refused(api, missing('recordId'), ...add(`fac_${nowhere}`));
  await refused(api, bad('name.text'), ...add(id.faction!, { text: '', kind: 'ALIAS' }));
  await refused(
    api,
    bad('name.during.latest'),
    ...add(id.faction!, {
      text: 'X',
      kind: 'ALIAS',
      during: { edtf: '2018', latest: '2019-01-01' },
    }),
  );
});

test.each(['has space', 'ünïcode', 'x'.repeat(201)])(
  'an Idempotency-Key of %.12j is refused',
  async (key) => {
    const [query, variables] = create('Source', { kind: 'PERSON', ...named('Nobody') });
    await refused(api, bad('Idempotency-Key'), query, variables, {
      'idempotency-key': Buffer.from(key).toString('latin1'),
    });
  },
);

describe('a value', () => {
  test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59'])(
    'of time that RFC 3339 could not give back is refused: %s',
    async (retrievedAt) => {
      await refused(
        api,
        { ...bad('input.retrievedAt'), status: 400 },
        ...create('Report', { kind: 'ARTICLE', title: 'A title', retrievedAt }),
      );
    },
  );

  test('of an external id has no blanks around it, which nobody would see', async () => {
    const input = {
      kind: 'UNKNOWN',
      ...named('A name'),
      externalIds: [{ system: 'desk', value: ' 7 ' }],
    };
    await refused(api, bad('input.externalIds.0.value'), ...create('Faction', input));
  });

  test('of a name’s script is a code of ISO 15924', async () => {
    await refused(
      api,
      bad('input.names.0.script'),
      ...create('Source', {
        kind: 'PERSON',
        names: [{ text: 'A name', kind: 'PRIMARY', script: 'ZZ9!' }],
      }),
    );
  });

  test('of a figure’s part counts what its whole counts', async () => {
    const quantities = [
      { measure: 'PEOPLE_KILLED', max: 5, parts: [{ measure: 'FACTIONS', min: 1 }] },
    ];
    await refused(
      api,
      bad('input.quantities.0.parts.0.measure'),
      ...create('Claim', {
        reportId: id.report,
        statement: 'A count.',
        kind: 'OTHER',
        attributions: [{ chain: [{ sourceId: id.source }] }],
        quantities,
      }),
    );
  });
});

test('a place is not moved into one that it overlaps, unless that changes with it', async () => {
  const { aLocation } = fixtures(api);
  const marsh = await aLocation('Marsh', { kind: 'INFORMAL_REGION' });
  const bank = await aLocation('Bank', { overlapIds: [marsh] });
  await refused(api, bad('input.parentId'), ...update('Location', bank, { parentId: marsh }));
  const { errors } = await api.ask(
    ...update('Location', bank, { parentId: marsh, overlapIds: [] }),
  );
  expect(errors).toBeUndefined();
});
