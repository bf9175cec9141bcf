import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { createAdmit, graphqlPath, importPath } from './admit.ts';

interface Parts {
  method?: string;
  headers?: IncomingHttpHeaders;
  remoteAddress?: string;
}

const requestOf = ({ method = 'POST', headers = {}, remoteAddress = '127.0.0.1' }: Parts) =>
  ({
    method,
    headers: { host: 'localhost:4000', ...headers },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

const decide = (parts: Parts, route?: string, open = false) =>
  createAdmit({ open, hosts: ['desk.example'], origins: ['https://page.example'] })(
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

test('names the viewer of an admitted request', () => {
  expect(decide({})).toMatchObject({ admitted: true, viewer: { name: 'local' } });
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
  test('is admitted from this machine, over IPv4 and IPv6', () => {
    for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(statusOf({ remoteAddress }, importPath)).toBe(0);
  });

  test('is refused from another machine, although an open server answers GraphQL there', () => {
    expect(statusOf({ remoteAddress: '192.168.1.4' }, importPath, true)).toBe(403);
    expect(statusOf({ remoteAddress: '192.168.1.4' }, graphqlPath, true)).toBe(0);
  });

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

  test('is refused and its connection closed when its body is longer than 16 MB', () => {
    const length = (bytes: number) => ({ headers: { ...json, 'content-length': String(bytes) } });
    expect(statusOf(length(16 * 1024 * 1024), graphqlPath)).toBe(0);
    expect(decide(length(16 * 1024 * 1024 + 1), graphqlPath)).toMatchObject({
      status: 413,
      close: true,
    });
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
