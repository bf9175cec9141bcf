import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { Claims, ClaimsAtPlace, CountClaims, Locations } from './generated/operations.ts';
import { graphql } from './graphql.ts';
import {
  type Client,
  type ClientEvent,
  createClient,
  pages,
  paginate,
  SdkError,
  type VariablesOf,
} from './index.ts';
import { closeServers, respond, scriptedServer } from './scripted-server.testing.ts';

let api: Api;
let client: Client;
const events: ClientEvent[] = [];
const countRequests = () => events.filter(({ type }) => type === 'request').length;

beforeAll(async () => {
  api = await startApi('sample');
  client = createClient({ url: api.url, onEvent: (event) => events.push(event) });
});
afterAll(() => api.stop());
afterEach(async () => {
  events.length = 0;
  await closeServers();
});

describe('paginate', () => {
  test('yields every item of a list once, with any page size', async () => {
    const ids: string[] = [];
    for await (const { id } of paginate(client, Claims, ({ claims }) => claims, { first: 4 }))
      ids.push(id);
    expect([ids.length, new Set(ids).size, countRequests()]).toEqual([26, 26, 7]);
  });

  test('requests pages of 100 by default, and only those that the loop needs', async () => {
    const { locations } = await client.execute(Locations, {
      filter: { externalId: { system: 'ocha-pcode', value: 'SY12' } },
    });
    const { id } = locations.nodes[0]!;
    const chains: number[] = [];
    for await (const { attributions } of paginate(
      client,
      ClaimsAtPlace,
      ({ location }) => location?.claims,
      { id },
    )) {
      chains.push(attributions[0]!.chain.length);
    }
    expect(chains.length).toBeGreaterThan(15);
    expect(countRequests()).toBe(2);
    for await (const _ of paginate(client, Claims, ({ claims }) => claims, { first: 1 })) break;
    expect(countRequests()).toBe(3);
  });

  test('starts after a cursor', async () => {
    const { claims } = await client.execute(Claims, { first: 20 });
    let rest = 0;
    for await (const _ of paginate(client, Claims, (data) => data.claims, {
      after: claims.pageInfo.endCursor,
    }))
      rest++;
    expect(rest).toBe(6);
  });
});

describe('backward,', () => {
  const readAll = async (variables: VariablesOf<typeof Claims>) => {
    const ids: string[] = [];
    for await (const { id } of paginate(client, Claims, ({ claims }) => claims, variables))
      ids.push(id);
    return ids;
  };

  test('paginate yields every item once, the last first', async () => {
    const forward = await readAll({});
    events.length = 0;
    expect(await readAll({ last: 10 })).toEqual([...forward].reverse());
    expect(countRequests()).toBe(3);
  });

  test('pages start at the end or before a cursor; their items have the list’s order', async () => {
    const ids = await readAll({});
    const read: string[][] = [];
    const { claims } = await client.execute(Claims, { first: 7 });
    const before = claims.pageInfo.endCursor;
    for await (const { nodes } of pages(client, Claims, (data) => data.claims, { last: 4, before }))
      read.push(nodes.map(({ id }) => id));
    expect(read).toEqual([ids.slice(2, 6), ids.slice(0, 2)]);
    expect(await readAll({ before })).toEqual(ids.slice(0, 6).reverse());
  });
});

describe('a list with edges only', () => {
  const Edges = graphql(
    `query Edges($first: Int, $after: String, $last: Int, $before: String) {
      claims(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { id } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
      }
    }`,
  );

  test('is read like one with nodes, in both directions', async () => {
    const read = async (variables: VariablesOf<typeof Edges>) => {
      const ids: string[] = [];
      for await (const { id } of paginate(client, Edges, ({ claims }) => claims, variables))
        ids.push(id);
      return ids;
    };
    const forward = await read({ first: 10 });
    expect(new Set(forward).size).toBe(26);
    expect(await read({ last: 10 })).toEqual(forward.reverse());
    for await (const { edges } of pages(client, Edges, ({ claims }) => claims, { first: 10 }))
      expect(edges[0]?.cursor).toMatch(/\S/);
  });

  test('that lacks the information for a direction ends in an error, not early', async () => {
    const Forward = graphql(
      `query Forward($last: Int, $before: String) {
        claims(last: $last, before: $before) { nodes { id } pageInfo { hasNextPage endCursor } }
      }`,
    );
    const read = async () => {
      for await (const _ of pages(client, Forward, ({ claims }) => claims, { last: 10 }));
    };
    await expect(read()).rejects.toMatchObject({
      kind: 'protocol',
      message: expect.stringContaining('startCursor'),
    });
  });
});

test('a list has its total count on request', async () => {
  const { claims } = await client.execute(Claims, { first: 1, withTotalCount: true });
  expect(claims.totalCount).toBe(26);
  const { claims: uncounted } = await client.execute(Claims, { first: 1 });
  expect(uncounted).not.toHaveProperty('totalCount');
});

describe('pages', () => {
  test('yields pages', async () => {
    const sizes: number[] = [];
    for await (const { nodes } of pages(client, Claims, ({ claims }) => claims, { first: 10 }))
      sizes.push(nodes.length);
    expect(sizes).toEqual([10, 10, 6]);
  });

  test('end when the signal is aborted', async () => {
    const controller = new AbortController();
    const read = async () => {
      for await (const _ of pages(
        client,
        Claims,
        ({ claims }) => claims,
        { first: 10 },
        controller,
      ))
        controller.abort();
    };
    await expect(read()).rejects.toMatchObject({ kind: 'aborted' });
    expect(countRequests()).toBe(1);
  });

  test('do not loop forever when a server repeats a cursor', async () => {
    const page = (endCursor: string | null) =>
      respond(
        JSON.stringify({
          data: { claims: { nodes: [], pageInfo: { hasNextPage: true, endCursor } } },
        }),
      );
    for (const cursor of [null, 'same']) {
      const { client: lost, requests } = await scriptedServer(page(cursor));
      const read = async () => {
        for await (const _ of pages(lost(), Claims, ({ claims }) => claims));
      };
      await expect(read()).rejects.toThrow(SdkError);
      expect(requests.length).toBeLessThanOrEqual(2);
    }
  });
});

test('ten items with their relations take one request', async () => {
  const { claims } = await client.execute(Claims, { first: 10 });
  const related = claims.nodes.flatMap(({ report, attributions, places }) => [
    report.title,
    attributions[0]!.chain[0]!.source.name,
    places,
  ]);
  expect([claims.nodes.length, related.length, countRequests()]).toEqual([10, 30, 1]);
  expect((await client.execute(CountClaims)).claims.totalCount).toBe(26);
});
