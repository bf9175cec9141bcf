import type { Program } from './type-programs.testing.ts';

/** Programs with the helpers for TanStack Query, as in `type-programs.testing.ts`. */
export const tanstackPrograms: Program[] = [
  [
    'a query for TanStack Query',
    'const m: string | undefined = useQuery(claimByIdOptions(client, { id: claim.id ' +
      '})).data?.claim?.statement',
  ],
  [
    'pages for TanStack Query',
    'const n: string | undefined = ' +
      'useInfiniteQuery(claimsInfiniteOptions(client)).data?.pages[0]?.claims.nodes[0]?.statement',
  ],
  [
    'a mutation for TanStack Query',
    "useMutation(createSourceMutation(client)).mutate({ input: { kind: 'PERSON', names: [] } })",
  ],
  [
    'a query for TanStack Query that may have to wait',
    'const p: string | undefined = useQuery(claimByIdOptions(client, text ? { id: claim.id } : ' +
      'skipToken)).data?.claim?.statement',
  ],
  [
    'errors for TanStack Query, with the documented line',
    'const q: SdkErrorKind | undefined = useQuery({ queryKey: [1], queryFn: () => 1 }).error?.kind',
  ],
  [
    'a query of your own for TanStack Query',
    'const r: number | undefined = useQuery(queryOptions(client, graphql("query R($f: ' +
      'ClaimFilter) { claims(filter: $f) { totalCount } }"), { f: { kind: ["CLASH"] } ' +
      '})).data?.claims.totalCount',
  ],
  [
    'a query of your own for TanStack Query, with a wrong variable',
    'queryOptions(client, graphql("query R($f: ClaimFilter) { claims(filter: $f) { totalCount } ' +
      '}"), { f: { kind: ["BATTLE"] } })',
    /"BATTLE"' is not assignable/,
  ],
  [
    'pages of your own for TanStack Query',
    'const s: string | undefined = useInfiniteQuery(infiniteOptions(client, graphql("query S(' +
      '$first: Int, $after: String) { reports(first: $first, after: $after) { edges { node { ' +
      'title } } pageInfo { hasNextPage endCursor } } }"), (x) => x.reports, { first: 5 ' +
      '})).data?.pages[0]?.reports.edges[0]?.node.title',
  ],
  [
    'pages for TanStack Query of a query that has none',
    'infiniteOptions(client, ClaimById, (x) => x.claim)',
    /is not assignable/,
  ],
  [
    'a mutation of your own for TanStack Query',
    'useMutation(mutationOptions(client, graphql("mutation T($input: CreateSourceInput!) { ' +
      'createSource(input: $input) { source { id } } }"), { idempotencyKey: (v) => v.input.kind ' +
      '})).mutate({ input: { kind: "PERSON", names: [] } })',
  ],
  [
    'a query for TanStack Query as a mutation',
    'mutationOptions(client, Claims)',
    /"query"' is not assignable to type '"mutation"/,
  ],
  [
    'cached data',
    'const o: string | undefined = new QueryClient().getQueryData(claimByIdOptions(client, { id: ' +
      'claim.id }).queryKey)?.claim?.statement',
  ],
  [
    'a query for TanStack Query without its variables',
    'claimByIdOptions(client)',
    /Expected 2-3 arguments/,
  ],
  [
    'an id of the wrong type for TanStack Query',
    'claimByIdOptions(client, { id: source.id })',
    /`src_/,
  ],
];
