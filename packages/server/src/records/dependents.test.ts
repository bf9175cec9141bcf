import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

/** Withdraws the current version of a record, and returns the messages of the warnings. */
const withdraw = async (type: string, id: string): Promise<string[]> => {
  const { record } = await api.data(
    'query ($id: ID!) { record: node(id: $id) { ... on Record { version } } }',
    { id },
  );
  const { done } = await api.data(
    `mutation ($id: ID!, $version: Int!) { done: withdraw${type}(id: $id,
      expectedVersion: $version, rationale: "Misread.") { warnings { message } } }`,
    { id, version: record.version },
  );
  return done.warnings.map(({ message }: { message: string }) =>
    message.replace(/ depends? on it.*/, ''),
  );
};

const marked = async (type: string, id: string): Promise<boolean> =>
  (
    await api.data(`query ($id: ID!) { node(id: $id) { ... on ${type} { restsOnWithdrawn } } }`, {
      id,
    })
  ).node.restsOnWithdrawn;

const relate = async (input: object): Promise<string> =>
  (
    await api.data(
      `mutation ($input: FactionRelationInput!) { relateFactions(input: $input) { relation {
        id } } }`,
      { input },
    )
  ).relateFactions.relation.id;

const affiliate = async (input: object): Promise<string> =>
  (
    await api.data(
      `mutation ($input: AffiliationInput!) { affiliateSource(input: $input) { affiliation {
        id } } }`,
      { input },
    )
  ).affiliateSource.affiliation.id;

describe('withdrawing warns of what depends on the record, and marks it', () => {
  test('a publisher, an author: reports and affiliations', async () => {
    const [publisher, author] = [await make.aSource(), await make.aSource()];
    const reports = [
      await make.aReport({ publisherId: publisher }),
      await make.aReport({ authorIds: [author] }),
    ];
    const affiliation = await affiliate({
      sourceId: author,
      toId: publisher,
      claimIds: [await make.aClaim()],
    });
    expect(await Promise.all(reports.map((id) => marked('Report', id)))).toEqual([false, false]);
    expect(await marked('Affiliation', affiliation)).toBe(false);
    expect((await withdraw('Source', publisher)).sort()).toEqual(['1 affiliation', '1 report']);
    expect(await marked('Report', reports[0]!)).toBe(true);
    expect(await marked('Affiliation', affiliation)).toBe(true);
    await withdraw('Source', author);
    expect(await marked('Report', reports[1]!)).toBe(true);
  });

  test('a report: its reprints, and the claims that refer to it', async () => {
    const report = await make.aReport();
    const reprint = await make.aReport({ reprintOfId: report });
    const citing = await make.aClaim({ citations: [{ reportId: report }] });
    const spoken = await make.aClaim({
      attributions: [{ chain: [{ sourceId: await make.aSource(), reportId: report }] }],
    });
    expect((await withdraw('Report', report)).sort()).toEqual(['1 report', '2 claims']);
    for (const id of [citing, spoken]) expect(await marked('Claim', id)).toBe(true);
    expect(await marked('Report', reprint)).toBe(true);
  });

  test('a faction: its relations and affiliations, and claims about its people', async () => {
    const [fromId, toId] = [await make.aFaction('From'), await make.aFaction('To')];
    const said = await make.aClaim();
    const relation = await relate({ fromId, toId, kind: 'ALLIED_WITH', claimIds: [said] });
    const affiliation = await affiliate({ sourceId: await make.aSource(), toId, claimIds: [said] });
    const counting = await make.aClaim({
      quantities: [{ measure: 'PEOPLE_KILLED', min: 1, factionId: toId }],
    });
    expect((await withdraw('Faction', toId)).sort()).toEqual([
      '1 affiliation',
      '1 claim',
      '1 relation',
    ]);
    expect(await marked('FactionRelation', relation)).toBe(true);
    expect(await marked('Affiliation', affiliation)).toBe(true);
    expect(await marked('Claim', counting)).toBe(true);
  });

  test('a place: everything that lies inside it', async () => {
    const province = await make.aLocation('Province', { kind: 'GOVERNORATE' });
    const district = await make.aLocation('District', { kind: 'DISTRICT', parentId: province });
    const town = await make.aLocation('Town', { parentId: district });
    expect(await withdraw('Location', province)).toEqual(['2 locations']);
    for (const id of [district, town]) expect(await marked('Location', id)).toBe(true);
  });
});

test('a withdrawn affiliation is left out of lists, and stays readable by id', async () => {
  const [sourceId, toId] = [await make.aSource(), await make.aSource('Its house')];
  const id = await affiliate({ sourceId, toId, role: 'editor', claimIds: [await make.aClaim()] });
  const { unaffiliateSource } = await api.data(
    `mutation ($id: ID!) { unaffiliateSource(id: $id, rationale: "Another of that name.") {
      affiliation { withdrawn { rationale } } } }`,
    { id },
  );
  expect(unaffiliateSource.affiliation.withdrawn.rationale).toBe('Another of that name.');
  const { source, sources, node } = await api.data(
    `query ($source: ID!, $to: ID!, $id: ID!) {
      source(id: $source) { affiliations { id } } sources(filter: { affiliatedWith: [$to] }) {
      totalCount } node(id: $id) { id }
    }`,
    { source: sourceId, to: toId, id },
  );
  expect([source.affiliations, sources.totalCount, node.id]).toEqual([[], 0, id]);
});

test('an upsert by the external id of a withdrawn record is refused', async () => {
  const externalId = { system: 'desk', value: 'one' };
  const id = await make.aFaction('Gone', { externalIds: [externalId] });
  await withdraw('Faction', id);
  const { errors } = await api.ask(
    `mutation ($externalId: ExternalIdInput!, $input: CreateFactionInput!) {
      upsertFaction(externalId: $externalId, input: $input) { faction { id } } }`,
    { externalId, input: { kind: 'UNKNOWN', names: [{ text: 'Back', kind: 'PRIMARY' }] } },
  );
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    issues: [{ path: ['externalId'] }],
  });
});

test('withdrawing a location warns of the claims that depend on it, unless withdrawn', async () => {
  const id = await make.aLocation();
  const [, gone] = [
    await make.aClaim({ places: [{ locationId: id }] }),
    await make.aClaim({ places: [{ locationId: id }] }),
  ];
  await api.data(
    `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1, rationale: "Twice.") {
      claim { id } } }`,
    {
      id: gone,
    },
  );
  const { withdrawLocation } = await api.data(
    `mutation ($id: ID!) { withdrawLocation(id: $id, expectedVersion: 1,
      rationale: "No such place.") { location { withdrawn { rationale } } warnings { code message
      recordId } } }`,
    { id },
  );
  expect(withdrawLocation.warnings).toEqual([
    {
      code: 'RESTS_ON_WITHDRAWN',
      recordId: id,
      message: expect.stringMatching(/^1 claim depends on it/),
    },
  ]);
});

test('withdrawing a faction does not warn of withdrawn claims that count its people', async () => {
  const id = await make.aFaction();
  const quantities = [{ measure: 'PEOPLE_KILLED', min: 1, factionId: id }];
  const [, gone] = [await make.aClaim({ quantities }), await make.aClaim({ quantities })];
  await withdraw('Claim', gone);
  expect(await withdraw('Faction', id)).toEqual(['1 claim']);
});
