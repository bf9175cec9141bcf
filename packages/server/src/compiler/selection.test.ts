import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const ask = async (
  query: string,
  operationName: string,
  variables: Record<string, unknown> = {},
) => {
  const response = await fetch(api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, operationName, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: Record<string, unknown>;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
};

describe('operations of one document that spread the same fragments', () => {
  test.each([
    ['Count', 'Page'],
    ['Page', 'Count'],
  ])('each get the fields that they select: %s, then %s', async (...names) => {
    const query = `query Count { ...F } query Page { ...F claims { nodes { kind } } }
      fragment F on Query { claims { totalCount } } # ${names}`;
    const nodes = expect.arrayContaining([{ kind: expect.any(String) }]);
    const answers = {
      Count: { claims: { totalCount: 26 } },
      Page: { claims: { totalCount: 26, nodes } },
    };
    for (const name of [...names, ...names, ...names])
      expect(await ask(query, name)).toEqual(answers[name as keyof typeof answers]);
  });

  test('each use their own variables in @skip and @include', async () => {
    const query = `
      query First($b: Boolean!, $a: Boolean!) { ...F claims @include(if: $b) { __typename } }
      query Second($a: Boolean!, $c: Boolean!) { ...F claims @include(if: $c) { __typename } }
      fragment F on Query { claims { totalCount @skip(if: $a) } sources { totalCount } }`;
    const sources = { totalCount: expect.any(Number) };
    for (const _again of [1, 2, 3]) {
      expect(await ask(query, 'First', { a: true, b: false })).toEqual({ claims: {}, sources });
      expect(await ask(query, 'Second', { a: true, c: false })).toEqual({ claims: {}, sources });
      expect(await ask(query, 'First', { a: false, b: true })).toEqual({
        claims: { totalCount: 26, __typename: 'ClaimConnection' },
        sources,
      });
      expect(await ask(query, 'Second', { a: false, c: true })).toEqual({
        claims: { totalCount: 26, __typename: 'ClaimConnection' },
        sources,
      });
      expect(await ask(query, 'Second', { a: true, c: true })).toEqual({
        claims: { __typename: 'ClaimConnection' },
        sources,
      });
    }
  });

  test('each use their own arguments', async () => {
    const query = `query One($first: Int = 1) { ...F } query Two($first: Int = 2) { ...F }
      fragment F on Query { claims(first: $first) { nodes { id } } }`;
    for (const [name, count] of [
      ['One', 1],
      ['Two', 2],
      ['One', 1],
      ['Two', 2],
    ] as const)
      expect(await ask(query, name)).toEqual({
        claims: { nodes: Array(count).fill({ id: expect.any(String) }) },
      });
    expect(await ask(query, 'Two', { first: 3 })).toEqual({
      claims: { nodes: Array(3).fill({ id: expect.any(String) }) },
    });
  });
});
