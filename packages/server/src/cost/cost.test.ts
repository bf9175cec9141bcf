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
