import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

interface Change {
  coordinate: string;
  isBreaking: boolean;
  breaks: string[];
}
interface Comparison {
  changes: Change[];
  invalid: { name: string; reason: string }[];
}
const path = '../../../scripts/schema/compare.mjs';
const { compareSchemas, describe: wordsOf } = (await import(path)) as {
  compareSchemas: (before: object, after: object, operations: object[]) => Comparison;
  describe: (comparison: Comparison) => string;
};

const sdl = `
  interface Node { id: ID! }
  type Claim implements Node { id: ID! statement: String! kind: Kind note(size: Int = 3): String }
  type Query { claims(first: Int, filter: Filter): [Claim!]! claim(id: ID!): Claim }
  input Filter { kind: [Kind!] place: Place }
  input Place { id: [ID!] }
  enum Kind { CLASH SIEGE }`;
const operations = [
  {
    name: 'List',
    body: 'query List($filter: Filter) { claims(filter: $filter) { id statement } }',
  },
  {
    name: 'One',
    body: 'query One($id: ID!) { claim(id: $id) { ...Card } } fragment Card on Claim { kind }',
  },
];

/** The changes from the schema above to the same with one text replaced. */
const compare = (...[from, to]: [string, string]) => {
  expect(sdl).toContain(from);
  return compareSchemas(buildSchema(sdl), buildSchema(sdl.replace(from, to)), operations);
};

describe('a change that breaks clients names the operations that it breaks', () => {
  test.each<[what: string, from: string, to: string, coordinate: string, breaks: string[]]>([
    ['a removed field', ' statement: String!', '', 'Claim.statement', ['List']],
    ['a removed field that none uses', ' note(size: Int = 3): String', '', 'Claim.note', []],
    [
      'a field that may be null',
      'statement: String!',
      'statement: String',
      'Claim.statement',
      ['List'],
    ],
    ['a field of another type', 'kind: Kind note', 'kind: String note', 'Claim.kind', ['One']],
    ['a removed argument', ', filter: Filter', '', 'Query.claims(filter:)', ['List']],
    [
      'a new required argument',
      'claim(id: ID!)',
      'claim(id: ID!, at: Int!)',
      'Query.claim(at:)',
      ['One'],
    ],
    ['a removed input field', 'kind: [Kind!] place', 'place', 'Filter.kind', ['List']],
    [
      'a removed input field deep in a variable',
      '{ id: [ID!] }',
      '{ at: Int }',
      'Place.id',
      ['List'],
    ],
    [
      'a new required input field',
      'place: Place }',
      'place: Place at: Int! }',
      'Filter.at',
      ['List'],
    ],
    [
      'an input field that must not be null',
      'kind: [Kind!]',
      'kind: [Kind!]!',
      'Filter.kind',
      ['List'],
    ],
    ['a removed enum value of a variable', 'CLASH SIEGE', 'CLASH', 'Kind.SIEGE', ['List']],
    ['a default that is gone', 'size: Int = 3', 'size: Int!', 'Claim.note(size:)', []],
    ['an interface that is gone', 'Claim implements Node', 'Claim', 'Claim & Node', []],
  ])('%s', (_what, from, to, coordinate, breaks) => {
    const { changes } = compare(from, to);
    const breaking = changes.filter(({ isBreaking }) => isBreaking);
    expect(breaking).toEqual([expect.objectContaining({ coordinate, breaks })]);
  });

  test('a removed type, once', () => {
    const { changes } = compareSchemas(
      buildSchema(sdl),
      buildSchema(sdl.replace(/input Place.*\n/, '').replace(' place: Place', '')),
      operations,
    );
    expect(changes.map(({ coordinate, breaks }) => [coordinate, breaks])).toEqual([
      ['Filter.place', ['List']],
      ['Place', ['List']],
    ]);
  });
});

test.each([
  ['a new field', 'id: ID! statement', 'id: ID! size: Int statement', 'Claim.size'],
  ['a field that is never null any more', 'kind: Kind note', 'kind: Kind! note', 'Claim.kind'],
  ['a new optional argument', 'claim(id: ID!)', 'claim(id: ID!, at: Int)', 'Query.claim(at:)'],
  ['an argument that may be null', 'claim(id: ID!)', 'claim(id: ID)', 'Query.claim(id:)'],
  ['a new enum value', 'CLASH SIEGE', 'CLASH SIEGE RAID', 'Kind.RAID'],
  ['a new type', 'input Place', 'type Later { id: ID } input Place', 'Later'],
  ['a deprecation', 'statement: String!', 'statement: String! @deprecated', 'Claim.statement'],
])('%s breaks no client', (_what, from, to, coordinate) => {
  const { changes, invalid } = compare(from, to);
  expect(changes).toEqual([expect.objectContaining({ coordinate, isBreaking: false, breaks: [] })]);
  expect(invalid).toEqual([]);
});

test('operations that the server refuses are listed with the reason', () => {
  expect(compare(' statement: String!', '').invalid).toEqual([
    { name: 'List', reason: 'Cannot query field "statement" on type "Claim".' },
  ]);
});

test('the difference is worded for a changelog', () => {
  expect(wordsOf(compare(' statement: String!', ' text: String!')).trim()).toBe(
    [
      'Breaking changes of the schema:',
      '',
      '- `Claim.statement` was removed. Breaks List.',
      '',
      'Other changes of the schema:',
      '',
      '- `Claim.text` of type `String!` was added.',
      '',
      'Operations of the SDK that the server refuses now:',
      '',
      '- List: Cannot query field "statement" on type "Claim".',
    ].join('\n'),
  );
  expect(wordsOf(compare('first', 'first'))).toBe('');
});
