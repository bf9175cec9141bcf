import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordNames } from '../values/record-types.ts';
import { type Api, startApi } from './api.ts';
import { fixtures, refused } from './fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
const id: Record<string, string> = {};
const nowhere = '01900000-0000-7000-8000-000000000000';
const externalIds = [{ system: 'desk', value: 'taken' }];

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  const own = (value: string) => ({ externalIds: [{ system: 'desk', value }] });
  id.Source = await aSource('A speaker', own('own'));
  id.Faction = await aFaction('A party', own('own'));
  id.Location = await aLocation('A town', own('own'));
  id.Report = await aReport({
    title: 'Said',
    body: 'They left.',
    bodyKind: 'VERBATIM',
    ...own('own'),
  });
  id.Claim = await aClaim({ reportId: id.Report, sourceId: id.Source, ...own('own') });
  await aSource('Another', { externalIds });
  await aFaction('Another', { externalIds });
  await aLocation('Another', { externalIds });
  await aReport({ title: 'Another', externalIds });
  await aClaim({ externalIds });
});
afterAll(() => api.stop());

const name = (more: Input) => ({ text: 'A name', kind: 'PRIMARY', ...more });

/**
 * An input of each type in which these fields are wrong: by a class’s rule, in parsing, or in
 * looking up.
 */
const faulty: Record<string, { input: () => Input; paths: string[] }> = {
  Claim: {
    input: () => ({
      reportId: id.Report,
      statement: ' ',
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId: `src_${nowhere}` }] }],
      passage: { quote: 'They stayed' },
      occurred: { edtf: '2018-02-30' },
      places: [
        { locationId: id.Faction, asWritten: '' },
        { locationId: id.Location, lat: 91, lon: 0 },
        { locationId: id.Location, point: { lat: 1, lon: 181 } },
        { locationId: id.Location, lat: 1 },
      ],
      parties: [{ factionId: `fac_${nowhere}`, role: 'ACTOR', group: -1 }],
      quantities: [
        { measure: 'STRIKES', min: 3, max: 2, parts: [{ measure: 'FACTIONS', min: -1 }] },
      ],
      citations: [{ reportId: 'rpt_1' }],
      externalIds,
    }),
    paths: [
      'input.attributions.0.chain.0.sourceId',
      'input.citations.0.reportId',
      'input.externalIds.0.value',
      'input.occurred.edtf',
      'input.parties.0.factionId',
      'input.parties.0.group',
      'input.passage.quote',
      'input.places.0.asWritten',
      'input.places.0.locationId',
      'input.places.1.lat',
      'input.places.2.point.lon',
      'input.places.3.lon',
      'input.quantities.0.min',
      'input.quantities.0.parts.0.measure',
      'input.quantities.0.parts.0.min',
      'input.statement',
    ],
  },
  Report: {
    input: () => ({
      kind: 'ARTICLE',
      title: 'x'.repeat(1_001),
      url: 'not a url',
      publisherId: id.Faction,
      authorIds: [id.Source, `src_${nowhere}`],
      published: { edtf: '2018-07~', earliest: '2018-02-30', latest: '2018-13-01' },
      bodyKind: null,
      body: 'Text',
      datelineId: `loc_${nowhere}`,
      externalIds,
    }),
    paths: [
      'input.authorIds.1',
      'input.bodyKind',
      'input.datelineId',
      'input.externalIds.0.value',
      'input.published.earliest',
      'input.published.latest',
      'input.publisherId',
      'input.title',
      'input.url',
    ],
  },
  Source: {
    input: () => ({
      kind: 'PERSON',
      names: [name({ kind: 'ALIAS', script: 'arab' }), name({ kind: 'ALIAS', sourceId: id.Claim })],
      role: '',
      basedInId: `loc_${nowhere}`,
      externalIds,
    }),
    paths: [
      'input.basedInId',
      'input.externalIds.0.value',
      'input.names',
      'input.names.0.script',
      'input.names.1.sourceId',
      'input.role',
    ],
  },
  Faction: {
    input: () => ({
      kind: 'MILITIA',
      names: [
        name({ kind: 'ALIAS', text: ' ', during: { edtf: '2018', latest: '2019-01-01' } }),
        name({ kind: 'ALIAS', sourceId: `src_${nowhere}` }),
      ],
      externalIds,
    }),
    paths: [
      'input.externalIds.0.value',
      'input.names',
      'input.names.0.during.latest',
      'input.names.0.text',
      'input.names.1.sourceId',
    ],
  },
  Location: {
    input: () => ({
      kind: 'COMMUNITY',
      names: [name({ scheme: ' ' })],
      parentId: id.Source,
      alsoInIds: [`loc_${nowhere}`],
      overlapIds: ['loc_1'],
      point: { lat: -91, lon: 0 },
      externalIds,
    }),
    paths: [
      'input.alsoInIds.0',
      'input.externalIds.0.value',
      'input.names.0.scheme',
      'input.overlapIds.0',
      'input.parentId',
      'input.point.lat',
    ],
  },
};

const operations = {
  create: (type: string) =>
    `mutation ($input: Create${type}Input!) { create${type}(input: $input) { warnings { code } } }`,
  update: (type: string) =>
    `mutation ($id: ID!, $input: Update${type}Input!) {
      update${type}(id: $id, expectedVersion: 1, input: $input) { warnings { code } }
    }`,
  upsert: (type: string) =>
    `mutation ($externalId: ExternalIdInput!, $input: Create${type}Input!) {
      upsert${type}(externalId: $externalId, input: $input) { warnings { code } }
    }`,
};

/** Asks for a write that is refused, and returns the paths of its issues. */
async function faultsOf(query: string, variables: Input): Promise<string[]> {
  const { errors } = await refused(
    api,
    { code: 'BAD_USER_INPUT', path: expect.any(String) as never },
    query,
    variables,
  );
  return errors![0]!.extensions.issues!.map(({ path }) => path.join('.')).sort();
}

describe.each(recordNames)('a %s with wrong fields is refused with all of them named', (type) => {
  const { input, paths } = faulty[type]!;

  test('when it is created', async () => {
    expect(paths.length).toBeGreaterThanOrEqual(5);
    expect(await faultsOf(operations.create(type), { input: input() })).toEqual(paths);
  });

  test('when it is updated', async () => {
    const { reportId: _fixed, ...changes } = input();
    expect(await faultsOf(operations.update(type), { id: id[type], input: changes })).toEqual(
      paths,
    );
  });

  test.each(['new', 'own'])('when it is upserted by an external id that is %s', async (value) => {
    const variables = { externalId: { system: 'desk', value }, input: input() };
    expect(await faultsOf(operations.upsert(type), variables)).toEqual(paths);
  });

  test('when the external id of an upsert is wrong too', async () => {
    const externalId = { system: ' ', value: 'https://example.org' };
    const wrong = ['externalId.system', 'externalId.value'];
    expect(await faultsOf(operations.upsert(type), { externalId, input: input() })).toEqual(
      [...wrong, ...paths].sort(),
    );
  });
});

test('a report recorded with its claims is refused with all their wrong fields', async () => {
  const under = (place: string, paths: string[]) =>
    paths.map((path) => path.replace('input', `input.${place}`));
  const { reportId: _own, ...claim } = faulty.Claim!.input();
  const input = {
    report: faulty.Report!.input(),
    claims: [claim, { ...claim, reportId: id.Report, externalIds: undefined }],
  };
  const query =
    'mutation ($input: RecordReportInput!) { recordReport(input: $input) { warnings { code } } }';
  const withoutExternalId = faulty.Claim!.paths.filter((path) => !path.includes('externalIds'));
  expect(await faultsOf(query, { input })).toEqual(
    [
      ...under('report', faulty.Report!.paths),
      ...under('claims.0', faulty.Claim!.paths),
      ...under('claims.1', [...withoutExternalId, 'input.reportId']),
    ].sort(),
  );
});

test('two claims recorded together may not have the same external id', async () => {
  const claim = {
    statement: 'Said.',
    kind: 'OTHER',
    attributions: [{ chain: [{ sourceId: id.Source }] }],
    externalIds: [{ system: 'desk', value: 'both' }],
  };
  const input = { report: { kind: 'ARTICLE', title: 'Two' }, claims: [claim, claim] };
  const query =
    'mutation ($input: RecordReportInput!) { recordReport(input: $input) { warnings { code } } }';
  expect(await faultsOf(query, { input })).toEqual(['input.claims.1.externalIds.0.value']);
});

test('links, relations and affiliations are refused with all wrong fields named', async () => {
  const write = (field: string, type: string, input: Input) =>
    faultsOf(`mutation ($input: ${type}!) { ${field}(input: $input) { warnings { code } } }`, {
      input,
    });
  const [fromId, toId, rationale] = [id.Report, `clm_${nowhere}`, ' '];
  expect(
    await write('linkClaims', 'ClaimLinkInput', { fromId, toId, rationale, kind: 'REFINES' }),
  ).toEqual(['input.fromId', 'input.rationale', 'input.toId']);
  const during = { edtf: 'summer' };
  const claimIds = [id.Claim, `clm_${nowhere}`, id.Report];
  expect(
    await write('relateFactions', 'FactionRelationInput', {
      fromId: id.Source,
      toId: `fac_${nowhere}`,
      kind: 'PART_OF',
      during,
      claimIds,
    }),
  ).toEqual([
    'input.claimIds.1',
    'input.claimIds.2',
    'input.during.edtf',
    'input.fromId',
    'input.toId',
  ]);
  expect(
    await write('affiliateSource', 'AffiliationInput', {
      sourceId: `src_${nowhere}`,
      toId: id.Location,
      role: '',
      during,
      claimIds,
    }),
  ).toEqual([
    'input.claimIds.1',
    'input.claimIds.2',
    'input.during.edtf',
    'input.role',
    'input.sourceId',
    'input.toId',
  ]);
});
