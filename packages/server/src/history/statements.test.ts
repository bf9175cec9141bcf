import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
const id: Record<string, string> = {};
beforeAll(async () => {
  api = await startApi('sample');
  const data = await api.data(`{
    claims(first: 1, filter: { link: {} }) {
      nodes { id report { id } attributions { chain { source { id } } } }
    }
    factions(first: 1) { nodes { id } }
    locations(first: 1) { nodes { id } }
  }`);
  const [claim] = data.claims.nodes;
  Object.assign(id, {
    claim: claim.id,
    report: claim.report.id,
    source: claim.attributions[0].chain[0].source.id,
  });
  Object.assign(id, { faction: data.factions.nodes[0].id, location: data.locations.nodes[0].id });
});
afterAll(() => api.stop());

const claimFields = `
  statement passage { quote } occurred { edtf }
  report { title publisher { name basedIn { label } } }
  attributions { chain { source { name names { text source { name } } } } }
  places { location { label parent { name } } }
  parties { faction { name relations { to { name } claims { statement } } } }
  quantities { of { faction { name } } }
  links { to { statement } from { report { id } } }
  history { nodes { diff { path } } }
  externalIds { value }`;
const deep: Record<string, string> = {
  report: `
    title authors { name }
    claims { totalCount nodes { ${claimFields} } pageInfo { hasNextPage } }
    history { totalCount }`,
  source: `
    name claims { nodes { ${claimFields} } } reports { nodes { claims { totalCount } } }
    affiliations { to { ... on Faction { name } ... on Source { reports { totalCount } } } }
    ratings { rationale }`,
  faction: `
    name claims { nodes { ${claimFields} } } relations { from { claims { nodes { id } } } }`,
  location: `
    label ancestors { label children { nodes { name } } } overlaps { name }
    children { nodes { claims { nodes { ${claimFields} } } } }
    claims(scope: WITHIN_OR_OVERLAPPING) { totalCount nodes { ${claimFields} } }`,
  claim: claimFields,
};
const types = Object.keys(deep);
const sent = (query: string, variables: object = {}) =>
  api.statements(() => api.data(query, variables as never));

const anyRecord = types
  .map((type) => `${type[0]?.toUpperCase()}${type.slice(1)}`)
  .map((type) => `... on ${type} { same: id history { totalCount } }`)
  .join(' ');

describe('each root field is one statement', () => {
  test.each(types)('%s, with few or many fields', async (type) => {
    for (const fields of ['id', '__typename', deep[type]!]) {
      const query = `query ($id: ID!) { ${type}(id: $id) { ${fields} } }`;
      expect(await sent(query, { id: id[type] })).toHaveLength(1);
      expect(await sent(query, { id: id[type] })).toHaveLength(1);
      expect(await sent(`{ ${type}s { nodes { ${fields} } } }`)).toHaveLength(1);
    }
    expect(
      await sent(`{ ${type}s { totalCount pageInfo { endCursor } edges { cursor node { id } } } }`),
    ).toHaveLength(1);
    expect(
      await sent(
        `{
          record(
            type: ${type.toUpperCase()}, externalId: { system: "ocha-pcode", value: "SY12" }
          ) { id ... on Location { ${deep.location} } }
        }`,
      ),
    ).toHaveLength(1);
    expect(
      await sent(`query ($id: ID!) { node(id: $id) { id ${anyRecord} } }`, { id: id[type] }),
    ).toHaveLength(1);
  });

  test('claims with filters over other records', async () => {
    const filter = `{
      place: { near: { lat: 32.6, lon: 36.2, withinKm: 50 }, role: [AT] }
      speaker: { kind: [PERSON], first: true }
      report: { published: { from: "2018-07-01" } }
      link: {}
    }`;
    expect(
      await sent(`{ claims(filter: ${filter}) { totalCount nodes { ${claimFields} } } }`),
    ).toHaveLength(1);
  });

  test('several root fields, in one snapshot', async () => {
    const statements = await sent(
      `query ($id: ID!) {
          a: claims { totalCount } b: claim(id: $id) { ${claimFields} } c: reports { nodes { id } }
      }`,
      { id: id.claim },
    );
    expect(statements.filter((text) => text.startsWith('select'))).toHaveLength(3);
    expect(statements.filter((text) => /^begin/i.test(text))).toEqual([
      expect.stringMatching(/repeatable read read only/i),
    ]);
  });

  test('the payload of a mutation, at any depth', async () => {
    const { aClaim } = fixtures(api);
    const claim = await aClaim({ reportId: id.report, sourceId: id.source });
    const write = (fields: string, aggregate: boolean) =>
      api.statements(() =>
        api.data(
          `mutation ($id: ID!, $v: Int!) {
              updateClaim(id: $id, expectedVersion: $v, input: { aggregate: ${aggregate} }) {
                claim { ${fields} } warnings { code }
              }
          }`,
          {
            id: claim,
            v: aggregate ? 1 : 2,
          },
        ),
      );
    const shallow = await write('id', true);
    const deepWrite = await write(claimFields, false);
    expect(deepWrite).toHaveLength(shallow.length);
    expect(deepWrite.at(-1)).toMatch(
      /^select insert_rows.*; SAVEPOINT answer; select .*; COMMIT$/s,
    );
  });
});
