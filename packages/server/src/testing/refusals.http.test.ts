import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const send = async (body: string, headers: Record<string, string> = {}, url = api.url) => {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return { status: response.status, ...((await response.json()) as any) };
};

const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.map(({ extensions }) => extensions.code);

describe('what never becomes a GraphQL request', () => {
  test.each([
    ['no JSON', '{', {}, 400],
    ['several operations in one body', '[{}]', {}, 400],
    ['another content type', 'x', { 'content-type': 'application/xml' }, 415],
    ['a body that is too large', 'x'.repeat(17 * 1024 * 1024), {}, 413],
  ])('is coded as any refusal: %s', async (_what, body, headers, status) => {
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('is coded as any refusal: an address where nothing is', async () => {
    const answer = await send('{}', {}, api.url.replace('graphql', 'nothing'));
    expect([answer.status, codes(answer)]).toEqual([404, ['NOT_FOUND']]);
  });

  test('is refused under a name that is not loopback’s: a web page may have pointed its own here', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(api.url);
      const asked = request({ port, host: '127.0.0.1', path: '/ready', headers: { host: 'rebound.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});

describe('an operation', () => {
  test('of a name that is not in the document does nothing, though it be the only one there', async () => {
    const query = 'mutation A { createSource(input: { kind: PERSON, names: [{ text: "Nobody", kind: PRIMARY }] }) { source { id } } }';
    const answer = await send(JSON.stringify({ query, operationName: 'B' }));
    expect([answer.status, codes(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect((await api.data('{ sources(filter: { text: "Nobody" }) { totalCount } }')).sources.totalCount).toBe(0);
  });

  test('that subscribes is refused: there is nothing to subscribe to', async () => {
    expect(codes(await api.ask('subscription { anything }'))).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['fields', 2_100, 'id'],
    ['joined records', 210, 'report { id }'],
  ])('of too many %s is refused before it is planned', async (_what, count, field) => {
    const fields = Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
    const { status, errors } = await api.ask(`{ claims { nodes { ${fields} } } }`);
    expect([status, codes({ errors: errors! })]).toEqual([200, ['QUERY_TOO_COMPLEX']]);
  });

  test('with variables nested without end is refused', async () => {
    const deep = `${'{"not":'.repeat(9_000)}{}${'}'.repeat(9_000)}`;
    const query = 'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }';
    expect(codes(await send(`{"query":${JSON.stringify(query)},"variables":{"f":${deep}}}`))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('whose variable is null where none may be names the argument', async () => {
    const { errors } = await api.ask('query ($s: PlaceScope) { locations { nodes { claims(scope: $s) { totalCount } } } }', { s: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['nodes', 'claims', 'scope'] }] });
  });

  test('that asks a page for one thing alone gets it', async () => {
    const asked = ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'].map(
      (field) => `${field}: claims { pageInfo { ${field} } }`,
    );
    const data = await api.data(`{ ${asked.join(' ')} none: claims(filter: { id: [] }) { pageInfo { hasPreviousPage } } }`);
    expect(data.hasPreviousPage).toEqual({ pageInfo: { hasPreviousPage: false } });
    expect(data.none).toEqual({ pageInfo: { hasPreviousPage: false } });
    expect(data.hasNextPage).toEqual({ pageInfo: { hasNextPage: true } });
  });
});
