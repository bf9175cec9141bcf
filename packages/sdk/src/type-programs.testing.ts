/** With a pattern, the line must not compile, and the compiler's message must match. */
export type Program = [name: string, line: string, error?: RegExp];

/**
 * Programs that use the installed package, compiled strictly outside this repository. Each line is
 * one program.
 */
export const programs: Program[] = [
  ['an operation that requires no variables', 'client.execute(Claims)'],
  [
    'the options of such an operation',
    "client.execute(Claims, {}, { idempotencyKey: 'k', signal: AbortSignal.timeout(1) })",
  ],
  [
    'enum values as text',
    "client.execute(Claims, { filter: { kind: ['CLASH', 'AIRSTRIKE'] } as const })",
  ],
  ['a missing required variable', 'client.execute(ClaimById)', /Expected 2-3 arguments, but got 1/],
  [
    'other variables without a required one',
    'client.execute(ClaimsAtPlace, { first: 1 })',
    /Property 'id' is missing/,
  ],
  [
    'a variable of the wrong type',
    'client.execute(ClaimById, { id: 1 })',
    /Type 'number' is not assignable to type '`clm_/,
  ],
  [
    'an unknown variable',
    "client.execute(ClaimById, { id: 'clm_1', name: 'y' })",
    /'name' does not exist/,
  ],
  [
    'an unknown key of a filter',
    "client.execute(Claims, { filter: { kinds: ['CLASH'] } })",
    /'kinds' does not exist/,
  ],
  [
    'an unknown enum value',
    "client.execute(Claims, { filter: { kind: ['BATTLE'] } })",
    /"BATTLE"' is not assignable/,
  ],
  [
    'an input that lacks a field',
    "client.execute(CreateSource, { input: { kind: 'PERSON' } })",
    /Property 'names' is missing/,
  ],
  [
    'an unknown option',
    "client.execute(ClaimById, { id: 'clm_1' }, { retries: 3 })",
    /'retries' does not exist/,
  ],
  ['a missing address', 'createClient({})', /Property 'url' is missing/],

  ['an id by its prefix', "client.execute(ClaimById, { id: 'clm_1' })"],
  ['an id from an answer', 'client.execute(ClaimById, { id: claim.id })'],
  [
    'a source’s id where a claim’s belongs',
    'client.execute(ClaimById, { id: source.id })',
    /Type '`src_.*is not assignable to type '`clm_/,
  ],
  [
    'a text with another prefix',
    "client.execute(ClaimById, { id: 'src_1' })",
    /"src_1"' is not assignable to type '`clm_/,
  ],
  [
    'any text as an id',
    'client.execute(ClaimById, { id: text })',
    /Type 'string' is not assignable to type '`clm_/,
  ],
  [
    'a text that isId has narrowed',
    "if (isId('clm', text)) client.execute(ClaimById, { id: text })",
  ],
  [
    'an id within an input',
    'client.execute(LinkClaims, { input: { fromId: claim.id, toId: source.id, kind: "REPEATS", ' +
      'rationale: "" } })',
    /`src_/,
  ],
  [
    'an id within a filter',
    'client.execute(Claims, { filter: { place: { id: [claim.id] } } })',
    /`clm_.*is not assignable to type '`loc_/,
  ],
  [
    'a party: a faction or a source',
    'client.execute(AffiliateSource, { input: { sourceId: source.id, toId: source.id, claimIds: ' +
      '[claim.id] } })',
  ],
  [
    'a party that is a claim',
    'client.execute(AffiliateSource, { input: { sourceId: source.id, toId: claim.id, claimIds: ' +
      '[] } })',
    /`clm_/,
  ],

  ['a field of the data', 'const a: string = claim.statement'],
  [
    'a field that was not selected',
    '(await client.execute(ClaimById, { id: claim.id })).claim?.history',
    /'history' does not exist/,
  ],
  [
    'a record that may be null',
    '(await client.execute(ClaimById, { id: claim.id })).claim.id',
    /is possibly 'null'/,
  ],
  [
    'a nullable bound used as a number',
    'const b = claim.quantities[0]!.max + 1',
    /possibly 'null'/,
  ],
  ['a change of the data', "claim.statement = ''", /read-only property/],
  ['an enum value from an answer', "if (claim.kind === 'CLASH') console.log(claim.kind)"],
  [
    'an answered value that never was on the list',
    "if (claim.kind === 'BATTLE') console.log(1)",
    /no overlap/,
  ],
  ['an answered value as a text', 'const c: string = claim.kind'],
  [
    'an answered value, given back without a look',
    'client.execute(Claims, { filter: { kind: [claim.kind] } })',
    /\(later\)/,
  ],
  [
    'an answered value that is known',
    'if (isKnown(claimKinds, claim.kind)) client.execute(Claims, { filter: { kind: [claim.kind] ' +
      '} })',
  ],
  [
    'the values of a list, as an input',
    'client.execute(Claims, { filter: { kind: valuesOf(claimKinds) } })',
  ],
  ['a label in Arabic', 'const u: string = labelOf(claimKinds, claim.kind, "ar")'],
  ['a label in another language', 'labelOf(claimKinds, claim.kind, "fr")', /"fr"' is not assign/],
  ['a value that a list lacks', 'claimKinds.BATTLE', /'BATTLE' does not exist/],
  [
    'a switch without a default',
    "const d = (): 1 => { switch (claim.modality) { case 'ALLEGED': case 'ASSERTED': case " +
      "'DENIED': case 'ESTIMATED': case 'FEARED': case 'PREDICTED': return 1 } }",
    /lacks ending return/,
  ],
  [
    'an order by something else',
    "client.execute(Claims, { orderBy: { by: 'SIZE' } })",
    /"SIZE"' is not assignable/,
  ],
  ['a date as a text', "client.execute(Claims, { filter: { occurred: { from: '2018-07-01' } } })"],

  [
    'the types by name',
    'const e = (x: DataOf<typeof ClaimById>, v: VariablesOf<typeof ClaimById>, f: ' +
      'ClaimCardFragment, i: ClaimId) => [x.claim?.id, v.id, f.kind, i]',
  ],
  [
    'a field that the named type lacks',
    'const f = (x: DataOf<typeof ClaimById>) => x.report',
    /'report' does not exist/,
  ],
  ['every kind of failure', "const g = (k: SdkErrorKind) => k === 'timeout'"],
  ['a kind that there is not', "const h = (k: SdkErrorKind) => k === 'slow'", /have no overlap/],
  [
    'a result, looked at before its data is used',
    'const i = async () => { const { data, errors } = await client.result(Claims); return errors ' +
      '? data?.claims : data.claims.nodes }',
  ],
  [
    'a result whose errors are not checked',
    'const j = async () => (await client.result(Claims)).data.claims',
    /possibly 'null'/,
  ],

  [
    'items across pages',
    'for await (const { statement } of paginate(client, ClaimsAtPlace, (x) => ' +
      'x.location?.claims, { id: "loc_1" })) console.log(statement)',
  ],
  [
    'pages',
    'for await (const { nodes } of pages(client, Claims, (x) => x.claims, { first: 10 })) ' +
      'console.log(nodes[0]?.id)',
  ],
  [
    'items of something that is not a list',
    'paginate(client, ClaimById, (x) => x.claim, { id: "clm_1" })',
    /is not assignable/,
  ],
  [
    'the last items first, of a list with edges',
    'for await (const { id } of paginate(client, graphql("query U($last: Int, $before: String) { ' +
      'claims(last: $last, before: $before) { edges { node { id } } pageInfo { hasPreviousPage ' +
      'startCursor } } }"), (x) => x.claims, { last: 9 })) isId("clm", id)',
  ],
  [
    'the number of all items, on request',
    'const t: number | undefined = (await client.execute(Claims, { withTotalCount: true ' +
      '})).claims.totalCount',
  ],
  [
    'pages without a required variable',
    'pages(client, ClaimsAtPlace, (x) => x.location?.claims, { first: 1 })',
    /Property 'id' is missing/,
  ],

  [
    'a mock with a part of the answer',
    "mockClient().on(ClaimById).answer(({ id }) => ({ claim: { id, kind: 'CLASH' } }))",
  ],
  [
    'two fields of a reference that has one',
    'client.execute(RecordReport, { input: { report: { kind: "ARTICLE", title: "a", publisher: { ' +
      'id: source.id, name: "a" } } } })',
    /is not assignable to type 'OnlyOneField'/,
  ],
  [
    'a reference without a field',
    'client.execute(RecordReport, { input: { report: { kind: "ARTICLE", title: "a", publisher: ' +
      '{} } } })',
    /Type '\{\}' is not assignable to type 'SourceRefInput/,
  ],
  [
    'a mock with a misspelt field',
    "mockClient().on(ClaimById).answer({ claim: { statment: 'a' } })",
    /'statment' does not exist in type 'PartOf<ClaimDetail/,
  ],
  [
    'a mock with a wrong answer',
    "mockClient().on(ClaimById).answer({ claim: { kind: 'BATTLE' } })",
    /"BATTLE"' is not assignable/,
  ],
];
