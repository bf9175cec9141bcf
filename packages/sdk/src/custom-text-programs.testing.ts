import type { Program } from './type-programs.testing.ts';

/** Executes a text of the user's, perhaps with fragments and variables. */
export const execute = (text: string, fragments = '', variables = ''): string =>
  `client.execute(graphql(${JSON.stringify(text)}${fragments && `, [${fragments}]`})` +
  `${variables && `, ${variables}`})`;

/** A text that must not compile, and the message that names the mistake. */
export const refused = (name: string, text: string, message: string, fragments = ''): Program => [
  name,
  execute(text, fragments),
  new RegExp(`error: "${message.replaceAll(/[.$()[\]]/g, '\\$&')}"`),
];

/** Programs with queries of the user's own, as in `type-programs.testing.ts`. */
export const customTextPrograms: Program[] = [
  [
    'a query typed from its text',
    `const k: string | undefined = (await ${execute(
      'query A($id: ID!) { claim(id: $id) { statement } }',
      '',
      '{ id: claim.id }',
    )}).claim?.statement`,
  ],
  [
    'a field that its text does not select',
    `(await ${execute('{ claims { totalCount } }')}).claims.nodes`,
    /'nodes' does not exist/,
  ],
  [
    'a variable that its text requires',
    execute('query B($first: Int!) { claims(first: $first) { totalCount } }'),
    /Expected 2-3 arguments/,
  ],
  [
    'a branded id from a text',
    `client.execute(ClaimById, { id: (await ${execute(
      '{ sources { nodes { id } } }',
    )}).sources.nodes[0]!.id })`,
    /`src_/,
  ],
  [
    'a fragment of the SDK in a text',
    `const l: string = (await ${execute(
      '{ claims { nodes { ...ClaimCard } } }',
      'ClaimCard',
    )}).claims.nodes[0]!.statement`,
  ],
  [
    'a filter of the SDK and a readonly list as variables',
    'const ownFilter: ClaimFilter = { kind: ["CLASH"] }; ' +
      execute(
        'query C($f: ClaimFilter!, $k: [ClaimKind!]) { claims(filter: { and: [$f, { kind: $k ' +
          '}] }) { totalCount } }',
        '',
        '{ f: ownFilter, k: ["CLASH", "AIRSTRIKE"] as const }',
      ),
  ],
  [
    'a mutation, with an input of the SDK',
    execute(
      'mutation D($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }',
      '',
      '{ input: { kind: "PERSON", names: [] } }',
    ),
  ],
  [
    'inline fragments, directives, aliases, literals of every kind and type names',
    execute(
      'query ($x: Boolean! = true) { mine: record(type: CLAIM, externalId: { system: "a", value: ' +
        '"b" }) { __typename id @include(if: $x) ... on Claim { statement } ... @skip(if: $x) { ' +
        'version } } claims(first: 1, after: null, filter: { aggregate: false, kind: [CLASH], ' +
        'quantity: { measure: PEOPLE_KILLED, atLeast: 3 } }) { totalCount } }',
    ),
  ],
  [
    'lines with comments, strings with brackets, block strings and one fragment for two types',
    execute(
      'query ($a: Boolean = true, $id: ID!) { # {"a comment\n  node(id: $id) { ...F ... on Claim ' +
        '@include(if: $a) { report { ...F } } }\n} fragment F on Node { id }',
      '',
      '{ id: claim.id }',
    ),
  ],
  [
    'block strings over several lines',
    execute(
      'mutation G { createSource(input: { kind: PERSON, role: """a {\n"b" """, names: [] }) { ' +
        'source { id } } }',
    ),
  ],
  [
    'the pages of a text',
    `for await (const { id } of paginate(client, graphql(${JSON.stringify(
      'query E($first: Int, $after: String) { claims(first: $first, after: $after) { nodes { id ' +
        '} pageInfo { hasNextPage endCursor } } }',
    )}), (x) => x.claims)) isId('clm', id)`,
  ],
  [
    'the pages of a mutation',
    `pages(client, graphql(${JSON.stringify(
      'mutation F($first: Int, $after: String, $input: CreateSourceInput!) { createSource(input: ' +
        '$input) { source { claims(first: $first, after: $after) { nodes { id } pageInfo { ' +
        'hasNextPage endCursor } } } } }',
    )}), (x) => x.createSource.source.claims, { input: { kind: 'PERSON', names: [] } })`,
    /"mutation"' is not assignable to type '"query"/,
  ],

  refused('a misspelt field', '{ claims { nodes { statment } } }', 'Claim has no field statment.'),
  refused('a misspelt root field', '{ claimz { totalCount } }', 'Query has no field claimz.'),
  refused(
    'a misspelt mutation',
    'mutation { creatClaim { id } }',
    'Mutation has no field creatClaim.',
  ),
  refused(
    'a field of another type',
    '{ claims { nodes { report { statement } } } }',
    'Report has no field statement.',
  ),
  refused(
    'a misspelt field in a fragment',
    'fragment X on Claim { report { titel } }',
    'Report has no field titel.',
  ),
  refused(
    'a misspelt field in an inline fragment',
    '{ node(id: "clm_1") { ... on Claim { kinds } } }',
    'Claim has no field kinds.',
  ),
  refused(
    'a record without a selection',
    '{ claims { nodes { report } } }',
    'Claim.report needs a selection of fields of Report.',
  ),
  refused(
    'a selection of a text',
    '{ claims { nodes { id { x } } } }',
    'Claim.id has no fields to select.',
  ),

  refused('an empty selection', '{ claims { nodes { } } }', 'A selection of Claim is empty.'),
  refused(
    'a misspelt name of the type',
    '{ claims { nodes { __typenme } } }',
    'Claim has no field __typenme.',
  ),

  refused(
    'a misspelt argument',
    '{ claims(frist: 1) { totalCount } }',
    'Query.claims has no argument frist.',
  ),
  refused(
    'a misspelt argument further down',
    '{ locations { nodes { claims(filters: {}) { totalCount } } } }',
    'Location.claims has no argument filters.',
  ),
  refused(
    'an argument that a field lacks',
    '{ claims { nodes { id(a: 1) } } }',
    'Claim.id takes no arguments.',
  ),
  refused('a missing argument', '{ location { id } }', 'Query.location requires id.'),
  refused(
    'null for an argument that may not be null',
    '{ claim(id: null) { id } }',
    'Query.claim.id is a ID!, not null.',
  ),
  refused(
    'a list as a number',
    '{ claims(first: [5]) { totalCount } }',
    'Query.claims.first is a Int, not a list.',
  ),
  refused(
    'a misspelt directive',
    '{ claims { totalCount @inclde(if: true) } }',
    'There is no directive @inclde.',
  ),
  refused(
    'a misspelt key of a filter',
    '{ claims(filter: { place: { ids: ["loc_1"] } }) { totalCount } }',
    'PlaceFilter has no field ids.',
  ),
  refused(
    'a text as a number',
    '{ claims(first: "5") { totalCount } }',
    'Query.claims.first is a Int, not a text.',
  ),

  refused(
    'an unknown enum value',
    '{ claims(filter: { kind: [BATTLE] }) { totalCount } }',
    'ClaimKind has no value BATTLE.',
  ),
  refused(
    'an enum value of another type',
    '{ record(type: CLASH, externalId: { system: "a", value: "b" }) { id } }',
    'RecordType has no value CLASH.',
  ),
  refused(
    'an enum value as a text',
    '{ claims(filter: { kind: ["CLASH"] }) { totalCount } }',
    'ClaimFilter.kind is a ClaimKind, not a text.',
  ),
  refused(
    'an unknown enum value as a default',
    'query Q($k: [ClaimKind!] = [BATTLE]) { claims(filter: { kind: $k }) { totalCount } }',
    'ClaimKind has no value BATTLE.',
  ),
  [
    'an unknown enum value of a variable',
    execute(
      'query C($k: [ClaimKind!]) { claims(filter: { kind: $k }) { totalCount } }',
      '',
      "{ k: ['BATTLE'] }",
    ),
    /"BATTLE"/,
  ],
];
