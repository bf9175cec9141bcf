import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { anonymousViewer, type RequestIdentity, setIdentity } from '../access/viewer.ts';
import { createAdmit, graphqlPath, importPath } from './admit.ts';

interface Parts {
  method?: string;
  headers?: IncomingHttpHeaders;
  identity?: RequestIdentity;
}

const editor: RequestIdentity = { viewer: { name: 'maria', role: 'EDITOR' } };

const requestOf = ({ method = 'POST', headers = {}, identity = editor }: Parts) => {
  const request = {
    method,
    headers: { host: 'localhost:4000', ...headers },
  } as unknown as IncomingMessage;
  setIdentity(request, identity);
  return request;
};

const decide = (parts: Parts, route?: string, anyHost = false) =>
  createAdmit({ anyHost, hosts: ['desk.example'], origins: ['https://page.example'] })(
    requestOf(parts),
    route,
  );
/** The status of a refusal, or 0 when the request is admitted. */
const statusOf = (...args: Parameters<typeof decide>) => {
  const decision = decide(...args);
  return decision.admitted ? 0 : decision.status;
};

const json = { 'content-type': 'application/json' };

test('decides once per request', () => {
  const admit = createAdmit({});
  const request = requestOf({ headers: { host: 'foreign.example' } });
  const decision = admit(request, graphqlPath);
  expect(admit(request)).toBe(decision);
  expect(admit(requestOf({}))).not.toBe(decision);
});

test('never handles a request that was not authenticated', () => {
  const request = { method: 'GET', headers: { host: 'localhost' } } as unknown as IncomingMessage;
  expect(() => createAdmit({})(request, graphqlPath)).toThrow('not authenticated');
});

describe('the viewer', () => {
  const as = (role: 'READER' | 'ANALYST' | 'EDITOR' | 'ADMIN'): RequestIdentity => ({
    viewer: { name: 'maria', role },
  });
  const anonymous: RequestIdentity = { viewer: anonymousViewer };
  const refused: RequestIdentity = {
    refusal: {
      status: 401,
      code: 'UNAUTHENTICATED',
      message: 'No.',
      headers: { 'www-authenticate': 'Bearer' },
    },
  };

  test('needs the role of the route', () => {
    expect(statusOf({ identity: as('ANALYST') }, importPath)).toBe(403);
    expect(statusOf({ identity: as('EDITOR') }, importPath)).toBe(0);
    expect(statusOf({ identity: as('ADMIN') }, importPath)).toBe(0);
    expect(statusOf({ identity: as('READER') }, '/export/:name')).toBe(0);
    expect(decide({ identity: as('READER') }, importPath)).toMatchObject({
      body: { errors: [{ message: expect.stringContaining('needs the role EDITOR') }] },
    });
  });

  test('is missing: the request is refused on every path but those that are open', () => {
    for (const route of [graphqlPath, importPath, '/export/:name', '/metrics', undefined])
      expect(decide({ identity: refused }, route)).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer' },
      });
    for (const route of ['/ready', '/', '/explorer', '/explorer/assets/explorer.js'])
      expect(statusOf({ identity: refused }, route)).toBe(0);
  });

  test('reads metrics anonymously on this machine only', () => {
    expect(statusOf({ identity: anonymous }, '/metrics')).toBe(401);
    expect(statusOf({ identity: as('READER') }, '/metrics')).toBe(0);
    const admit = createAdmit({ isAnonymousLocal: true });
    expect(admit(requestOf({ identity: anonymous }), '/metrics').admitted).toBe(true);
  });

  test('has no rule to go by on a new route: nobody may use it', () => {
    expect(statusOf({ identity: as('ADMIN') }, '/new')).toBe(403);
  });
});

describe('the host', () => {
  test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:4000', '127.9.9.9', '[::1]', '[::1]:4000'])(
    '%s is loopback',
    (host) => expect(statusOf({ headers: { host } })).toBe(0),
  );
  test.each(['desk.example', 'Desk.Example:8443'])('%s is in the settings', (host) =>
    expect(statusOf({ headers: { host } })).toBe(0),
  );
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.com',
    '[::2]:4000',
    'localhost:x',
    '',
  ])('%s is refused on every route, unless the server is open', (host) => {
    for (const route of [graphqlPath, importPath, '/metrics', '/export/:name', undefined]) {
      expect(statusOf({ method: 'GET', headers: { host } }, route)).toBe(421);
      expect(statusOf({ method: 'GET', headers: { host } }, route, true)).toBe(0);
    }
  });
});

describe('an import', () => {
  test('is refused from a page of another site', () => {
    expect(statusOf({ headers: { origin: 'http://localhost:4000' } }, importPath)).toBe(0);
    expect(statusOf({ headers: { origin: 'https://page.example' } }, importPath)).toBe(0);
    for (const origin of ['http://evil.example', 'http://localhost:4001', 'null'])
      expect(statusOf({ headers: { origin } }, importPath)).toBe(403);
  });

  test('may have a body of any type and length', () => {
    const headers = { 'content-type': 'text/csv', 'content-length': '999999999999' };
    expect(statusOf({ headers }, importPath)).toBe(0);
  });
});

describe('a GraphQL request', () => {
  test.each([
    ['application/xml', 415],
    ['application/graphql', 415],
    ['', 415],
    [undefined, 415],
    ['application/json', 0],
    ['Application/JSON; charset=utf-16', 0],
    // Apollo refuses it, with a reason.
    ['text/plain', 0],
  ])('with content type %s gets status %i', (type, status) => {
    const headers = { 'content-length': '2', 'content-type': type };
    expect(statusOf({ headers }, graphqlPath)).toBe(status);
  });

  test('may leave out the content type when it has no body', () => {
    expect(statusOf({}, graphqlPath)).toBe(0);
    expect(statusOf({ method: 'GET' }, graphqlPath)).toBe(0);
    expect(statusOf({ headers: { 'transfer-encoding': 'chunked' } }, graphqlPath)).toBe(415);
  });

  test('is refused and its connection closed if its body is longer than its role allows', () => {
    const reader: RequestIdentity = { viewer: { name: 'omar', role: 'READER' } };
    const length = (bytes: number, identity = editor) => ({
      headers: { ...json, 'content-length': String(bytes) },
      identity,
    });
    expect(statusOf(length(4_000_000), graphqlPath)).toBe(0);
    expect(statusOf(length(256_000, reader), graphqlPath)).toBe(0);
    expect(statusOf(length(256_000, { viewer: anonymousViewer }), graphqlPath)).toBe(0);
    for (const request of [length(4_000_001), length(256_001, reader)])
      expect(decide(request, graphqlPath)).toMatchObject({ status: 413, close: true });
  });
});

describe('a simple request', () => {
  const simple = (headers: IncomingHttpHeaders, route = graphqlPath, method = 'POST') => {
    const decision = decide(
      { method, headers: { ...json, 'content-length': '2', ...headers } },
      route,
    );
    return decision.admitted && decision.simple;
  };

  test.each([undefined, '*/*', 'application/json', 'application/json, */*'])(
    'with Accept %s is answered with JSON',
    (accept) =>
      expect(simple({ accept })).toEqual({
        bodyLength: 2,
        answerType: 'application/json; charset=utf-8',
      }),
  );

  test('of the SDK is answered with GraphQL’s media type', () => {
    const accept = 'application/graphql-response+json, application/json';
    expect(simple({ accept })).toMatchObject({
      answerType: 'application/graphql-response+json; charset=utf-8',
    });
  });

  test.each<[string, IncomingHttpHeaders]>([
    ['another Accept', { accept: 'text/html' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['a content encoding', { 'content-encoding': 'identity' }],
    ['no length', { 'content-length': undefined }],
  ])('is none with %s', (_what, headers) => expect(simple(headers)).toBeUndefined());

  test('is none on another route or with another method', () => {
    expect(simple({}, '/metrics')).toBeUndefined();
    expect(simple({}, graphqlPath, 'PUT')).toBeUndefined();
  });
});
