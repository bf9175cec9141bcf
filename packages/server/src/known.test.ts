import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { FastPath, fastPathHandler, type Question } from './fast-path.ts';
import { type Api, startApi } from './testing/api.ts';

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('a question asked before', () => {
  /** What went the usual way, and what was answered here. */
  let usual: string[];
  let asked: Question[];
  let answer: () => ExecutionResult;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const known = new FastPath();
    const letThrough = (await known.plugin.requestDidStart!({} as never)) as any;
    for (const source of ['{ a }', 'query One { a } query Two { b }', 'mutation { a }']) {
      const document = parse(source);
      await letThrough.didResolveOperation({
        source,
        document,
        operation: document.definitions[0],
      });
    }
    const ask = async (question: Question) => {
      asked.push(question);
      return answer();
    };
    const answering = fastPathHandler(known, ask, ({ host }) => !host?.startsWith('foreign'));
    const otherwise = (request: any, response: any) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part;
      });
      request.on('end', () => {
        usual.push(body);
        response.end('usual');
      });
      // As fastify does.
      request.resume();
    };
    server = createServer(answering(otherwise));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const says = async (body: unknown, headers: Record<string, string> = {}, address = url) => {
    [usual, asked] = [[], []];
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await post(address, text, headers);
    // Whoever answers, the body is there for them, whole.
    if (usual.length) expect(usual).toEqual([text]);
    return response.text();
  };

  test('is answered by itself, with its variables and headers', async () => {
    answer = () => ({ data: { a: 'ü' } });
    expect(await says({ query: '{ a }', variables: { x: 1 } }, { 'idempotency-key': 'k' })).toBe(
      '{"data":{"a":"ü"}}',
    );
    expect(asked).toEqual([
      expect.objectContaining({
        request: { variables: { x: 1 } },
        headers: expect.objectContaining({ 'idempotency-key': 'k' }),
      }),
    ]);
    expect(await says({ query: 'query One { a } query Two { b }', operationName: 'Two' })).toBe(
      '{"data":{"a":"ü"}}',
    );
    expect(asked[0]!.operation.name!.value).toBe('Two');
  });

  test('goes the usual way when it has an error, or fails', async () => {
    answer = () => ({ data: null, errors: [new GraphQLError('no')] });
    expect(await says({ query: '{ a }' })).toBe('usual');
    answer = () => {
      throw new Error('down');
    };
    expect(await says({ query: '{ a }', variables: { long: 'x'.repeat(80_000) } })).toBe('usual');
  });

  const unlike: [what: string, body: unknown, headers?: Record<string, string>][] = [
    ['another text', '{"query":"{ b }"}'],
    ['a mutation', { query: 'mutation { a }' }],
    ['no JSON', '{"query":'],
    ['a list', '[]'],
    ['nothing but null', 'null'],
    ['extensions', { query: '{ a }', extensions: {} }],
    ['variables that are none', { query: '{ a }', variables: [] }],
    ['a name that is none', { query: '{ a }', operationName: 1 }],
    ['no such operation', { query: '{ a }', operationName: 'Other' }],
    ['several operations and no name', { query: 'query One { a } query Two { b }' }],
    ['a prototype', '{"query":"{ a }","variables":{"__proto__":{}}}'],
    ['a long body', { query: '{ a }', variables: { long: 'x'.repeat(200_000) } }],
    ['another type', { query: '{ a }' }, { 'content-type': 'text/plain' }],
    ['another answer', { query: '{ a }' }, { accept: 'application/graphql-response+json' }],
    ['an encoding', { query: '{ a }' }, { 'content-encoding': 'gzip' }],
  ];
  test.each(unlike.map(([what, ...asked]) => [what, asked] as const))(
    'with %s goes the usual way, unasked',
    async (_what, [body, headers]) => {
      answer = () => ({ data: { a: 1 } });
      expect(await says(body, headers)).toBe('usual');
      expect(asked).toEqual([]);
    },
  );

  test('elsewhere goes the usual way', async () => {
    expect(await says({ query: '{ a }' }, {}, `${url}?x=1`)).toBe('usual');
  });
});

describe('the server', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi('sample');
  });
  afterAll(() => api.stop());

  test('answers again as it answered first: body, status and headers', async () => {
    const told = async (body: object, accept: string) => {
      const response = await post(api.url, JSON.stringify(body), { accept });
      const { date: _date, ...headers } = Object.fromEntries(response.headers);
      return { status: response.status, headers, body: await response.text() };
    };
    const claims = {
      query:
        'query ($first: Int) { claims(first: $first) { nodes { id statement } } a: __typename }',
      variables: { first: 3 },
    };
    for (const body of [
      claims,
      { ...claims, variables: { first: 1_000 } },
      { ...claims, variables: { first: 'three' } },
      { query: '{ claim(id: "clm_00000000-0000-7000-8000-000000000000") { id } }' },
      { query: '{ __schema { queryType { name } } }' },
    ]) {
      for (const accept of [
        '*/*',
        'application/json',
        'application/graphql-response+json, application/json',
        'text/html, */*;q=0.1',
      ]) {
        const first = await told(body, accept);
        expect(await told(body, accept)).toEqual(first);
        expect(await told(body, accept)).toEqual(first);
      }
    }
  });

  test('asks the database once for what it refuses, too', async () => {
    const ask = () => api.ask('{ claim(id: "clm_00000000-0000-7000-8000-000000000000") { kind } }');
    for (const _again of [1, 2, 3]) {
      const sent = await api.statements(async () =>
        expect((await ask()).errors![0]!.extensions.code).toBe('NOT_FOUND'),
      );
      expect(sent).toHaveLength(1);
    }
  });
});
