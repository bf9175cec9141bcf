import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Compiler,
  compilers,
  emptyProject,
  type Project,
  resolutions,
} from './consumer.testing.ts';

/**
 * Programs of somebody who has installed the built package, compiled strictly outside this repository. Each line is one program;
 * the compiler's answer to it stands behind: what must compile, and what must not, with the reason.
 */
const programs: [name: string, line: string, refusal?: RegExp][] = [
  ['an operation that requires no variables', 'client.execute(Claims)'],
  [
    'the options of such an operation',
    "client.execute(Claims, {}, { idempotencyKey: 'k', signal: AbortSignal.timeout(1) })",
  ],
  [
    'a closed list by its text',
    "client.execute(Claims, { filter: { kind: ['CLASH', 'AIRSTRIKE'] } as const })",
  ],
  ['a variable that is left out', 'client.execute(ClaimById)', /Expected 2-3 arguments, but got 1/],
  [
    'a required variable among the given ones',
    'client.execute(ClaimsAtPlace, { first: 1 })',
    /Property 'id' is missing/,
  ],
  [
    'a variable of the wrong type',
    'client.execute(ClaimById, { id: 1 })',
    /Type 'number' is not assignable to type '`clm_/,
  ],
  [
    'a variable that there is not',
    "client.execute(ClaimById, { id: 'clm_1', name: 'y' })",
    /'name' does not exist/,
  ],
  [
    'a key of a filter that there is not',
    "client.execute(Claims, { filter: { kinds: ['CLASH'] } })",
    /'kinds' does not exist/,
  ],
  [
    'a value outside a closed list',
    "client.execute(Claims, { filter: { kind: ['BATTLE'] } })",
    /"BATTLE"' is not assignable/,
  ],
  [
    'an input that lacks a field',
    "client.execute(CreateSource, { input: { kind: 'PERSON' } })",
    /Property 'names' is missing/,
  ],
  [
    'an option that there is not',
    "client.execute(ClaimById, { id: 'clm_1' }, { retries: 3 })",
    /'retries' does not exist/,
  ],
  ['an address left out', 'createClient({})', /Property 'url' is missing/],

  ['an id by its prefix', "client.execute(ClaimById, { id: 'clm_1' })"],
  ['an id that was answered', 'client.execute(ClaimById, { id: claim.id })'],
  [
    'a source’s id where a claim’s belongs',
    'client.execute(ClaimById, { id: source.id })',
    /Type '`src_.*is not assignable to type '`clm_/,
  ],
  [
    'a text of another type’s form',
    "client.execute(ClaimById, { id: 'src_1' })",
    /"src_1"' is not assignable to type '`clm_/,
  ],
  [
    'any text for an id',
    'client.execute(ClaimById, { id: text })',
    /Type 'string' is not assignable to type '`clm_/,
  ],
  [
    'a text that is looked at first',
    "if (isId('clm', text)) client.execute(ClaimById, { id: text })",
  ],
  [
    'an id within an input',
    'client.execute(LinkClaims, { input: { fromId: claim.id, toId: source.id, kind: "REPEATS", rationale: "" } })',
    /`src_/,
  ],
  [
    'an id within a filter',
    'client.execute(Claims, { filter: { place: { id: [claim.id] } } })',
    /`clm_.*is not assignable to type '`loc_/,
  ],
  [
    'a party: a faction or a source',
    'client.execute(AffiliateSource, { input: { sourceId: source.id, toId: source.id, claimIds: [claim.id] } })',
  ],
  [
    'a party that is a claim',
    'client.execute(AffiliateSource, { input: { sourceId: source.id, toId: claim.id, claimIds: [] } })',
    /`clm_/,
  ],

  ['a field that is answered', 'const a: string = claim.statement'],
  [
    'a field that was not asked for',
    '(await client.execute(ClaimById, { id: claim.id })).claim?.history',
    /'history' does not exist/,
  ],
  [
    'a record that may be null',
    '(await client.execute(ClaimById, { id: claim.id })).claim.id',
    /is possibly 'null'/,
  ],
  [
    'an unknown bound taken for a number',
    'const b = claim.quantities[0]!.max + 1',
    /possibly 'null'/,
  ],
  ['a change of what was answered', "claim.statement = ''", /read-only property/],
  ['an answered value of a closed list', "if (claim.kind === 'CLASH') console.log(claim.kind)"],
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
    'a switch without a default',
    "const d = (): 1 => { switch (claim.modality) { case 'ALLEGED': case 'ASSERTED': case 'DENIED': case 'ESTIMATED': case 'FEARED': case 'PREDICTED': return 1 } }",
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
    'const e = (x: DataOf<typeof ClaimById>, v: VariablesOf<typeof ClaimById>, f: ClaimCardFragment, i: ClaimId) => [x.claim?.id, v.id, f.kind, i]',
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
    'const i = async () => { const { data, errors } = await client.result(Claims); return errors ? data?.claims : data.claims.nodes }',
  ],
  [
    'a result whose errors are not looked at',
    'const j = async () => (await client.result(Claims)).data.claims',
    /possibly 'null'/,
  ],

  [
    'items across pages',
    'for await (const { statement } of paginate(client, ClaimsAtPlace, (x) => x.location?.claims, { id: "loc_1" })) console.log(statement)',
  ],
  [
    'whole pages',
    'for await (const { nodes } of pages(client, Claims, (x) => x.claims, { first: 10 })) console.log(nodes[0]?.id)',
  ],
  [
    'items of what is no list',
    'paginate(client, ClaimById, (x) => x.claim, { id: "clm_1" })',
    /is not assignable/,
  ],
  [
    'pages without a required variable',
    'pages(client, ClaimsAtPlace, (x) => x.location?.claims, { first: 1 })',
    /Property 'id' is missing/,
  ],

  [
    'a query typed from its text',
    "const k: string | undefined = (await client.execute(graphql('query A($id: ID!) { claim(id: $id) { statement } }'), { id: claim.id })).claim?.statement",
  ],
  [
    'a field that its text does not ask for',
    "(await client.execute(graphql('{ claims { totalCount } }'))).claims.nodes",
    /'nodes' does not exist/,
  ],
  [
    'a variable that its text requires',
    "client.execute(graphql('query B($first: Int!) { claims(first: $first) { totalCount } }'))",
    /Expected 2-3 arguments/,
  ],
  [
    'a closed list in a text',
    "client.execute(graphql('query C($k: [ClaimKind!]) { claims(filter: { kind: $k }) { totalCount } }'), { k: ['BATTLE'] })",
    /"BATTLE"/,
  ],
  [
    'a branded id from a text',
    "client.execute(ClaimById, { id: (await client.execute(graphql('{ sources { nodes { id } } }'))).sources.nodes[0]!.id })",
    /`src_/,
  ],
  [
    'a text that is no query',
    "client.execute(graphql('query { claims { '))",
    /'\{ readonly error: "This text is no GraphQL/,
  ],
  [
    'a fragment of the SDK in a text',
    "const l: string = (await client.execute(graphql('{ claims { nodes { ...ClaimCard } } }', [ClaimCard]))).claims.nodes[0]!.statement",
  ],

  [
    'a mock with a part of the answer',
    "mockClient().on(ClaimById).answer(({ id }) => ({ claim: { id, kind: 'CLASH' } }))",
  ],
  [
    'a mock with a wrong answer',
    "mockClient().on(ClaimById).answer({ claim: { kind: 'BATTLE' } })",
    /"BATTLE"' is not assignable/,
  ],
  [
    'a query for TanStack Query',
    'const m: string | undefined = useQuery(claimByIdOptions(client, { id: claim.id })).data?.claim?.statement',
  ],
  [
    'pages for TanStack Query',
    'const n: string | undefined = useInfiniteQuery(claimsInfiniteOptions(client)).data?.pages[0]?.claims.nodes[0]?.statement',
  ],
  [
    'a mutation for TanStack Query',
    "useMutation(createSourceMutation(client)).mutate({ input: { kind: 'PERSON', names: [] } })",
  ],
  [
    'what a cache holds',
    'const o: string | undefined = new QueryClient().getQueryData(claimByIdOptions(client, { id: claim.id }).queryKey)?.claim?.statement',
  ],
  [
    'a query for TanStack Query without its variables',
    'claimByIdOptions(client)',
    /Expected 2 arguments/,
  ],
  [
    'an id of the wrong type for TanStack Query',
    'claimByIdOptions(client, { id: source.id })',
    /`src_/,
  ],
];

const head = [
  "import { createClient, type DataOf, isId, paginate, pages, type SdkErrorKind, type VariablesOf } from '@claimgraph/sdk';",
  "import { AffiliateSource, ClaimById, type ClaimCardFragment, type ClaimId, Claims, ClaimsAtPlace, CreateSource, LinkClaims, Sources } from '@claimgraph/sdk/operations';",
  "import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';",
  "import { claimByIdOptions, claimsInfiniteOptions, createSourceMutation } from '@claimgraph/sdk/react-query';",
  "import { mockClient } from '@claimgraph/sdk/testing';",
  "import { QueryClient, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';",
  "const client = createClient({ url: 'http://localhost:4000/graphql', fetch, headers: async () => ({ authorization: 'x' }), timeoutMs: 15_000, retry: { attempts: 3, maxMs: 20_000 }, persisted: 'apq' });",
  'const claim = (await client.execute(Claims)).claims.nodes[0]!;',
  'const source = (await client.execute(Sources)).sources.nodes[0]!;',
  'const text: string = claim.statement;',
];
const good = programs.filter(([, , refusal]) => !refusal);

let project: Project;
const complaints = new Map<number, string>();

beforeAll(async () => {
  project = emptyProject('types');
  project.link('@claimgraph/sdk', '@tanstack/react-query', '@types/react', 'react');
  project.write({ 'programs.ts': [...head, ...programs.map(([, line]) => `${line};`)].join('\n') });
  project.write({
    'good.ts': [...head, ...good.map(([, line]) => `${line};`), 'export {};'].join('\n'),
  });
  const all = await project.compile('7.0', resolutions.nodenext, 'programs.ts');
  for (const [, line, said] of all.matchAll(/^\S+?\((\d+),\d+\): (.*(?:\n .*)*)/gm))
    complaints.set(Number(line), said!);
}, 60_000);
afterAll(() => project.remove());

test('the package is found', () => {
  expect([...complaints].filter(([line]) => line <= head.length)).toEqual([]);
});

describe('a program with', () => {
  test.each(
    programs.map(
      (program, i) =>
        [program[0], program[2] ? 'refused' : 'compiled', program[2], head.length + 1 + i] as const,
    ),
  )('%s is %s', (_name, _fate, refusal, line) => {
    const complaint = complaints.get(line);
    if (refusal) expect(complaint).toMatch(refusal);
    else expect(complaint).toBeUndefined();
  });
});

describe('all that should compile does, types of the package included, under', () => {
  const matrix = Object.keys(compilers).flatMap((compiler) =>
    Object.keys(resolutions).map((found) => [compiler, found] as const),
  );

  test.each(matrix)(
    'TypeScript %s with modules found by %s',
    async (compiler, found) => {
      // The fast compiler looks into every declaration; the slow ones do so below, where there are fewer.
      const options = {
        ...resolutions[found as keyof typeof resolutions],
        skipLibCheck: compiler !== '7.0',
      };
      expect(await project.compile(compiler as Compiler, options, 'good.ts')).toBe('');
    },
    60_000,
  );

  test.each(Object.keys(compilers))(
    'TypeScript %s as CommonJS',
    async (compiler) => {
      project.write({
        'required.cts':
          "import sdk = require('@claimgraph/sdk');\nimport operations = require('@claimgraph/sdk/operations');\nsdk.createClient({ url: '' }).execute(operations.Claims);",
      });
      const options = { ...resolutions.nodenext, erasableSyntaxOnly: false };
      expect(await project.compile(compiler as Compiler, options, 'required.cts')).toBe('');
    },
    60_000,
  );
});
