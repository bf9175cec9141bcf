import { describe, expect, test } from '@jest/globals';
import { possibleTypes, typePolicies } from './apollo.ts';
import { keys, resolversWith } from './graphcache.ts';

const { claims } = typePolicies.Query!.fields!;
const page = (name: string, size: number, rest: object = {}) => ({
  nodes: Array.from({ length: size }, (_, i) => `${name}${i}`),
  pageInfo: {
    startCursor: `${name}-start`,
    endCursor: `${name}-end`,
    hasPreviousPage: name !== 'a',
    hasNextPage: name !== 'c',
  },
  ...rest,
});
const args = (given: object) => ({ args: { first: 2, ...given } });

describe('pages of a list in the cache of Apollo Client', () => {
  test('are joined if one follows the other, and the list has the borders of both', () => {
    const joined = claims!.merge(page('a', 2), page('b', 2), args({ after: 'a-end' }));
    expect(joined.nodes).toEqual(['a0', 'a1', 'b0', 'b1']);
    expect(joined.pageInfo).toEqual({
      startCursor: 'a-start',
      endCursor: 'b-end',
      hasPreviousPage: false,
      hasNextPage: true,
    });
    const earlier = claims!.merge(page('b', 1), page('a', 1), args({ before: 'b-start' }));
    expect(earlier.nodes).toEqual(['a0', 'b0']);
    expect(earlier.pageInfo).toEqual(
      expect.objectContaining({
        startCursor: 'a-start',
        endCursor: 'b-end',
        hasPreviousPage: false,
      }),
    );
  });

  test('are not joined over a gap', () => {
    const later = page('c', 1);
    expect(claims!.merge(page('a', 1), later, args({ after: 'b-end' }))).toBe(later);
    expect(claims!.merge(page('a', 1), later, args({}))).toBe(later);
    expect(claims!.merge(undefined, later, args({ after: 'b-end' }))).toBe(later);
  });

  test('have no list that one of them lacks', () => {
    const withEdges = page('a', 1, { edges: [{}] });
    const joined = claims!.merge(withEdges, page('b', 1), args({ after: 'a-end' }));
    expect([joined.nodes, joined.edges]).toEqual([['a0', 'b0'], undefined]);
  });

  test('are one list per filter, order and size', () => {
    expect(
      claims!.keyArgs({ first: 1, after: 'x', before: null, filter: {}, orderBy: {} }),
    ).toEqual(['filter', 'first', 'orderBy']);
    expect(claims!.keyArgs(null)).toEqual([]);
  });
});

test('every list of the schema with pages has a policy and a resolver', () => {
  const resolvers = resolversWith('join');
  for (const [type, field] of [
    ['Query', 'search'],
    ['Location', 'claims'],
    ['Report', 'citedBy'],
    ['Claim', 'history'],
  ] as const) {
    expect(typePolicies[type]!.fields).toHaveProperty(field);
    expect(resolvers[type]).toHaveProperty(field, 'join');
  }
  expect(typePolicies.Claim!.fields).not.toHaveProperty('links');
});

test('objects without an id are parts of others', () => {
  expect(typePolicies.FuzzyInterval).toEqual({ merge: false });
  expect(typePolicies.Claim!.merge).toBeUndefined();
  expect(keys.FuzzyInterval!()).toBeNull();
  expect(keys).not.toHaveProperty('Claim');
  expect(keys).not.toHaveProperty('Query');
});

test('interfaces list their types', () => {
  expect(possibleTypes.Party).toEqual(['Faction', 'Source']);
});
