import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { exportAddress, graphqlLiteral, graphqlOf, sdkCodeOf } from './code.ts';

const filter = {
  kind: ['LOOTING'],
  occurred: { from: '2018-06-19', match: 'WITHIN' },
  text: 'a "quoted" word',
} as const;

test('the view as GraphQL is a valid query with the filter, enum values without quotes', () => {
  expect(() => parse(graphqlOf(filter))).not.toThrow();
  expect(graphqlLiteral(filter)).toBe(
    '{ kind: [LOOTING], occurred: { from: "2018-06-19", match: WITHIN }, ' +
      'text: "a \\"quoted\\" word" }',
  );
  expect(graphqlOf({})).not.toContain('filter');
});

test('the view as a program has the filter and the address', () => {
  const code = sdkCodeOf(filter, 'http://localhost:4000/graphql');
  expect(code).toContain('"LOOTING"');
  expect(code).toContain('createClient({ url: "http://localhost:4000/graphql" })');
});

test('the view as a file has the filter in its address', () => {
  const address = new URL(exportAddress('csv', filter), 'http://localhost/');
  expect(JSON.parse(address.searchParams.get('filter') ?? '')).toEqual(filter);
});
