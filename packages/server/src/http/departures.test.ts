import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startKeyedApi } from '../access/access.testing.ts';
import { startApi } from '../testing/api.ts';
import { reportFigures } from '../testing/load.ts';
import { scratchDatabase } from '../testing/scratch.ts';

let api: Awaited<ReturnType<typeof startKeyedApi>>;
let direct: pg.Client;
/** Another connection, because a transaction sees the same activity all the time. */
let watcher: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('sample');
  direct = new pg.Client(databaseUrl);
  watcher = new pg.Client(databaseUrl);
  await Promise.all([direct.connect(), watcher.connect()]);
  // Statements that are held up must not be ended by their time.
  api = await startKeyedApi('sample', { databaseUrl, readTimeoutMs: 600_000 });
});
afterEach(() => direct.query('rollback; select pg_advisory_unlock_all()'));
afterAll(async () => {
  await Promise.all([direct.end(), watcher.end()]);
  await api.stop();
});

const isSoak = process.env.CLAIMGRAPH_DEPARTED_CLIENTS !== undefined;
/** `npm run soak -- departures` lets more of them leave. */
const departedClients = Number(process.env.CLAIMGRAPH_DEPARTED_CLIENTS ?? 40);

const agents: Agent[] = [];
afterAll(() => {
  for (const agent of agents) agent.destroy();
});

/** Sends a request on a connection of its own. @returns what closes that connection. */
function send(path: string, body?: object): () => void {
  const agent = new Agent();
  agents.push(agent);
  const headers = { 'content-type': 'application/json', ...api.headers };
  const sent = request(new URL(path, api.url), { agent, headers, method: body ? 'POST' : 'GET' });
  sent.on('error', () => undefined).end(body && JSON.stringify(body));
  return () => sent.destroy();
}

const ask = (query: string) => send('/graphql', { query });

/** The statements of the server that run or wait in PostgreSQL. */
const countStatements = async (): Promise<number> => {
  const { rows } = await watcher.query(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and state = 'active'
       and query not like '%pg_stat_activity%'`,
  );
  return rows[0].count;
};

const waitUntil = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await sleep(20);
};

/**
 * Whether nothing runs or waits any more. The server may not have noticed yet that a client has
 * left, and begin to read for it after all others have ended.
 */
const hasEnded = async () => {
  // Less than a second, unless the machine is busy with other tests.
  const deadline = Date.now() + 8_000;
  let idleLooks = 0;
  while (idleLooks < 5 && Date.now() < deadline) {
    idleLooks = (await countStatements()) === 0 ? idleLooks + 1 : 0;
    await sleep(20);
  }
  return idleLooks === 5;
};

const write = (title: string) =>
  `mutation { createReport(input: { kind: ARTICLE, title: "${title}" }) { report { id } } }`;

const isStored = async (title: string): Promise<boolean> =>
  (await direct.query('select from report where title = $1', [title])).rowCount === 1;

/** Makes reads of claims wait, until the test ends. */
const holdUpReads = () => direct.query('begin; lock table claim in access exclusive mode');
const holdUpWrites = () => direct.query('select pg_advisory_lock(4841190)');

describe('when a client leaves', () => {
  const query = '{ claims { totalCount } }';
  test.each([
    ['a query', () => ask(query)],
    [
      'a query of several fields',
      () => ask('{ a: claims { totalCount } b: claims { totalCount } }'),
    ],
    ['an export', () => send('/export/csv')],
  ])('the statement of %s is cancelled', async (_what, start) => {
    // The second request of the same text takes the fast path.
    await api.data(query);
    await holdUpReads();
    const leave = start();
    await waitUntil(async () => (await countStatements()) === 1);
    leave();
    expect(await hasEnded()).toBe(true);
    await direct.query('rollback');
    expect((await api.data(query)).claims.totalCount).toBe(26);
  });

  test('queries that wait for a connection leave the line, and others are answered', async () => {
    await holdUpReads();
    const departures = Array.from({ length: 60 }, () => ask(query));
    await waitUntil(async () => (await countStatements()) === 16);
    for (const leave of departures) leave();
    expect(await hasEnded()).toBe(true);
    const start = Date.now();
    expect((await api.data('{ reports { totalCount } }')).reports.totalCount).toBe(1);
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  test('its write is undone, or dropped from the line before it begins', async () => {
    await holdUpWrites();
    const departures = Array.from({ length: 10 }, (_, i) => ask(write(`Abandoned ${i}`)));
    await waitUntil(async () => (await countStatements()) > 0);
    await sleep(100);
    const kept = api.data(write('Wanted'));
    await sleep(50);
    for (const leave of departures) leave();
    await sleep(100);
    await direct.query('select pg_advisory_unlock_all()');
    expect((await kept).createReport.report.id).toMatch(/^rpt_/);
    for (let i = 0; i < 10; i += 1) expect(await isStored(`Abandoned ${i}`)).toBe(false);
    expect(await isStored('Wanted')).toBe(true);
  });

  test('many at once leave nothing behind, and others are served at once', async () => {
    const reports = '{ reports { totalCount } }';
    const timeReport = async () => {
      const start = performance.now();
      await api.data(reports);
      return performance.now() - start;
    };
    await timeReport();
    const unloadedMs = await timeReport();
    await holdUpReads();
    await holdUpWrites();
    const departures = Array.from({ length: departedClients }, (_, i) =>
      ask(i % 2 ? query : write(`Departed ${i}`)),
    );
    // As many reads as there are connections for them, and writes as the line lets in.
    await waitUntil(async () => (await countStatements()) === 16 + 3);
    await sleep(300);
    const leftAt = performance.now();
    for (const leave of departures) leave();
    const served = timeReport();
    // The server may not have noticed yet that some have left, and begin to read for them.
    let endedMs = 0;
    for (let idleLooks = 0; idleLooks < 5; idleLooks += 1) {
      if ((await countStatements()) > 0) idleLooks = -1;
      if (idleLooks < 1) endedMs = performance.now() - leftAt;
      await sleep(50);
    }
    const servedMs = await served;
    await direct.query('rollback; select pg_advisory_unlock_all()');
    await api.data(write('Last'));
    const { rows } = await direct.query(`select title from report where title like 'Departed %'`);
    expect(rows).toEqual([]);
    if (!isSoak) return;
    reportFigures({ 'statements ended ms': endedMs, 'honest ms': servedMs, unloadedMs });
    expect(endedMs).toBeLessThan(1_000);
    expect(servedMs).toBeLessThan(Math.max(10 * unloadedMs, 250));
  });

  test('nothing is logged as a fault, and connections are used again', async () => {
    const pids = async () =>
      (
        await watcher.query(
          'select pid from pg_stat_activity where datname = current_database() order by pid',
        )
      ).rows;
    const before = await pids();
    await holdUpReads();
    const leave = ask(query);
    await waitUntil(async () => (await countStatements()) === 1);
    leave();
    expect(await hasEnded()).toBe(true);
    expect(await pids()).toEqual(before);
    expect(api.faults).toEqual([]);
  });
});

describe('a client that does not read its answer', () => {
  test('is given up when nothing of it was read for too long', async () => {
    const stalling = await startApi('sample', {
      stallMs: 300,
      maxima: { fields: 10_000, aliases: 10_000 },
    });
    const { port } = new URL(stalling.url);
    // About 15 MB, which is more than the buffers of the system take.
    const fields = Array.from({ length: 600 }, (_, i) => `a${i}: statement`).join(' ');
    const roots = Array.from({ length: 14 }, (_, i) => `b${i}: claims { nodes { ...Long } }`);
    const query = `{ ${roots.join(' ')} } fragment Long on Claim { ${fields} }`;
    expect(JSON.stringify(await stalling.data(query)).length).toBeGreaterThan(10_000_000);
    const body = JSON.stringify({ query });
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await once(socket, 'readable');
    await sleep(1_500);
    let length = 0;
    socket.on('data', (part) => {
      length += part.length;
    });
    await once(socket, 'close');
    expect(length).toBeLessThan(10_000_000);
    expect((await stalling.data('{ claims { totalCount } }')).claims.totalCount).toBe(26);
    await stalling.stop();
  });
});

test('a connection without a request stays open for longer than proxies use it', async () => {
  const { port } = new URL(api.url);
  const socket = connect(Number(port), '127.0.0.1');
  const request = 'GET /ready HTTP/1.1\r\nhost: localhost\r\n\r\n';
  socket.write(request);
  const [first] = await once(socket.setEncoding('utf8'), 'data');
  expect(first).toMatch(/^HTTP\/1\.1 200 .*\r\nKeep-Alive: timeout=75\r\n/s);
  await sleep(6_500);
  socket.write(request);
  expect((await once(socket, 'data'))[0]).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
});
