import { execute, type Program, refused } from './custom-text-programs.testing.ts';

const spread = '{ claims { nodes { ...F } } }';
const claimF = 'fragment F on Claim';
const different = (name: string) => `Two different fields are named ${name}. Give one an alias.`;

/** A mutation that creates a report with this publisher. */
const publisher = (reference: string, variables = '') =>
  `mutation M${variables} { createReport(input: { kind: ARTICLE, title: "a", publisher: ` +
  `${reference} }) { report { id } } }`;

/** Lists that together have about 6,000 characters, with texts and numbers in their arguments. */
const longLists = [...'abcdefghijklmnop']
  .map(
    (alias) => `
      ${alias}: claims(first: 10, filter: { text: "a bridge", aggregate: false }) {
        totalCount
        nodes {
          id statement kind modality status credibility version
          attributions { chain { capacity verb source { id name kind role reliability } } }
          report { id title url publisher { id name } published { edtf earliest latest } }
        }
      }`,
  )
  .join('');

/** Programs whose texts break the rules of GraphQL for whole texts, and some that do not. */
export const customRulePrograms: Program[] = [
  refused('two fields of one name', '{ claims { nodes { id id: statement } } }', different('id')),
  refused(
    'two fields of one alias, one of them in an inline fragment',
    '{ claims { nodes { a: id ... on Claim { a: statement } } } }',
    different('a'),
  ),
  refused(
    'two fields of one alias, one of them in a fragment',
    `{ claims { nodes { a: id ...F } } } ${claimF} { a: statement }`,
    different('a'),
  ),
  refused(
    'two fields of one alias in two selections of one record',
    '{ claims { nodes { ... { report { x: id } } report { x: title } } } }',
    different('x'),
  ),
  refused(
    'a field with two values of an argument',
    '{ claims(first: 1) { totalCount } claims(first: 2) { totalCount } }',
    different('claims'),
  ),
  refused(
    'a field with and without an argument',
    '{ claims(first: 1) { totalCount } claims { totalCount } }',
    different('claims'),
  ),
  refused(
    'a field with two variables',
    'query ($a: Int, $b: Int) { claims(first: $a) { totalCount } ' +
      'claims(first: $b) { totalCount } }',
    different('claims'),
  ),
  refused(
    'a field with two filters that differ far down',
    '{ claims(filter: { not: { kind: [CLASH, LOOTING] } }) { totalCount } ' +
      'claims(filter: { not: { kind: [CLASH, AIRSTRIKE] } }) { totalCount } }',
    different('claims'),
  ),
  refused(
    'two types of answers for one alias in two types of records',
    '{ node(id: "clm_1") { ... on Claim { x: version } ... on Report { x: title } } }',
    'Two fields named x have different types. Give one an alias.',
  ),
  [
    'fields that are given twice, with arguments and inputs in another order',
    execute(
      'query Q($n: Int) { claims(first: $n, filter: { text: "a", kind: CLASH }) { totalCount } ' +
        'claims(filter: { kind: CLASH, text: "a" }, first: $n) { nodes { id id report { id } ' +
        `...F } } } ${claimF} { id report { title } }`,
    ),
  ],
  [
    'fields of one alias in two types of records',
    execute(
      '{ node(id: "clm_1") { ... on Claim { x: statement } ... on Report { x: title } ... on ' +
        'Claim { y: id } ... on Source { y: id } } }',
    ),
  ],

  refused(
    'an argument given twice',
    '{ claims(first: 1, first: 2) { totalCount } }',
    'The argument first is given twice.',
  ),
  refused(
    'a field of an input given twice',
    '{ claims(filter: { text: "a", text: "b" }) { totalCount } }',
    'The field text is given twice.',
  ),
  refused(
    'a variable declared twice',
    'query Q($a: Int, $a: Int) { claims(first: $a) { totalCount } }',
    'The variable $a is given twice.',
  ),
  refused(
    'a directive given twice',
    '{ claims { totalCount @include(if: true) @include(if: false) } }',
    'The directive @include is given twice.',
  ),
  refused(
    'a fragment defined twice',
    `${spread} ${claimF} { id } ${claimF} { version }`,
    'The fragment F is given twice.',
  ),
  refused(
    'a fragment that spreads itself',
    `${spread} ${claimF} { ...G } fragment G on Claim { ...F }`,
    'The fragment F spreads itself.',
  ),
  refused(
    'a second operation',
    'query A { claims { totalCount } } query B { claims { totalCount } }',
    'A text has at most one operation, before its fragments.',
  ),
  refused(
    'an operation after its fragment',
    `${claimF} { id } query Q ${spread}`,
    'A text has at most one operation, before its fragments.',
  ),
  ...(['query Q @include(if: true)', 'query @include(if: true)'] as const).map((start) =>
    refused(
      `a directive on the operation of ${start}`,
      `${start} { claims { totalCount } }`,
      'The directive @include does not belong on a query.',
    ),
  ),
  refused(
    'a directive on a variable',
    'query Q($a: Int @deprecated) { claims(first: $a) { totalCount } }',
    'The directive @deprecated does not belong on a variable.',
  ),
  refused(
    'a directive on a fragment',
    `${spread} ${claimF} @skip(if: true) { id }`,
    'The directive @skip does not belong on a fragment.',
  ),

  refused(
    'an undeclared variable in a fragment',
    `query Q ${spread} ${claimF} { id @include(if: $x) }`,
    'The variable $x is not declared.',
  ),
  refused(
    'a variable of another type in a fragment',
    `query Q($x: Int!) ${spread} ${claimF} { id @include(if: $x) }`,
    '@include is a Boolean!, but $x is a Int!.',
  ),
  refused(
    'a variable that neither the operation nor its fragment uses',
    `query Q($x: Boolean!) ${spread} ${claimF} { id }`,
    'The variable $x is never used.',
  ),
  [
    'a variable that only a fragment uses',
    execute(`query Q($x: Boolean = true) ${spread} ${claimF} { id @include(if: $x) }`),
  ],
  [
    'an id of another type for a variable that only a fragment uses',
    execute(
      'query Q($id: ID!) { ...F } fragment F on Query { claim(id: $id) { id } }',
      '',
      '{ id: source.id }',
    ),
    /`src_.*is not assignable to type '`clm_/,
  ],
  refused(
    'an id of another type as a default',
    'query Q($id: ID! = "src_1") { claim(id: $id) { id } }',
    '$id is a ClaimId, not src_1.',
  ),
  refused(
    'an id without quotation marks',
    '{ claim(id: clm_1) { id } }',
    'Query.claim.id is a ClaimId, not the enum value clm_1.',
  ),
  refused(
    'a list of lists as a variable',
    'query Q($k: [[ClaimKind!]!]) { claims(filter: { kind: $k }) { totalCount } }',
    'ClaimFilter.kind is a [ClaimKind!], but $k is a [[ClaimKind!]!].',
  ),

  ...[
    'query Q() { claims { totalCount } }',
    'query Q( { claims { totalCount } }',
    '{ claims() { totalCount } }',
  ].map((text) =>
    refused(`the text ${text}`, text, 'This text is not a GraphQL operation or fragment.'),
  ),
  refused(
    'two fields of a reference that has one',
    publisher('{ id: "src_1", name: "a" }'),
    'SourceRefInput has exactly one field, not 2.',
  ),
  refused(
    'a reference without a field',
    publisher('{}'),
    'SourceRefInput has exactly one field, not 0.',
  ),
  refused(
    'null for the field of a reference',
    publisher('{ name: null }'),
    'SourceRefInput.name is a String!, not null.',
  ),
  refused(
    'a variable that may be null for the field of a reference',
    publisher('{ name: $n }', '($n: String)'),
    'SourceRefInput.name is a String!, but $n is a String.',
  ),
  [
    'references, with a variable for one or for its field',
    [
      execute(publisher('{ name: "a" }')),
      execute(publisher('{ name: $n }', '($n: String!)'), '', '{ n: "a" }'),
      execute(publisher('$p', '($p: SourceRefInput)'), '', '{ p: { name: "a" } }'),
    ].join('; '),
  ],
  refused(
    'null for an argument that has a default',
    '{ claims { nodes { assessments(first: null) { at } } } }',
    'Claim.assessments.first is a Int!, not null.',
  ),
  [
    'a variable that may be null for an argument that has a default',
    execute('query Q($n: Int) { claims { nodes { assessments(first: $n) { at } } } }'),
  ],
  refused(
    'a fragment that is defined and passed along',
    '{ claims { nodes { ...ClaimCard } } } fragment ClaimCard on Claim { id }',
    'The fragment ClaimCard is given twice.',
    'ClaimCard',
  ),

  ['a long text with texts and numbers', execute(`{${longLists}\n}`)],
];
