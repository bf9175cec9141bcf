import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InfiniteQueryObserver, MutationObserver, QueryClient } from '@tanstack/react-query';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import {
  claimByIdOptions,
  claimsInfiniteOptions,
  claimsOptions,
  countClaimsOptions,
  createSourceMutation,
} from './generated/react-query.ts';
import { type Client, createClient } from './index.ts';
import { closeServers, respond, scriptedServer } from './scripted-server.testing.ts';

let api: Api;
let client: Client;
let cache: QueryClient;

beforeAll(async () => {
  api = await startApi('sample');
  client = createClient({ url: api.url });
  cache = new QueryClient();
});
afterAll(async () => {
  cache.clear();
  await closeServers();
  await api.stop();
});

test('a query is cached by its name and variables', async () => {
  const options = claimsOptions(client, { first: 3 });
  const { claims } = await cache.fetchQuery(options);
  expect(claims.nodes).toHaveLength(3);
  const key = ['claimgraph', 'Claims', { first: 3 }, { client: api.url }];
  expect(options.queryKey).toEqual(key);
  expect(cache.getQueryData(options.queryKey)).toEqual({ claims });
  const { claim } = await cache.fetchQuery(claimByIdOptions(client, { id: claims.nodes[0]!.id }));
  expect(claim?.statement).toBe(claims.nodes[0]!.statement);
});

test('two clients in one cache do not read each other’s answers', async () => {
  const count = (totalCount: number) =>
    respond(JSON.stringify({ data: { claims: { totalCount } } }));
  const [north, south] = [await scriptedServer(count(1)), await scriptedServer(count(2))];
  const totals = [north.client(), south.client(), south.client({ key: 'another user' })].map(
    async (each) => (await cache.fetchQuery(countClaimsOptions(each))).claims.totalCount,
  );
  expect(await Promise.all(totals)).toEqual([1, 2, 2]);
  expect([north.requests.length, south.requests.length]).toEqual([1, 2]);
});

test('the key of a client does not hold what may be secret', () => {
  expect(createClient({ url: 'https://user:word@localhost/graphql?token=x' }).key).toBe(
    'https://localhost/graphql',
  );
});

test('a list is read page by page to its end', async () => {
  const observer = new InfiniteQueryObserver(cache, claimsInfiniteOptions(client, { first: 10 }));
  await observer.refetch();
  while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage();
  const { data } = observer.getCurrentResult();
  expect(data?.pages.map(({ claims }) => claims.nodes.length)).toEqual([10, 10, 6]);
});

test('a mutation has an idempotency key, so that the client can retry it', async () => {
  const { client: failingClient, requests } = await scriptedServer(
    respond('', 503),
    respond(JSON.stringify({ data: { createSource: { source: { id: 'src_1' } } } })),
  );
  const input = { kind: 'PERSON', names: [{ text: 'Hooked', kind: 'PRIMARY' }] } as const;
  const observer = new MutationObserver(cache, createSourceMutation(failingClient()));
  await observer.mutate({ input });
  expect(new Set(requests.map(({ headers }) => headers['idempotency-key']))).toEqual(
    new Set([expect.any(String)]),
  );
  expect(requests).toHaveLength(2);
});

test('TanStack Query does not retry, because the client does', async () => {
  const { client: failingClient, requests } = await scriptedServer(
    respond('{"errors":[{"message":"No."}]}'),
  );
  await expect(cache.fetchQuery(claimsOptions(failingClient()))).rejects.toMatchObject({
    kind: 'graphql',
  });
  expect(requests).toHaveLength(1);
});
