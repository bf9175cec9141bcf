import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { newSecret } from '../access/api-key.ts';
import { createKey } from '../access/keys.ts';
import { anonymousViewer } from '../access/viewer.ts';
import { type Api, startApi } from '../testing/api.ts';
import { read } from '../testing/repository.ts';

let api: Api | undefined;
afterEach(() => api?.stop());

const start = async (options: Parameters<typeof startApi>[1]): Promise<Api> => {
  api = await startApi('sample', { anonymous: anonymousViewer, ...options });
  return api;
};

let keys = 0;
/** A key of a reader. */
const newKey = async (): Promise<string> => {
  keys += 1;
  return createKey(api!.database, { name: `reader ${keys}`, role: 'READER', expiresAt: null });
};

const claims = '{ claims { totalCount } }';

/** Sends an operation, and returns status, code and `Retry-After`. */
async function post(body: object, headers: Record<string, string> = {}) {
  const response = await fetch(api!.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { errors, data } = (await response.json()) as any;
  const code = errors?.[0].extensions.code;
  return { status: response.status, code, retryAfter: response.headers.get('retry-after'), data };
}

const statuses = async (count: number, body: object, headers: Record<string, string> = {}) => {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) found.push((await post(body, headers)).status);
  return found;
};

describe('points', () => {
  const rates = { viewerPoints: 4, anonymousPoints: 2, failedSignIns: 0 };

  test('are spent by each key and by each address, on the fast path and beside it', async () => {
    await start({ rates, proxies: ['127.0.0.0/8'] });
    const first = await newKey();
    const second = await newKey();
    const as = (secret: string) => ({ authorization: `Bearer ${secret}` });
    expect(await statuses(6, { query: claims }, as(first))).toEqual([200, 200, 200, 200, 429, 429]);
    expect(await statuses(1, { query: claims }, as(second))).toEqual([200]);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const wrong = { query: '{ nothing }' };
    expect(await statuses(3, wrong, from('192.0.2.1'))).toEqual([400, 400, 429]);
    expect(await post({ query: claims }, from('192.0.2.1'))).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
      retryAfter: expect.stringMatching(/^\d+$/),
    });
    expect(await statuses(3, { query: claims }, from('192.0.2.2'))).toEqual([200, 200, 429]);
    // A network of IPv6 belongs to one client, and so does the address that no proxy has added.
    const six = ['2001:db8::1', '2001:db8:0:0:9::2', '9.9.9.9, 2001:db8::3'];
    const found = [];
    for (const each of six) found.push((await post({ query: claims }, from(each))).status);
    expect(found).toEqual([200, 200, 429]);
  });

  test('are spent by what operations cost', async () => {
    const points = 40;
    await start({ rates: { ...rates, viewerPoints: points } });
    const authorization = `Bearer ${await newKey()}`;
    const page = 'claims(first: 100) { nodes { report { claims { nodes { statement } } } } }';
    const query = `{ ${[...'abcdefgh'].map((alias) => `${alias}: ${page}`).join(' ')} }`;
    const body = JSON.stringify({ query });
    const ask = async () =>
      fetch(api!.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization,
          'claimgraph-cost': 'estimate',
        },
        body,
      });
    const { extensions } = (await (await ask()).json()) as any;
    const { estimatedMs } = extensions.cost;
    expect(estimatedMs).toBeGreaterThan(2);
    let answered = 1;
    while ((await ask()).status === 200) answered += 1;
    expect(answered).toBeLessThan(points / estimatedMs + 1);
  });

  test('are paid before an operation runs, so that many at once cannot all run', async () => {
    const points = 40;
    await start({ rates: { ...rates, viewerPoints: points } });
    const authorization = `Bearer ${await newKey()}`;
    const page = 'claims(first: 100) { nodes { report { claims { nodes { statement } } } } }';
    const query = `{ ${[...'abcdefgh'].map((alias) => `${alias}: ${page}`).join(' ')} }`;
    const direct = new pg.Client(api!.databaseUrl);
    await direct.connect();
    // None of them ends before all have come.
    await direct.query('begin; lock table claim in access exclusive mode');
    const answers = Array.from({ length: 30 }, () => post({ query }, { authorization }));
    await sleep(1_000);
    await direct.query('rollback');
    await direct.end();
    const found = await Promise.all(answers);
    const ran = found.filter(({ status }) => status === 200).length;
    expect(ran).toBeGreaterThan(0);
    expect(ran).toBeLessThan(15);
    const others = found.filter(({ status }) => status !== 200);
    for (const each of others)
      expect(each).toMatchObject({
        status: 429,
        code: 'RATE_LIMITED',
        retryAfter: expect.stringMatching(/^\d+$/),
      });
  });

  test('are paid for mutations, exports and imports by the table of prices', async () => {
    await start({ rates: { ...rates, viewerPoints: 150 } });
    const writer = async (name: string) => {
      const secret = await createKey(api!.database, { name, role: 'EDITOR', expiresAt: null });
      return { authorization: `Bearer ${secret}` };
    };
    const statusOf = async (method: string, path: string, headers: object, body?: string) => {
      const url = new URL(path, api!.url);
      const response = await fetch(url, { method, headers: { ...headers }, body: body ?? null });
      await response.text();
      return response.status;
    };
    const exporter = await writer('exporter');
    expect(await statusOf('GET', '/export/csv', exporter)).toBe(200);
    expect(await statusOf('GET', '/export/csv', exporter)).toBe(200);
    expect(await statusOf('GET', '/export/csv', exporter)).toBe(429);
    const importer = await writer('importer');
    const file = `name,latitude,longitude\n${'Somewhere,1,2\n'.repeat(60)}`;
    expect(await statusOf('POST', '/import/csv', importer, file)).not.toBe(429);
    expect(await statusOf('POST', '/import/csv', importer, file)).not.toBe(429);
    expect(await statusOf('POST', '/import/csv', importer, file)).toBe(429);
    const mutation = `mutation {
      createReport(input: { kind: ARTICLE, title: "One" }) { report { title } }
    }`;
    const author = await writer('author');
    const written = [];
    for (let i = 0; i < 40; i += 1) written.push((await post({ query: mutation }, author)).status);
    const before = await api!.database.query('select count(*)::int as count from report');
    const first = written.indexOf(429);
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(27);
    expect(written.slice(first).every((status) => status === 429)).toBe(true);
    expect(before[0].count).toBe(1 + first);
  });

  test('are not spent by what an operation that is refused would have cost', async () => {
    await start({ rates: { ...rates, viewerPoints: 10 }, maxCostMs: 1 });
    const authorization = `Bearer ${await newKey()}`;
    const page = 'claims(first: 100) { nodes { report { claims { nodes { statement } } } } }';
    const pages = [...'abcdefgh'].map((alias) => `${alias}: ${page}`).join(' ');
    const query = `{ ${pages} }`;
    const codes = [];
    for (let i = 0; i < 8; i += 1) codes.push((await post({ query }, { authorization })).code);
    expect(codes).toEqual(Array(8).fill('QUERY_TOO_COMPLEX'));
  });

  test('count all addresses as one unless a proxy is configured', async () => {
    await start({ rates });
    const found = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      found.push((await post({ query: claims }, { 'x-forwarded-for': address })).status);
    expect(found).toEqual([200, 200, 429]);
    expect((await fetch(new URL('/ready', api!.url))).status).toBe(200);
  });
});

test('failed sign-ins are bounded by address, and keys that are known go on', async () => {
  await start({ rates: { viewerPoints: 0, anonymousPoints: 0, failedSignIns: 3 } });
  const secret = await newKey();
  const known = { authorization: `Bearer ${secret}` };
  expect(await statuses(1, { query: claims }, known)).toEqual([200]);
  const guesses = [];
  for (const credential of ['x', newSecret('key'), newSecret('key'), newSecret('key'), 'x'])
    guesses.push((await post({ query: claims }, { authorization: `Bearer ${credential}` })).status);
  expect(guesses).toEqual([401, 401, 401, 429, 429]);
  expect(await statuses(1, { query: claims }, known)).toEqual([200]);
  expect(await statuses(1, { query: claims })).toEqual([200]);
});

describe('the schema', () => {
  const introspect = { query: 'query Q { ...F } fragment F on Query { __schema { description } }' };

  test.each([
    ['ANYONE', 200, 200],
    ['READER', 403, 200],
    ['EDITOR', 403, 403],
    ['NOBODY', 403, 403],
  ] as const)('is shown by the setting %s', async (introspection, anonymous, reader) => {
    await start({ introspection });
    const secret = await newKey();
    const as = { authorization: `Bearer ${secret}` };
    // Twice, so that the fast path decides the second time.
    expect(await statuses(2, introspect)).toEqual([anonymous, anonymous]);
    expect(await statuses(2, introspect, as)).toEqual([reader, reader]);
    expect(await statuses(1, { query: '{ __typename }' })).toEqual([200]);
    const type = { query: '{ a: __type(name: "Claim") { name } claims { totalCount } }' };
    expect(await statuses(1, type)).toEqual([anonymous]);
  });
});

describe('persisted operations', () => {
  const { operations } = JSON.parse(read('packages/sdk/src/generated/manifest.json'));
  const { id, body } =
    operations.find(({ name }: { name: string }) => name === 'ClaimsPage') ??
    operations.find(({ type }: { type: string }) => type === 'query');
  const hash = (sha256Hash: string) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
  const sha256 = createHash('sha256').update(claims).digest('hex');

  test('only: runs those of the SDK, by text and by hash, and nothing else', async () => {
    await start({ persisted: 'only' });
    const variables = {};
    const ran = [];
    for (const request of [
      { query: body, variables },
      { ...hash(id), variables },
    ])
      for (const _again of [1, 2]) ran.push((await post(request)).code);
    // They run: at most a variable is missing.
    expect(ran.every((code) => code === undefined || code === 'BAD_USER_INPUT')).toBe(true);
    for (const request of [{ query: claims }, { query: `${body} ` }])
      for (const _again of [1, 2])
        expect(await post(request)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await post({ query: claims, ...hash(sha256) })).toMatchObject({ status: 403 });
    expect((await post(hash(sha256))).code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('only: runs those of the page, and those of further manifests', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'manifests-'));
    const manifest = join(folder, 'mine.json');
    const mine = {
      id: 'mine',
      name: 'Mine',
      type: 'query',
      body: 'query Mine { viewer { name } }',
    };
    const format = 'apollo-persisted-query-manifest';
    await writeFile(manifest, JSON.stringify({ format, version: 1, operations: [mine] }));
    await start({ persisted: 'only', manifests: [manifest] });
    expect(await post({ query: mine.body })).toMatchObject({ status: 200 });
    expect(await post(hash(mine.id))).toMatchObject({ status: 200 });
    // The build has written it. The page sends its operations as texts.
    const page = JSON.parse(read('packages/explorer/dist/manifest.json')).operations;
    const names = page.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['ClaimMarks', 'CaseClaims', 'MarksByPlace']));
    for (const each of page) expect((await post({ query: each.body })).status).not.toBe(403);
    await rm(folder, { recursive: true });
  });

  test('off: takes texts only', async () => {
    await start({ persisted: 'off' });
    expect((await post({ query: claims })).status).toBe(200);
    expect((await post({ query: claims, ...hash(sha256) })).code).toBe(
      'PERSISTED_QUERY_NOT_SUPPORTED',
    );
  });
});

test('the statement of an interactive read is ended after its time', async () => {
  await start({ readTimeoutMs: 200 });
  const direct = new pg.Client(api!.databaseUrl);
  await direct.connect();
  await direct.query('begin; lock table claim in access exclusive mode');
  for (const query of [claims, `{ a: ${claims.slice(1, -1)} b: ${claims.slice(1, -1)} }`])
    expect((await post({ query })).code).toBe('UNAVAILABLE');
  await direct.end();
  expect((await post({ query: claims })).status).toBe(200);
});
