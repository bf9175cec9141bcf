import { execute, type Program, refused } from './custom-text-programs.testing.ts';

/** Programs whose variables, ids and fragments do not fit, as in `custom-text-programs`. */
export const customVariablePrograms: Program[] = [
  refused(
    'an undeclared variable',
    'query Q { claims(first: $n) { totalCount } }',
    'The variable $n is not declared.',
  ),
  refused(
    'an undeclared variable in a filter',
    'query Q($a: ID!) { claims(filter: { place: { id: [$b] } }) { totalCount } }',
    'The variable $b is not declared.',
  ),
  refused(
    'a variable of another type',
    'query Q($n: String) { claims(first: $n) { totalCount } }',
    'Query.claims.first is a Int, but $n is a String.',
  ),
  refused(
    'a variable that may be null for an argument that may not',
    'query Q($id: ID) { claim(id: $id) { id } }',
    'Query.claim.id is a ID!, but $id is a ID.',
  ),
  refused(
    'a variable in place of a list',
    'query Q($k: ClaimKind!) { claims(filter: { kind: $k }) { totalCount } }',
    'ClaimFilter.kind is a [ClaimKind!], but $k is a ClaimKind!.',
  ),
  refused(
    'a list variable where there is no list',
    'query Q($n: [Int!]) { claims(first: $n) { totalCount } }',
    'Query.claims.first is a Int, but $n is a [Int!].',
  ),
  refused(
    'a variable that is never used',
    'query Q($first: Int, $n: Int) { claims(first: $first) { totalCount } }',
    'The variable $n is never used.',
  ),
  refused(
    'an undeclared variable of a directive',
    '{ claims { totalCount @include(if: $x) } }',
    'The variable $x is not declared.',
  ),
  refused(
    'a variable of a directive that may be null',
    'query Q($x: Boolean) { claims { totalCount @skip(if: $x) } }',
    '@skip is a Boolean!, but $x is a Boolean.',
  ),
  refused(
    'a variable of a type that does not exist',
    'query Q($f: ClaimFilters) { claims { totalCount } }',
    'The variable $f has the type ClaimFilters, which is not an input type.',
  ),

  [
    'an id of another type',
    execute('query Q($id: ID!) { claim(id: $id) { id } }', '', '{ id: source.id }'),
    /`src_.*is not assignable to type '`clm_/,
  ],
  [
    'an id of another type within a filter',
    execute(
      'query Q($p: ID!) { claims(filter: { place: { id: [$p] } }) { totalCount } }',
      '',
      '{ p: source.id }',
    ),
    /`src_.*is not assignable to type '`loc_/,
  ],
  [
    'a list of ids of another type',
    execute(
      'query Q($ids: [ID!]!) { sources(filter: { id: $ids }) { totalCount } }',
      '',
      '{ ids: [claim.id] }',
    ),
    /`clm_.*is not assignable to type '`src_/,
  ],
  refused(
    'a literal id of another type',
    '{ claim(id: "src_1") { id } }',
    'Query.claim.id is a ClaimId, not src_1.',
  ),
  refused(
    'a literal id of another type within a filter',
    '{ claims(filter: { place: { id: ["clm_1"] } }) { totalCount } }',
    'PlaceFilter.id is a LocationId, not clm_1.',
  ),
  [
    'any text as an id',
    execute('query Q($id: ID!) { claim(id: $id) { id } }', '', '{ id: text }'),
    /'string' is not assignable to type '`clm_/,
  ],

  refused(
    'a fragment that is not passed along',
    '{ claims { nodes { ...ClaimCard } } }',
    'The fragment ClaimCard is not passed to graphql().',
  ),
  refused(
    'a misspelt fragment',
    '{ claims { nodes { ...ClaimCrad } } }',
    'The fragment ClaimCrad is not passed to graphql().',
    'ClaimCard',
  ),
  refused(
    'a fragment on another type',
    '{ reports { nodes { ...ClaimCard } } }',
    'The fragment ClaimCard is for Claim, not for Report.',
    'ClaimCard',
  ),
  refused(
    'a fragment that is passed along but not spread',
    '{ claims { nodes { id } } }',
    'The fragment ClaimCard is never spread.',
    'ClaimCard',
  ),
  refused(
    'an inline fragment on a type that cannot be there',
    '{ node(id: "clm_1") { ... on PageInfo { endCursor } } }',
    'A Node is never a PageInfo.',
  ),
  refused(
    'a fragment on a type that does not exist',
    'fragment X on Clam { id }',
    'There is no type Clam.',
  ),
  refused(
    'a text with something after its end',
    '{ claims { totalCount } } }',
    'This text is not a GraphQL operation or fragment.',
  ),
  refused(
    'a text with a letter that GraphQL does not know',
    '{ claims { totalCount } }\n&',
    'This text is not a GraphQL operation or fragment.',
  ),
  refused(
    'a text that is cut off',
    'query { claims { ',
    'This text is not a GraphQL operation or fragment.',
  ),
  refused('a subscription', 'subscription { claims { id } }', 'There are no subscriptions.'),
];
