import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { readMetric } from '../testing/load.ts';

let api: Api;
let strict: Api;
beforeAll(async () => {
  api = await startApi();
  strict = await startApi('sample', { maxCostMs: 1 });
});
afterAll(async () => {
  await api.stop();
  await strict.stop();
});

const asksForCost = { 'claimgraph-cost': 'estimate' };

const costOf = async (query: string, variables = {}): Promise<number> => {
  const { extensions } = (await api.ask(query, variables, asksForCost)) as {
    extensions?: { cost: { estimatedMs: number } };
  };
  return extensions?.cost.estimatedMs ?? Number.NaN;
};

const nested = `{
  a: claims(first: 100) { nodes { attributions { chain { source { claims(first: 100) {
    nodes { places { location { claims(first: 100) { nodes { statement } } } } } } } } } } }
}`;

describe('the estimated cost of an operation', () => {
  test('is in the answer if the request asks for it, and only then', async () => {
    const query = '{ claims(first: 3) { nodes { id } } }';
    const plain = await api.ask(query);
    const again = await api.ask(query, {}, asksForCost);
    expect(plain).not.toHaveProperty('extensions');
    expect(again).toEqual({
      ...plain,
      extensions: { cost: { estimatedMs: expect.any(Number) } },
    });
    // The same from the fast path, which has seen the query by now.
    expect(await api.ask(query, {}, asksForCost)).toEqual(again);
    expect(await api.ask(query)).toEqual(plain);
  });

  test('grows with the size of pages, with nesting, and with each root field', async () => {
    const page = (first: number) => `{ claims(first: ${first}) { nodes { id report { id } } } }`;
    const small = await costOf(page(1));
    expect(small).toBeGreaterThan(0);
    expect(await costOf(page(20))).toBeGreaterThan(small);
    expect(await costOf(nested)).toBeGreaterThan(10 * small);
    const one = await costOf('{ a: claimStats(by: [KIND]) { total } }');
    const two = await costOf(
      '{ a: claimStats(by: [KIND]) { total } b: claimStats(by: [KIND]) { total } }',
    );
    expect(two).toBeCloseTo(2 * one, 1);
  });

  test('follows the values of variables, not only the text', async () => {
    const query = `query ($first: Int, $by: [ClaimDimension!]) {
      claims(first: $first) { nodes { statement } } claimStats(by: $by) { total }
    }`;
    const [small, large, other] = [
      await costOf(query, { first: 1, by: [] }),
      await costOf(query, { first: 20, by: [] }),
      await costOf(query, { first: 1, by: ['LOCATION', 'VICTIM', 'SOURCE'] }),
    ];
    expect(large).toBeGreaterThan(small);
    expect(other).toBeGreaterThan(small);
  });

  test('has the search of an area once for each record with a list', async () => {
    const within = (area: string) =>
      `claims(first: 1, filter: { place: { ${area} } }) { nodes { id } }`;
    const wide = 'bbox: { west: 35, east: 43, south: 32, north: 38 }';
    const empty = 'bbox: { west: -43, east: -35, south: 32, north: 38 }';
    const lists = (area: string) =>
      costOf(`{ factions(first: 100) { nodes { ${within(area)} } } }`);
    expect(await lists(wide)).toBeGreaterThan(1.5 * (await lists(empty)));
  });

  test('knows when claims were recorded', async () => {
    const until = (year: number) =>
      costOf(`{ claimStats(filter: { createdAt: { to: "${year}-01-01T00:00:00Z" } }, by: [KIND]) {
        total } }`);
    expect(await until(2999)).toBeGreaterThan(await until(1999));
  });

  test('knows lists that may have withdrawn claims, wherever the filter says so', async () => {
    const list = (filter: string) =>
      costOf(`{ locations(first: 100) { nodes {
        claims(first: 1, filter: ${filter}) { nodes { id } } } } }`);
    const nestedCondition = await list('{ and: [{ withdrawn: INCLUDE }] }');
    expect(nestedCondition).toBeGreaterThan(1.1 * (await list('{ and: [{}] }')));
  });

  test('is counted at /metrics', async () => {
    const name = 'claimgraph_cost_milliseconds_total';
    const before = await readMetric(api.url, name);
    await api.data(nested);
    expect(await readMetric(api.url, name)).toBeGreaterThan(before);
  });
});

describe('an operation that costs too much', () => {
  test('is refused with the estimate, the limit, and what to do', async () => {
    const { data, errors } = await strict.ask(nested);
    expect(data?.a ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(errors?.[0]?.message).toMatch(
      /^This would take about \d+ ms .* the limit is 1 ms\. Ask for smaller pages/,
    );
    expect((await strict.ask('{ viewer { name } }')).errors).toBeUndefined();
  });

  test('sends nothing to the database, also if the fields before cost little', async () => {
    const sent = await strict.statements(async () => {
      const { errors } = await strict.ask(`{ cheap: sources { totalCount } ${nested.slice(1)}`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
        expect.arrayContaining(['QUERY_TOO_COMPLEX']),
      );
    });
    expect(sent.filter((text) => /claim|attribution/.test(text))).toEqual([]);
  });
});

describe('the answer to a mutation', () => {
  const create = (title: string, fields = 'id') =>
    `createReport(input: { kind: ARTICLE, title: "${title}" }) { report { ${fields} } }`;

  test('counts like the answer to a query', async () => {
    const one = await costOf(`mutation { ${create('One')} }`);
    expect(await costOf(`mutation { ${create('Two', 'id title url kind')} }`)).toBeGreaterThan(one);
    const two = await costOf(`mutation { a: ${create('Three')} b: ${create('Four')} }`);
    expect(two).toBeCloseTo(2 * one, 1);
  });

  test('is refused if it costs too much, and then nothing is written', async () => {
    const [{ id, version }] = await strict.database.query(`
      select 'loc_' || l.id as id, l.version from location l
      order by (select count(*) from claim_within w where w.location_id = l.id) desc, l.id
      limit 1`);
    const update = async (fields: string) =>
      strict.ask(
        `mutation ($id: ID!, $version: Int!) {
          updateLocation(id: $id, expectedVersion: $version, input: { point: { lat: 1, lon: 2 } }) {
            location { ${fields} }
          }
        }`,
        { id, version },
      );
    const page = 'claims(first: 100) { nodes { report { claims { nodes { statement } } } } }';
    const pages = [...'abcdef'].map((each) => `${each}: ${page}`).join(' ');
    const { errors } = await update(pages);
    expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(errors?.[0]?.message).toMatch(/limit is 1 ms\. .* Nothing of this was written\.$/);
    // With the version that it had before.
    expect((await update('version')).errors).toBeUndefined();
  });
});
