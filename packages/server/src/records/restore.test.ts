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

const listIds = async (type: Type, filter: object): Promise<string[]> =>
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
      (await listIds(type, { id: [id, other], ...filter })).sort();
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
    expect(await listIds(type, { id: [id] })).toEqual([id]);
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
      const byPlace = await listIds('Claim', { place: { id: [locationId] }, ...filter });
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
