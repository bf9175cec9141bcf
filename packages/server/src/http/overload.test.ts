import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { type DatabaseProxy, startProxy } from '../testing/proxy.ts';
import { scratchDatabase } from '../testing/scratch.ts';

let api: Api;
let proxy: DatabaseProxy;
let direct: pg.Client;
const queues = {
  maxWaitingReads: 10,
  maxReadWaitMs: 300,
  maxWaitingWrites: 3,
  maxWriteWaitMs: 600,
};

beforeAll(async () => {
  const databaseUrl = await scratchDatabase('sample');
  proxy = await startProxy(databaseUrl);
  direct = new pg.Client(databaseUrl);
  await direct.connect();
  api = await startApi('sample', { databaseUrl: proxy.url, queues, answerTimeoutMs: 3_000 });
});
afterEach(async () => {
  proxy.thaw();
  await direct.query('rollback; select pg_advisory_unlock_all()');
});
afterAll(async () => {
  await api.stop();
  await direct.end();
  await proxy.stop();
});

/** Sends an operation. @returns status, `Retry-After`, codes, and how long it took. */
async function ask(query: string) {
  const start = Date.now();
  const response = await fetch(api.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as any;
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    codes: errors?.map((error: any) => error.extensions.code) as string[] | undefined,
    message: errors?.[0].message as string | undefined,
    ms: Date.now() - start,
  };
}

const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(new URL('/metrics', api.url))).text();
  return Number(new RegExp(`^claimgraph_${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

const claims = '{ claims { totalCount } }';
const write = (title: string) =>
  `mutation { createReport(input: { kind: ARTICLE, title: "${title}" }) { report { id } } }`;
const refused = { status: 503, retryAfter: '1', codes: ['UNAVAILABLE'] };

describe('a server with more to do than it can', () => {
  test('refuses reads that wait too long, or beyond the line at once, with 503', async () => {
    await ask(claims);
    const before = await metric('reads_refused_total');
    await direct.query('begin; lock table claim in access exclusive mode');
    const answers = Array.from({ length: 40 }, () => ask(claims));
    const first = await Promise.race(answers);
    expect(first).toMatchObject(refused);
    expect(first.message).toMatch(/Nothing was executed/);
    expect(await metric('reads_waiting')).toBeLessThanOrEqual(10);
    while ((await metric('reads_waiting')) > 0) await sleep(10);
    await direct.query('rollback');
    const all = await Promise.all(answers);
    expect(all.filter(({ status }) => status === 200)).toHaveLength(16);
    expect(all.filter(({ status }) => status === 503)).toHaveLength(24);
    expect(await metric('reads_refused_total')).toBe(before + 24);
    expect((await ask(claims)).status).toBe(200);
  });

  test('refuses writes that wait too long, or beyond the line at once, with 503', async () => {
    await direct.query('select pg_advisory_lock(4841190)');
    const titles = Array.from({ length: 8 }, (_, i) => `Too many ${i}`);
    const answers = await Promise.all(titles.map((title) => ask(write(title))));
    for (const answer of answers) expect(answer).toMatchObject(refused);
    await direct.query('select pg_advisory_unlock_all()');
    const { rows } = await direct.query(`select title from report where title like 'Too many %'`);
    expect(rows).toEqual([]);
    expect(await metric('writes_waiting')).toBe(0);
    expect(await metric('writes_refused_total')).toBeGreaterThanOrEqual(7);
    expect((await ask(write('Afterwards'))).status).toBe(200);
  });

  test('words a refusal alike, however the request came and when it was refused', async () => {
    const errorCount = () => metric('errors_total\\{code="UNAVAILABLE"\\}');
    await ask(claims);
    await direct.query('begin; lock table claim in access exclusive mode');
    const send = async (accept: string, query = claims) => {
      const headers = { 'content-type': 'application/json', accept, 'x-request-id': 'same' };
      const response = await fetch(api.url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      const { date: _date, ...others } = Object.fromEntries(response.headers);
      return { status: response.status, headers: others, body: await response.text() };
    };
    const before = await errorCount();
    const running = Array.from({ length: 17 }, () => ask(claims));
    while ((await metric('reads_waiting')) === 0) await sleep(5);
    // Apollo answers what accepts other types, too.
    const [fast, slow] = await Promise.all([send('*/*'), send('text/html, */*;q=0.1')]);
    expect(fast).toEqual(slow);
    expect(fast).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
    const [{ message }] = JSON.parse(fast.body).errors;
    const early = JSON.stringify({ errors: [{ message, extensions: { code: 'UNAVAILABLE' } }] });
    const crowd = await Promise.all(Array.from({ length: 40 }, () => send('*/*')));
    for (const { status, headers } of crowd) {
      expect([status, headers['retry-after']]).toEqual([503, '1']);
      expect(headers['content-type']).toBe(fast.headers['content-type']);
    }
    // Some were refused at once, and some after they had waited.
    expect(new Set(crowd.map(({ body }) => body))).toEqual(new Set([early, fast.body]));
    await direct.query('rollback');
    await Promise.all(running);
    expect(await errorCount()).toBe(before + 43);
  });

  test('does not say 503 of several writes: the first may have been carried out', async () => {
    await direct.query('select pg_advisory_lock(4841190)');
    const field = write('Two').slice('mutation {'.length, -1);
    const answer = await ask(`mutation { a: ${field} b: ${field} }`);
    expect([answer.status, answer.codes]).toEqual([200, ['UNAVAILABLE']]);
  });
});

describe('a PostgreSQL that', () => {
  test('is frozen makes no read wait for longer than the deadline', async () => {
    await ask(claims);
    proxy.freeze();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(claims)));
    for (const { codes } of answers) expect(codes).toEqual(['UNAVAILABLE']);
    proxy.thaw();
    expect((await ask(claims)).codes).toBeUndefined();
    expect(api.faults).toEqual([]);
  });

  test('is frozen makes no write wait for longer than the deadline', async () => {
    await ask(write('Before'));
    proxy.freeze();
    expect((await ask(write('Frozen'))).codes).toEqual(['UNAVAILABLE']);
    proxy.thaw();
    expect((await ask(write('Thawed'))).codes).toBeUndefined();
    const { rows } = await direct.query(`select title from report where title = 'Frozen'`);
    expect(rows).toEqual([]);
  });

  test('cannot be reached refuses requests with 503, and answers once it can', async () => {
    proxy.cutAll();
    while ((await metric('pool_connections')) > 0) await sleep(10);
    for (const query of [claims, write('Unreachable')])
      expect(await ask(query)).toMatchObject({ status: 503, codes: ['UNAVAILABLE'] });
    proxy.thaw();
    expect((await ask(claims)).status).toBe(200);
    expect(api.faults).toEqual([]);
  });

  test('is lost and found leaves one line in the log for each, and counts of errors', async () => {
    const count = async () => {
      const text = await (await fetch(new URL('/metrics', api.url))).text();
      return Number(/^claimgraph_errors_total\{code="UNAVAILABLE"\} (\S+)$/m.exec(text)?.[1] ?? 0);
    };
    const before = await count();
    proxy.cutAll();
    while ((await metric('pool_connections')) > 0) await sleep(10);
    api.warnings.length = 0;
    for (let i = 0; i < 5; i += 1) await ask(claims);
    expect(api.warnings.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'the database cannot be reached' },
    ]);
    expect(api.warnings[0]).not.toContain('postgres://');
    proxy.thaw();
    await ask(claims);
    expect(JSON.parse(api.warnings.at(-1)!)).toMatchObject({
      msg: 'the database can be reached again',
      refusals: 5,
    });
    expect(api.warnings).toHaveLength(2);
    expect(await count()).toBe(before + 5);
  });
});
