import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

type Type = 'Claim' | 'Report' | 'Source' | 'Faction' | 'Location';
const types: Type[] = ['Claim', 'Report', 'Source', 'Faction', 'Location'];
const create = (type: Type, input: object = {}): Promise<string> => {
  if (type === 'Claim') return make.aClaim({ ...input });
  if (type === 'Report') return make.aReport({ ...input });
  return make[`a${type}`](undefined, { ...input });
};

const versionOf = async (id: string): Promise<number> =>
  (await api.data('query ($id: ID!) { node(id: $id) { ... on Record { version } } }', { id })).node
    .version;

const change = async (verb: 'withdraw' | 'restore', type: Type, id: string, rationale: string) =>
  (
    await api.data(
      `mutation ($id: ID!, $version: Int!, $rationale: String!) {
        done: ${verb}${type}(id: $id, expectedVersion: $version, rationale: $rationale) {
          ${type.toLowerCase()} { id withdrawn { rationale } }
          warnings { code message recordId }
        }
      }`,
      { id, version: await versionOf(id), rationale },
    )
  ).done;

const listed = async (type: Type, filter: object): Promise<string[]> =>
  (
    await api.data(
      `query ($filter: ${type}Filter) {
        list: ${type.toLowerCase()}s(first: 100, filter: $filter) { nodes { id } totalCount }
      }`,
      { filter },
    )
  ).list.nodes.map(({ id }: { id: string }) => id);

describe.each(types)('a withdrawn %s', (type) => {
  test('is listed on request, and returns to lists when it is restored', async () => {
    const [id, other] = [await create(type), await create(type)];
    const both = [id, other].sort();
    await change('withdraw', type, id, 'Entered twice.');
    const find = async (filter: object) =>
      (await listed(type, { id: [id, other], ...filter })).sort();
    expect(await find({})).toEqual([other]);
    expect(await find({ withdrawn: 'EXCLUDE' })).toEqual([other]);
    expect(await find({ withdrawn: 'INCLUDE' })).toEqual(both);
    expect(await find({ withdrawn: 'ONLY' })).toEqual([id]);
    expect(await find({ not: { withdrawn: 'ONLY' } })).toEqual([other]);
    expect(await find({ or: [{ withdrawn: 'ONLY' }, { id: [other] }] })).toEqual(both);

    const { warnings, [type.toLowerCase()]: record } = await change(
      'restore',
      type,
      id,
      'It is not the same after all.',
    );
    expect([record, warnings]).toEqual([{ id, withdrawn: null }, []]);
    expect(await find({})).toEqual(both);
    expect(await find({ withdrawn: 'ONLY' })).toEqual([]);
    const { node } = await api.data(
      `query ($id: ID!) {
        node(id: $id) { ... on Record { history { nodes { change rationale action } } } }
      }`,
      { id },
    );
    expect(node.history.nodes).toEqual([
      {
        change: 'RESTORED',
        rationale: 'It is not the same after all.',
        action: `restore${type}`,
      },
      { change: 'WITHDRAWN', rationale: 'Entered twice.', action: `withdraw${type}` },
      { change: 'CREATED', rationale: null, action: `create${type}` },
    ]);
    expect(await api.database.query('select * from broken_writes()')).toEqual([]);
  });

  test('keeps its external ids, so that nobody takes them before it is restored', async () => {
    const externalIds = [{ system: 'desk', value: `${type} 7` }];
    const id = await create(type, { externalIds });
    await change('withdraw', type, id, 'Misread.');
    await expect(create(type, { externalIds })).rejects.toThrow(`is ${id} already`);
    await change('restore', type, id, 'Read again.');
    expect(await listed(type, { id: [id] })).toEqual([id]);
  });

  test('is restored only once, with a reason, and at its version', async () => {
    const id = await create(type);
    const restore = (version: number, rationale: string) => ({
      query: `mutation ($id: ID!, $version: Int!, $rationale: String!) {
        restore${type}(id: $id, expectedVersion: $version, rationale: $rationale) {
          warnings { code }
        }
      }`,
      variables: { id, version, rationale },
    });
    const expectRefusal = (code: string, path: string, version: number, rationale = 'So.') => {
      const { query, variables } = restore(version, rationale);
      return refused(api, { code, path }, query, variables);
    };
    await expectRefusal('CONFLICT', 'id', 1);
    await change('withdraw', type, id, 'Misread.');
    await expectRefusal('CONFLICT', 'expectedVersion', 1);
    await expectRefusal('BAD_USER_INPUT', 'rationale', 2, ' ');
  });
});

describe('restoring', () => {
  test('warns of records that are still withdrawn, and marks what depends on them', async () => {
    const reportId = await make.aReport();
    const id = await make.aClaim({ reportId });
    await change('withdraw', 'Report', reportId, 'Forged.');
    await change('withdraw', 'Claim', id, 'From a forged report.');
    const { warnings } = await change('restore', 'Claim', id, 'Others say so too.');
    expect(warnings).toEqual([
      {
        code: 'REFERS_TO_WITHDRAWN',
        message: `${id} depends on withdrawn records: ${reportId}.`,
        recordId: id,
      },
    ]);
    const restsOnWithdrawn = async () =>
      (await api.data('query ($id: ID!) { claim(id: $id) { restsOnWithdrawn } }', { id })).claim
        .restsOnWithdrawn;
    expect(await restsOnWithdrawn()).toBe(true);
    await change('restore', 'Report', reportId, 'It is genuine.');
    expect(await restsOnWithdrawn()).toBe(false);
  });

  const update = async (id: string, input: object) =>
    api.data(
      `mutation ($id: ID!, $version: Int!, $input: UpdateReportInput!) {
        updateReport(id: $id, expectedVersion: $version, input: $input) { report { id } }
      }`,
      { id, version: await versionOf(id), input },
    );
  const passageOf = async (id: string) =>
    (await api.data('query ($id: ID!) { claim(id: $id) { passage { quote start } } }', { id }))
      .claim.passage;

  test('finds the passage of a claim again, or refuses the claim', async () => {
    const reportId = await make.aReport({ body: 'They left.', bodyKind: 'PARAPHRASE' });
    const id = await make.aClaim({ reportId, passage: { quote: 'left', in: 'BODY' } });
    await change('withdraw', 'Claim', id, 'Misread.');
    await update(reportId, { body: 'At noon they stayed.' });
    await refused(
      api,
      { code: 'CONFLICT', path: 'id' },
      `mutation ($id: ID!) { restoreClaim(id: $id, expectedVersion: 2, rationale: "So.") {
        claim { id } } }`,
      { id },
    );
    await update(reportId, { body: 'At noon they left.' });
    await change('restore', 'Claim', id, 'Read again.');
    expect(await passageOf(id)).toEqual({ quote: 'left', start: 13 });
  });

  test('puts a claim back into the counts of its place, faction and source', async () => {
    const [locationId, factionId, sourceId] = [
      await make.aLocation(),
      await make.aFaction(),
      await make.aSource(),
    ];
    const id = await make.aClaim({
      sourceId,
      places: [{ locationId }],
      parties: [{ factionId, role: 'ACTOR' }],
    });
    const read = async (withdrawn?: string) => {
      const filter = withdrawn ? { withdrawn } : {};
      const { location, faction, source, exact } = await api.data(
        `query ($l: ID!, $f: ID!, $s: ID!, $filter: ClaimFilter) {
          location(id: $l) { claims(filter: $filter) { totalCount } }
          exact: location(id: $l) {
            claims(scope: WITHIN_OR_OVERLAPPING, filter: $filter) { totalCount }
          }
          faction(id: $f) { claims(filter: $filter) { totalCount } }
          source(id: $s) { claims(asOrigin: true, filter: $filter) { totalCount } }
        }`,
        { l: locationId, f: factionId, s: sourceId, filter },
      );
      const byPlace = await listed('Claim', { place: { id: [locationId] }, ...filter });
      return [location, exact, faction, source]
        .map(({ claims }: { claims: { totalCount: number } }) => claims.totalCount)
        .concat(byPlace.length);
    };
    expect(await read()).toEqual([1, 1, 1, 1, 1]);
    await change('withdraw', 'Claim', id, 'Misread.');
    expect(await read()).toEqual([0, 0, 0, 0, 0]);
    expect(await read('ONLY')).toEqual([1, 1, 1, 1, 1]);
    await change('restore', 'Claim', id, 'Read again.');
    expect(await read()).toEqual([1, 1, 1, 1, 1]);
    expect(await read('ONLY')).toEqual([0, 0, 0, 0, 0]);
  });

  test('statistics never count withdrawn claims', () =>
    refused(
      api,
      { code: 'BAD_USER_INPUT', path: 'filter' },
      '{ claimStats(filter: { withdrawn: INCLUDE }) { total } }',
    ));
});

describe('a withdrawn relation', () => {
  const write = async (mutation: string, field: string, variables: object) =>
    (await api.data(mutation, { ...variables })).done[field].id;
  const link = (from: string, to: string) =>
    write(
      `mutation ($input: ClaimLinkInput!) { done: linkClaims(input: $input) { link { id } } }`,
      'link',
      { input: { fromId: from, toId: to, kind: 'CONTRADICTS', rationale: 'It does.' } },
    );
  const relate = (from: string, to: string, claim: string) =>
    write(
      `mutation ($input: FactionRelationInput!) {
        done: relateFactions(input: $input) { relation { id } }
      }`,
      'relation',
      { input: { fromId: from, toId: to, kind: 'ALLIED_WITH', claimIds: [claim] } },
    );
  const affiliate = (source: string, to: string, claim: string) =>
    write(
      `mutation ($input: AffiliationInput!) {
        done: affiliateSource(input: $input) { affiliation { id } }
      }`,
      'affiliation',
      { input: { sourceId: source, toId: to, claimIds: [claim] } },
    );

  test.each([
    [
      'link',
      'unlinkClaims',
      'restoreClaimLink',
      async () => {
        const [from, to] = [await make.aClaim(), await make.aClaim()];
        return { owner: from, make: () => link(from, to), again: () => link(to, from) };
      },
      'claim',
      'links',
    ],
    [
      'relation',
      'unrelateFactions',
      'restoreFactionRelation',
      async () => {
        const [from, to] = [await make.aFaction(), await make.aFaction()];
        const claim = await make.aClaim();
        const relateThem = () => relate(from, to, claim);
        return { owner: from, make: relateThem, again: relateThem };
      },
      'faction',
      'relations',
    ],
    [
      'affiliation',
      'unaffiliateSource',
      'restoreAffiliation',
      async () => {
        const [source, to, claim] = [
          await make.aSource(),
          await make.aFaction(),
          await make.aClaim(),
        ];
        const affiliateThem = () => affiliate(source, to, claim);
        return { owner: source, make: affiliateThem, again: affiliateThem };
      },
      'source',
      'affiliations',
    ],
  ] as const)(
    'is listed on request and restored, unless the same was recorded since: %s',
    async (field, withdraw, restore, prepare, type, list) => {
      const { owner, make: makeIt, again } = await prepare();
      const id = await makeIt();
      const run = (mutation: string, rationale: string, on = id) =>
        api.data(
          `mutation ($id: ID!, $rationale: String!) {
            ${mutation}(id: $id, rationale: $rationale) { ${field} { id withdrawn { by } } }
          }`,
          { id: on, rationale },
        );
      const find = async (withdrawn: string) =>
        (
          await api.data(
            `query ($id: ID!) { ${type}(id: $id) { ${list}(withdrawn: ${withdrawn}) { id } } }`,
            { id: owner },
          )
        )[type][list].map((each: { id: string }) => each.id);
      await run(withdraw, 'Misread.');
      expect([await find('EXCLUDE'), await find('ONLY')]).toEqual([[], [id]]);
      await run(restore, 'Read again.');
      expect([await find('EXCLUDE'), await find('ONLY')]).toEqual([[id], []]);
      const { node } = await api.data(
        `query ($id: ID!) {
          node(id: $id) { ... on Record { history(first: 2) { nodes { rationale } } } }
        }`,
        { id: owner },
      );
      expect(node.history.nodes).toEqual([{ rationale: 'Read again.' }, { rationale: 'Misread.' }]);
      await run(withdraw, 'Misread.');
      const other = await again();
      await refused(
        api,
        { code: 'CONFLICT', path: 'id' },
        `mutation ($id: ID!) { ${restore}(id: $id, rationale: "So.") { ${field} { id } } }`,
        { id },
      );
      expect((await find('INCLUDE')).sort()).toEqual([id, other].sort());
    },
  );
});
