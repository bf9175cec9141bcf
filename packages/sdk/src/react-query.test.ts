import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  InfiniteQueryObserver,
  MutationObserver,
  QueryClient,
  QueryObserver,
  skipToken,
} from '@tanstack/query-core';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { Claims } from './generated/operations.ts';
import {
  claimByIdOptions,
  claimsInfiniteOptions,
  claimsOptions,
  countClaimsOptions,
  createSourceMutation,
  infiniteOptions,
  mutationOptions,
  queryOptions,
} from './generated/react-query.ts';
import { graphql } from './graphql.ts';
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

test('a key has the prefix that the caller chooses', async () => {
  const keyPrefix = ['desk', 7];
  const { queryKey } = claimsOptions(client, { first: 3 }, { keyPrefix });
  expect(queryKey).toEqual([...keyPrefix, ...claimsOptions(client, { first: 3 }).queryKey]);
  expect(claimsInfiniteOptions(client, {}, { keyPrefix }).queryKey.slice(0, 3)).toEqual([
    'desk',
    7,
    'claimgraph',
  ]);
  expect(createSourceMutation(client, { keyPrefix }).mutationKey).toEqual([
    'desk',
    7,
    'claimgraph',
    'CreateSource',
  ]);
});

test('a query whose variables are not known yet waits', async () => {
  const { client: quiet, requests } = await scriptedServer(respond('{}'));
  const waiting = claimByIdOptions(quiet(), skipToken);
  const observer = new QueryObserver(cache, waiting);
  const stop = observer.subscribe(() => {});
  expect(observer.getCurrentResult()).toMatchObject({ status: 'pending', fetchStatus: 'idle' });
  stop();
  expect(requests).toHaveLength(0);
  expect(waiting.queryKey).not.toEqual(claimByIdOptions(quiet(), {} as never).queryKey);
  expect(claimsInfiniteOptions(quiet(), skipToken).queryFn).toBe(skipToken);
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

test('a list is read in both directions from a cursor', async () => {
  const { claims } = await cache.fetchQuery(claimsOptions(client, { first: 10 }));
  const after = claims.pageInfo.endCursor;
  const options = claimsInfiniteOptions(client, { first: 4, after });
  const observer = new InfiniteQueryObserver(cache, options);
  await observer.refetch();
  await observer.fetchPreviousPage();
  await observer.fetchNextPage();
  while (observer.getCurrentResult().hasPreviousPage) await observer.fetchPreviousPage();
  const { data } = observer.getCurrentResult();
  const pages = data!.pages.map((page) => page.claims.nodes.map(({ id }) => id));
  expect(pages.map(({ length }) => length)).toEqual([2, 4, 4, 4, 4]);
  const whole = await client.execute(Claims, { first: 18 });
  expect(pages.flat()).toEqual(whole.claims.nodes.map(({ id }) => id));
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

test('a mutation has the idempotency key that the caller chooses', async () => {
  const { client: recording, requests } = await scriptedServer(
    respond(JSON.stringify({ data: { createSource: { source: { id: 'src_1' } } } })),
  );
  const input = { kind: 'PERSON', names: [{ text: 'Chosen', kind: 'PRIMARY' }] } as const;
  for (const options of [
    createSourceMutation(recording(), { idempotencyKey: 'form-1' }),
    createSourceMutation(recording(), { idempotencyKey: (sent) => sent.input.kind }),
  ])
    await new MutationObserver(cache, options).mutate({ input });
  expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['form-1', 'PERSON']);
});

describe('an operation of your own', () => {
  const Titles = graphql(
    `query Claims($first: Int, $after: String) {
      claims(first: $first, after: $after) {
        nodes { id report { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
  );

  test('is a query, which is not confused with another of its name', async () => {
    const options = queryOptions(client, Titles, { first: 3 }, { keyPrefix: ['own'] });
    const { claims } = await cache.fetchQuery(options);
    expect(claims.nodes.map(({ report }) => report.title)).toHaveLength(3);
    const title: string | undefined = cache.getQueryData(options.queryKey)?.claims.nodes[0]?.report
      .title;
    expect(title).toMatch(/\S/);
    const namesake = claimsOptions(client, { first: 3 }, { keyPrefix: ['own'] });
    expect(cache.getQueryData(namesake.queryKey)).toBeUndefined();
    const anonymous = ['{ claims { totalCount } }', '{ sources { totalCount } }'] as const;
    const [one, other] = anonymous.map((text) => queryOptions(client, graphql(text) as never));
    expect(one!.queryKey).not.toEqual(other!.queryKey);
  });

  test('is an infinite query, without earlier pages if its text cannot ask for them', async () => {
    const options = infiniteOptions(client, Titles, ({ claims }) => claims, { first: 10 });
    const observer = new InfiniteQueryObserver(cache, options);
    await observer.refetch();
    while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage();
    const { data, hasPreviousPage } = observer.getCurrentResult();
    expect(data?.pages.map(({ claims }) => claims.nodes.length)).toEqual([10, 10, 6]);
    expect(hasPreviousPage).toBe(false);
    const { after } = data!.pageParams[1] as { after: string };
    const late = infiniteOptions(client, Titles, ({ claims }) => claims, { first: 10, after });
    const second = await cache.fetchInfiniteQuery(late);
    expect(late.getPreviousPageParam(second.pages[0]!)).toBeNull();
  });

  test('is a mutation', async () => {
    const Create = graphql(`mutation Create($input: CreateSourceInput!) {
      createSource(input: $input) { source { name } }
    }`);
    const input = { kind: 'PERSON', names: [{ text: 'Own', kind: 'PRIMARY' }] } as const;
    const observer = new MutationObserver(cache, mutationOptions(client, Create));
    const { createSource } = await observer.mutate({ input });
    expect(createSource.source.name).toBe('Own');
  });
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
