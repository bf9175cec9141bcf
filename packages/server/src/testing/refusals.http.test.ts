import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';

let api: Api;
/** A server whose operations may be long, so that what comes after their limits can be tested. */
let generous: Api;
beforeAll(async () => {
  api = await startApi();
  const maxima = { aliases: 5_000, fields: 10_000 };
  generous = await startApi('sample', { databaseUrl: api.databaseUrl, maxima });
});
afterAll(async () => {
  await generous.stop();
  await api.stop();
});

const send = async (body: string, headers: Record<string, string> = {}, url = api.url) => {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, ...((await response.json()) as any) };
};

const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

describe('what never becomes a GraphQL request', () => {
  test.each([
    ['no JSON', '{', {}, 400],
    ['several operations in one body', '[{}]', {}, 400],
    ['another content type', 'x', { 'content-type': 'application/xml' }, 415],
    ['an unknown content encoding', '{"query":"{ __typename }"}', { 'content-encoding': 'x' }, 415],
    ['a compressed body', '{"query":"{ __typename }"}', { 'content-encoding': 'gzip' }, 415],
    ['a body that is too large', 'x'.repeat(5_000_000), {}, 413],
  ])('is coded as any refusal: %s', async (_what, body, headers, status) => {
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('is coded as any refusal: an address where nothing is', async () => {
    const answer = await send('{}', {}, api.url.replace('graphql', 'nothing'));
    expect([answer.status, codes(answer)]).toEqual([404, ['NOT_FOUND']]);
  });

  test('is refused under a host name other than loopback’s (DNS rebinding)', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(api.url);
      const asked = request(
        { port, host: '127.0.0.1', path: '/ready', headers: { host: 'rebound.example' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      asked.on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});

describe('an operation', () => {
  test('of a name that is not in the document does nothing', async () => {
    const query =
      'mutation A { createSource(input: { kind: PERSON, names: [{ text: "Nobody", ' +
      'kind: PRIMARY }] }) { source { id } } }';
    const answer = await send(JSON.stringify({ query, operationName: 'B' }));
    expect([answer.status, codes(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(
      (await api.data('{ sources(filter: { text: "Nobody" }) { totalCount } }')).sources.totalCount,
    ).toBe(0);
  });

  test('that subscribes is refused: there is nothing to subscribe to', async () => {
    expect(codes(await api.ask('subscription { anything }'))).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['fields of each type', 600, 'id', 'node(id: "clm_0190a000-0000-7000-8000-000000000000")', 400],
    ['joined records', 210, 'report { id }', 'claims { nodes', 200],
  ])('of too many %s is refused before it is planned', async (_, count, field, root, expected) => {
    const fields = Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
    const end = '}'.repeat(root.split('{').length);
    const { status, errors } = await generous.ask(`{ ${root} { ${fields} } ${end}`);
    expect([status, codes({ errors: errors! })]).toEqual([expected, ['QUERY_TOO_COMPLEX']]);
  });

  test('with variables nested without end is refused', async () => {
    const deep = `${'{"not":'.repeat(9_000)}{}${'}'.repeat(9_000)}`;
    const query = 'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }';
    expect(
      codes(await send(`{"query":${JSON.stringify(query)},"variables":{"f":${deep}}}`)),
    ).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('that speaks of a call stack is refused for what is wrong with it', async () => {
    const { errors } = await api.ask('query ($n: Int) { claims(first: $n) { totalCount } }', {
      n: 'Maximum call stack size exceeded',
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: ['n'] }],
    });
    expect(
      codes(await api.ask('{ claims(text: "Maximum call stack size exceeded") { totalCount } }')),
    ).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['selections', `{ ${'claims { nodes { report { '.repeat(9_000)} id ${'} } }'.repeat(9_000)} }`],
    [
      'lists',
      `{ claims(filter: { id: ${'['.repeat(9_000)}${']'.repeat(9_000)} }) { totalCount } }`,
    ],
  ])('with %s nested without end is refused as too complex', async (_what, query) => {
    expect(codes(await api.ask(query))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test.each([1_500, 5_000, 30_000])(
    'with a chain of %d fragments is refused as too complex, and not logged as a fault',
    async (count) => {
      const fragments = Array.from(
        { length: count },
        (_, i) => `fragment F${i} on Query { ${i + 1 < count ? `...F${i + 1}` : '__typename'} }`,
      );
      const { errors } = await api.ask(`{ ...F0 } ${fragments.join(' ')}`);
      expect(codes({ errors: errors! })).toEqual(['QUERY_TOO_COMPLEX']);
      expect(api.faults).toEqual([]);
    },
  );

  test('with a chain of 600 fragments is answered', async () => {
    const fragments = Array.from(
      { length: 600 },
      (_, i) => `fragment F${i} on Query { ${i < 599 ? `...F${i + 1}` : '__typename'} }`,
    );
    expect(await api.data(`{ ...F0 } ${fragments.join(' ')}`)).toEqual({ __typename: 'Query' });
  });

  test('with too many like fields to validate is refused as too complex', async () => {
    const { errors } = await api.ask(`{ ${'__typename '.repeat(1_100)} }`);
    expect(codes({ errors: errors! })).toEqual(['QUERY_TOO_COMPLEX']);
    expect(errors![0]!.message).toMatch(/Split it up/);
    const wrong = await api.ask(`{ ${Array.from({ length: 150 }, (_, i) => `a${i}`).join(' ')} }`);
    expect(new Set(codes({ errors: wrong.errors! }))).toEqual(new Set(['BAD_USER_INPUT']));
  });

  test('whose variable is null where none may be names the argument', async () => {
    const { errors } = await api.ask(
      'query ($s: PlaceScope) { locations { nodes { claims(scope: $s) { totalCount } } } }',
      { s: null },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: ['nodes', 'claims', 'scope'] }],
    });
  });

  test('that asks a page for one thing alone gets it', async () => {
    const asked = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'].map(
      (field) => `${field}: claims { pageInfo { ${field} } }`,
    );
    const data = await api.data(
      `{ ${asked.join(' ')} none: claims(filter: { id: [] }) { pageInfo { hasPreviousPage } } }`,
    );
    expect(data.hasPreviousPage).toEqual({ pageInfo: { hasPreviousPage: false } });
    expect(data.none).toEqual({ pageInfo: { hasPreviousPage: false } });
    expect(data.hasNextPage).toEqual({ pageInfo: { hasNextPage: true } });
  });
});

describe('a persisted query', () => {
  const query = '{ claims { totalCount } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const asked = async (persistedQuery: unknown, more: object = { query }) => {
    const { status, ...answer } = await send(
      JSON.stringify({ ...more, extensions: { persistedQuery } }),
    );
    return [status, ...(codes(answer) ?? [answer.data])];
  };

  test('of a wrong form is refused as bad input, and not logged as a fault', async () => {
    expect(await asked({ version: 1, sha256Hash: 'f'.repeat(64) })).toEqual([
      400,
      'PERSISTED_QUERY_HASH_MISMATCH',
    ]);
    expect(await asked({ version: 1, sha256Hash: 7 })).toEqual([
      400,
      'PERSISTED_QUERY_HASH_MISMATCH',
    ]);
    expect(await asked({ version: 1 })).toEqual([400, 'PERSISTED_QUERY_HASH_MISMATCH']);
    expect(await asked({ version: 2, sha256Hash })).toEqual([400, 'BAD_USER_INPUT']);
    expect(await asked(1)).toEqual([400, 'BAD_USER_INPUT']);
    expect(await asked('x', {})).toEqual([400, 'BAD_USER_INPUT']);
    for (const hash of [sha256Hash, 7, null, [], {}, { toString: 1 }])
      expect(await asked({ version: 1, sha256Hash: hash }, {})).toEqual([
        200,
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
    expect(api.faults).toEqual([]);
  });

  test('is kept with its text, and then known by its hash', async () => {
    expect((await asked({ version: 1, sha256Hash }))[0]).toBe(200);
    expect(await asked({ version: 1, sha256Hash }, {})).toEqual([
      200,
      { claims: { totalCount: expect.any(Number) } },
    ]);
  });
});
