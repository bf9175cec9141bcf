import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { pino } from 'pino';
import { setIdentity } from '../access/viewer.ts';
import { readLine } from '../compiler/connections.ts';
import { writeLine } from '../history/write-line.ts';
import { type Api, startApi } from '../testing/api.ts';
import type { Line } from '../values/line.ts';
import { createAdmit } from './admit.ts';
import { BusyAnswers } from './busy.ts';
import { ErrorLog } from './error-log.ts';
import { FastPath, type RepeatedOperation } from './fast-path.ts';

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('a repeated operation', () => {
  /** The bodies that reached the next listener, and what was executed here. */
  let passedOn: string[];
  let executed: RepeatedOperation[];
  let result: () => ExecutionResult<Record<string, unknown>>;
  let fastPath: FastPath;
  const lines = { query: readLine(0), mutation: writeLine(0) };
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const busyAnswers = new BusyAnswers(lines, new ErrorLog(pino({ level: 'silent' })));
    fastPath = new FastPath(createAdmit({}), busyAnswers, async (repeated) => {
      executed.push(repeated);
      return result();
    });
    const validated = (await fastPath.plugin.requestDidStart!({} as never)) as any;
    const documents = ['{ a }', 'query One { a } query Two { b }', 'mutation { a }'];
    for (const source of [...documents, 'subscription { a }'])
      await validated.didResolveOperation({ source, document: parse(source) });
    const next = (request: any, response: any) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part;
      });
      request.on('end', () => {
        passedOn.push(body);
        response.end('passed on');
      });
      // As Fastify does.
      request.resume();
    };
    const listener = fastPath.before(next);
    server = createServer((request, response) => {
      setIdentity(request, { viewer: { name: 'maria', role: 'READER' } });
      listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const answerOf = async (body: unknown, headers: Record<string, string> = {}, address = url) => {
    [passedOn, executed] = [[], []];
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await post(address, text, headers);
    // The next listener finds the whole body.
    if (passedOn.length > 0) expect(passedOn).toEqual([text]);
    return response.text();
  };

  test('is executed with its variables and headers', async () => {
    result = () => ({ data: { a: 'ü' } });
    const body = { query: '{ a }', variables: { x: 1 } };
    expect(await answerOf(body, { 'idempotency-key': 'k' })).toBe('{"data":{"a":"ü"}}');
    expect(executed).toEqual([
      expect.objectContaining({
        request: { variables: { x: 1 } },
        message: expect.objectContaining({
          headers: expect.objectContaining({ 'idempotency-key': 'k' }),
        }),
      }),
    ]);
  });

  test('is executed by the name of its operation', async () => {
    result = () => ({ data: { b: 1 } });
    const query = 'query One { a } query Two { b }';
    expect(await answerOf({ query, operationName: 'Two' })).toBe('{"data":{"b":1}}');
    expect(executed[0]!.operation.name!.value).toBe('Two');
  });

  test.each(['{ a }', 'mutation { a }'])(
    '%s is passed on with its result when it has an error, or its execution fails',
    async (query) => {
      const failed = { data: null, errors: [new GraphQLError('no')] };
      result = () => failed;
      expect(await answerOf({ query })).toBe('passed on');
      expect(fastPath.resultOf(executed[0]!.message)).toBe(failed);
      result = () => {
        throw new Error('down');
      };
      const long = { query, variables: { long: 'x'.repeat(80_000) } };
      expect(await answerOf(long)).toBe('passed on');
      const { errors } = fastPath.resultOf(executed[0]!.message)!;
      expect(errors!.map(({ message }) => message)).toEqual(['down']);
    },
  );

  const unlike: [what: string, body: unknown, headers?: Record<string, string>][] = [
    ['another text', '{"query":"{ b }"}'],
    ['a subscription', { query: 'subscription { a }' }],
    ['no JSON', '{"query":'],
    ['a list', '[]'],
    ['nothing but null', 'null'],
    ['extensions', { query: '{ a }', extensions: {} }],
    ['variables that are not an object', { query: '{ a }', variables: [] }],
    ['an operation name that is not text', { query: '{ a }', operationName: 1 }],
    ['an unknown operation name', { query: '{ a }', operationName: 'Other' }],
    ['several operations and no name', { query: 'query One { a } query Two { b }' }],
    ['a prototype', '{"query":"{ a }","variables":{"__proto__":{}}}'],
    ['a long body', { query: '{ a }', variables: { long: 'x'.repeat(200_000) } }],
    ['another content type', { query: '{ a }' }, { 'content-type': 'text/plain' }],
    ['another Accept', { query: '{ a }' }, { accept: 'application/graphql-response+json' }],
    ['a content encoding', { query: '{ a }' }, { 'content-encoding': 'gzip' }],
  ];
  test.each(unlike.map(([what, ...request]) => [what, request] as const))(
    'with %s is passed on without being executed',
    async (_what, [body, headers]) => {
      result = () => ({ data: { a: 1 } });
      expect(await answerOf(body, headers)).toBe('passed on');
      expect(executed).toEqual([]);
    },
  );

  const refusedWhile = async (line: Line, body: object): Promise<string> => {
    while (line.enterNow());
    const text = await answerOf(body);
    for (let place = 0; place < line.limits.places; place += 1) line.leave();
    return JSON.parse(text.startsWith('{') ? text : '{}').errors?.[0].extensions.code ?? 'no';
  };
  const noise = '\ufeff # a mutation { x\n,, ';
  test.each<[string, object, query: string, mutation: string]>([
    ['a known query', { query: '{ a }' }, 'UNAVAILABLE', 'no'],
    ['a new query', { query: '{ new }' }, 'UNAVAILABLE', 'no'],
    ['a new mutation', { query: 'mutation { new }' }, 'no', 'UNAVAILABLE'],
    ['one after a comment', { query: `${noise}mutation{ a }` }, 'no', 'UNAVAILABLE'],
    ['a query after a comment', { query: `${noise}query { a }` }, 'no', 'no'],
    [
      'a named mutation',
      { query: 'mutation A { a } query B { b }', operationName: 'A' },
      ...(['no', 'UNAVAILABLE'] as const),
    ],
    [
      'a query beside a mutation',
      { query: 'mutation A { a } query B { b }', operationName: 'B' },
      ...(['no', 'no'] as const),
    ],
    ['a subscription', { query: 'subscription { a }' }, 'no', 'no'],
    ['a persisted query', { extensions: { persistedQuery: {} } }, 'no', 'no'],
    ['a mutation by its fields', { query: 'mutationOf { a }' }, 'UNAVAILABLE', 'no'],
  ])('%s is refused at once only if its own line is full', async (_what, body, ...expected) => {
    result = () => ({ data: { a: 1 } });
    expect([
      await refusedWhile(lines.query, body),
      await refusedWhile(lines.mutation, body),
    ]).toEqual(expected);
  });

  test('to another URL is passed on without being executed', async () => {
    expect(await answerOf({ query: '{ a }' }, {}, `${url}?x=1`)).toBe('passed on');
    expect(executed).toEqual([]);
  });
});

describe('the server', () => {
  const newFaction = `createFaction(input: { kind: MILITIA, names: [
    { text: "Fourth Division", kind: PRIMARY }] }) { warnings { code } }`;
  const unknownClaim = `withdrawClaim(id: "clm_00000000-0000-7000-8000-000000000000",
    expectedVersion: 1, rationale: "Recorded twice.") { claim { id } }`;
  let api: Api;
  beforeAll(async () => {
    api = await startApi('sample');
  });
  afterAll(() => api.stop());

  test('answers what is repeated as it answered at first: body, status and headers', async () => {
    const answerOf = async (body: object, accept: string) => {
      const headers = { accept, 'x-request-id': 'same' };
      const response = await post(api.url, JSON.stringify(body), headers);
      const { date: _date, ...others } = Object.fromEntries(response.headers);
      return { status: response.status, headers: others, body: await response.text() };
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
      { query: 'mutation { createFaction(input: { names: [] }) { faction { id } } }' },
      { query: `mutation { ${newFaction} }` },
      { query: `mutation { ${newFaction} ${unknownClaim} }` },
      { query: `mutation ($reason: String!) { ${unknownClaim} }`, variables: { reason: 1 } },
    ]) {
      for (const accept of [
        '*/*',
        'application/json',
        'application/graphql-response+json, application/json',
        'text/html, */*;q=0.1',
      ]) {
        const first = await answerOf(body, accept);
        expect(await answerOf(body, accept)).toEqual(first);
        expect(await answerOf(body, accept)).toEqual(first);
      }
    }
  });

  test('carries out a repeated mutation once, although its second field fails', async () => {
    const write = async () => {
      const [before, answer] = [
        await countFactions(),
        await api.ask(`mutation { ${newFaction} ${unknownClaim} }`),
      ];
      expect(answer.errors!.map(({ path }) => path)).toEqual([['withdrawClaim']]);
      return (await countFactions()) - before;
    };
    const countFactions = async () =>
      (await api.data('{ factions { totalCount } }')).factions.totalCount;
    expect([await write(), await write(), await write()]).toEqual([1, 1, 1]);
  });

  test('queries the database once even for what it refuses', async () => {
    const ask = () => api.ask('{ claim(id: "clm_00000000-0000-7000-8000-000000000000") { kind } }');
    for (const _again of [1, 2, 3]) {
      const sent = await api.statements(async () =>
        expect((await ask()).errors![0]!.extensions.code).toBe('NOT_FOUND'),
      );
      expect(sent).toHaveLength(1);
    }
  });
});
