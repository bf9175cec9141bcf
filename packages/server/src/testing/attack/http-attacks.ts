import { gzipSync } from 'node:zlib';
import { type Attack, bodyAttack, repeat, requestAttack } from './attack.ts';
import { hostileTexts } from './hostile-values.ts';

const query = '{ claims { totalCount } }';
const json = { 'content-type': 'application/json' };

const bodies: readonly (string | Buffer)[] = [
  ...['', ' ', 'null', '1', '"x"', 'true', '{', '[', '{}', '[]', '[[]]', '{"query":', '\ufeff{}'],
  ...[1, null, true, [], {}, { kind: 'Document' }, ['{ __typename }']].map((each) =>
    JSON.stringify({ query: each }),
  ),
  ...[1, 'x', [], [1], true, { a: { b: [] } }].flatMap((each) =>
    ['variables', 'operationName', 'extensions'].map((key) =>
      JSON.stringify({ query, [key]: each }),
    ),
  ),
  ...[{}, { version: 1 }, { version: 1, sha256Hash: {} }, { version: 9, sha256Hash: '' }, []].map(
    (persistedQuery) => JSON.stringify({ query, extensions: { persistedQuery } }),
  ),
  `{"query":"{ __typename }","query":"{ x }"}`,
  `{"query":"{ __typename }","__proto__":{"a":1}}`,
  `{"query":"{ __typename }","variables":{"constructor":{"prototype":{}}}}`,
  `{"query":"{ __typename }","variables":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  `{"query":"{ __typename }","variables":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
  `{"query":"{ __typename }","variables":{"a":${'9'.repeat(10_000)}}}`,
  `{"query":"{ __typename }","variables":{${repeat(5_000, (i) => `"k${i}":${i},`)} "z":1}}`,
  JSON.stringify({ query: `# ${'x'.repeat(255_900)}` }),
  JSON.stringify({ query: `# ${'x'.repeat(300_000)}` }),
  JSON.stringify({ query: `# ${'x'.repeat(4_100_000)}` }),
  Buffer.from([0xff, 0xfe, 0x00, 0x7b]),
  Buffer.from('7b227175657279223a22c0af22c07d', 'hex'),
  Buffer.concat([
    Buffer.from('{"query":"{ claims(filter:{text:\\"'),
    Buffer.from([0xed, 0xa0, 0x80]),
  ]),
  Buffer.alloc(1_000),
];

const contentTypes: readonly string[] = [
  ...['', 'x', 'text/plain', 'text/html', 'application/xml', 'application/graphql', '*/*'],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json;'],
  ...['application/json; charset=utf-16', 'application/json; charset=latin1', 'APPLICATION/JSON'],
  ...['application/json, text/plain', 'application/graphql+json', 'application/json; a="b;c"'],
];

const accepts: readonly string[] = [
  ...['', 'x', 'text/html', 'image/png', '*/*;q=0', 'application/graphql-response+json'],
  ...['multipart/mixed', 'text/event-stream', `application/json;q=${'9'.repeat(500)}`],
];

const paths: readonly string[] = [
  ...['/', '//', '/graphql/', '/graphql//', '/GRAPHQL', '/graphql%00', '/graphql;x', '/%2e%2e/'],
  ...['/assets/../../package.json', '/assets/..%2f..%2fpackage.json', '/assets/%c0%ae', '/assets/'],
  ...[
    '/explorer/assets/../../../package.json',
    '/explorer/assets/..%5c..%5cx',
    '/explorer/assets/',
  ],
  ...['/sign-in/', '/sign-in/x', '/sign-in/%00', '/session', '/metrics', '/ready', '/live'],
  ...['/export/', '/export/x', '/export/jsonl?x=1', '/export/csv?filter={', '/import/csv'],
  ...[
    '/export/csv?filter=%7B%22and%22%3A%5B%5B%5D%5D%7D',
    '/export/geojson?filter=[]',
    '/import/x',
  ],
];

/** Bodies, content types, methods, paths and batches. */
export function* httpAttacks(): Generator<Attack> {
  for (const body of bodies) yield bodyAttack('bodies', body);
  for (const count of [1, 2, 100, 20_000])
    for (const each of [{ query }, 1, [[]]])
      yield bodyAttack('batches', JSON.stringify(Array.from({ length: count }, () => each)));
  const body = JSON.stringify({ query });
  for (const type of contentTypes)
    yield bodyAttack('content types', body, { 'content-type': type });
  for (const accept of accepts) yield bodyAttack('content types', body, { ...json, accept });
  for (const encoding of ['gzip', 'br', 'deflate', 'x', 'gzip, gzip', 'identity'])
    for (const packed of [body, gzipSync(body), gzipSync(Buffer.alloc(3_000_000))])
      yield bodyAttack('content types', packed, { ...json, 'content-encoding': encoding });
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    for (const path of paths) yield requestAttack('methods and paths', method, path);
  for (const path of paths) yield requestAttack('methods and paths', 'POST', path, json, '{}');
  for (const text of hostileTexts) {
    const encoded = encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
    const preflight = { 'apollo-require-preflight': '1' };
    const path = `/graphql?query=${encoded.slice(0, 8_000)}`;
    yield requestAttack('queries in addresses', 'GET', path, preflight);
    yield requestAttack(
      'queries in addresses',
      'GET',
      `/export/csv?filter=${encoded.slice(0, 8_000)}`,
    );
    yield requestAttack('queries in addresses', 'GET', `/export/${encoded.slice(0, 2_000)}`);
    const header = Buffer.from(text.slice(0, 2_000)).toString('base64url');
    yield bodyAttack('headers', body, { ...json, 'idempotency-key': header });
    yield bodyAttack('headers', body, { ...json, 'x-request-id': header, cookie: `a=${header}` });
    yield bodyAttack('headers', body, { ...json, 'x-forwarded-for': header, forwarded: header });
  }
}

/** What is written to a socket that is then left as it is. */
export const brokenRequests: readonly string[] = [
  'GET',
  'GET / HTTP/1.1\r\nhost: localhost\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GARBAGE\r\n\r\n',
  `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: localhost\r\n${'a: b\r\n'.repeat(3_000)}\r\n`,
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
    'content-length: 100\r\n\r\n{"query":',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabc',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: -1\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n' +
    'content-length: 5\r\n\r\n0\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
    'transfer-encoding: chunked\r\n\r\nZZ\r\n',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
    'transfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx',
  'POST /import/csv HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\n\r\na,b\n',
  'GET http://other.example/ HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  '\u0000\u0001\u0002\u0003',
];
