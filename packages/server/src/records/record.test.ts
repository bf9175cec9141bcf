import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
/** One of everything that has an id. */
const id: Record<string, string> = {};
const record: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  const externalIds = [{ system: 'desk', value: 'x' }];
  record.Source = await aSource('Source', { externalIds });
  record.Faction = await aFaction('Faction', { externalIds });
  record.Location = await aLocation('Location', { externalIds });
  record.Report = await aReport({ externalIds });
  const sourceId = record.Source;
  record.Claim = await aClaim({
    externalIds,
    sourceId,
    reportId: record.Report,
    quantities: [{ measure: 'STRIKES', min: 1 }],
  });
  Object.assign(id, record);
  const other = await aClaim({ sourceId, reportId: record.Report });
  const made = await api.data(
    `mutation (
      $link: ClaimLinkInput!, $relation: FactionRelationInput!, $affiliation: AffiliationInput!
    ) {
      linkClaims(input: $link) { link { id from { quantities { id } attributions { chain {
      source { names { id } } } } } } }
      relateFactions(input: $relation) { relation { id } }
      affiliateSource(input: $affiliation) { affiliation { id } }
    }`,
    {
      link: { fromId: id.Claim, toId: other, kind: 'REPEATS', rationale: 'Word for word.' },
      relation: {
        fromId: id.Faction,
        toId: await aFaction(),
        kind: 'OPPOSED_TO',
        claimIds: [other],
      },
      affiliation: { sourceId, toId: id.Faction, claimIds: [other] },
    },
  );
  id.ClaimLink = made.linkClaims.link.id;
  id.Quantity = made.linkClaims.link.from.quantities[0].id;
  id.Name = made.linkClaims.link.from.attributions[0].chain[0].source.names[0].id;
  id.FactionRelation = made.relateFactions.relation.id;
  id.Affiliation = made.affiliateSource.affiliation.id;
});
afterAll(() => api.stop());

const types = ['Source', 'Faction', 'Location', 'Report', 'Claim'];
const hanging = ['ClaimLink', 'Quantity', 'Name', 'FactionRelation', 'Affiliation'];

describe('node', () => {
  test.each([...types, ...hanging])('reads a %s by its id, in either case', async (type) => {
    const shouted = id[type]!.slice(0, 4) + id[type]!.slice(4).toUpperCase();
    for (const key of [id[type], shouted]) {
      const { node } = await api.data(
        `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { same: id } } }`,
        { id: key },
      );
      expect(node).toEqual({ __typename: type, id: id[type], same: id[type] });
    }
  });

  test('returns nothing for fragments on other types', async () => {
    const { node } = await api.data(
      `query ($id: ID!) { node(id: $id) { ... on Faction { name } ... on Claim { statement }
        ... on Record { version externalIds { system } } ... on Quantity { min } } }`,
      { id: id.Claim },
    );
    expect(node).toEqual({
      statement: 'Something is said.',
      version: 2,
      externalIds: [{ system: 'desk' }],
    });
  });
});

describe('record', () => {
  test.each(types)('finds a %s by its id in another system', async (type) => {
    const { record: found } = await api.data(
      `query ($type: RecordType!) { record(type: $type, externalId: { system: "desk",
        value: "x" }) { __typename id } }`,
      {
        type: type.toUpperCase(),
      },
    );
    expect(found).toEqual({ __typename: type, id: record[type] });
  });

  test('is null when there is no such record', async () => {
    const found = await api.data(
      `{ a: record(type: CLAIM, externalId: { system: "desk", value: "y" }) { id }
        b: record(type: CLAIM, externalId: { system: "Desk", value: "x" }) { id } }`,
    );
    expect(found).toEqual({ a: null, b: null });
  });

  test('finds withdrawn records, whose external ids stay taken', async () => {
    const { aFaction } = fixtures(api);
    const externalIds = [{ system: 'desk', value: 'gone' }];
    const gone = await aFaction('Gone', { externalIds });
    await api.data(
      `mutation ($id: ID!) { withdrawFaction(id: $id, expectedVersion: 1,
        rationale: "None such.") { faction { id } } }`,
      {
        id: gone,
      },
    );
    const { record: found } = await api.data(
      `{ record(type: FACTION, externalId: { system: "desk", value: "gone" }) { id withdrawn {
        by } } }`,
    );
    expect(found).toEqual({ id: gone, withdrawn: { by: 'local' } });
    const { errors } = await api.ask(
      'mutation ($input: CreateFactionInput!) { createFaction(input: $input) { faction { id } } }',
      {
        input: { kind: 'MILITIA', names: [{ text: 'Again', kind: 'PRIMARY' }], externalIds },
      },
    );
    expect(errors![0]!.extensions.code).toBe('CONFLICT');
  });
});
