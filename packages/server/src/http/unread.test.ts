import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { percentile, readMetric, reportFigures, timeRequest } from '../testing/load.ts';
import { asAdmin, endPrograms, keyedOnly, launch, newKeyedFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';

const sockets: Socket[] = [];
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await endPrograms();
});

/** Sends a request whose answer is never read. */
function sendUnread(url: string, start: string, body = ''): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined).pause();
  const length = Buffer.byteLength(body);
  socket.write(
    `${start} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
      `authorization: ${asAdmin.authorization}\r\n` +
      `content-length: ${length}\r\n\r\n${body}`,
  );
  return socket;
}

const writeReport = `mutation ($body: String!) {
  createReport(input: {
    kind: ARTICLE, title: "Long", url: "https://a.example", body: $body, bodyKind: VERBATIM
  }) { report { id } }
}`;

/** Selects a body of three megabytes so many times. */
const bodies = (count: number, suffix = '') =>
  `query q${suffix} { reports(filter: { url: "https://a.example" }) { nodes { ` +
  `${Array.from({ length: count }, (_, i) => `a${i}: body`).join(' ')} } } }`;

const page = '{ claims(first: 20) { nodes { statement report { title } } } }';

const megabyte = 1024 ** 2;
const isSoak = process.env.CLAIMGRAPH_UNREAD_SOCKETS !== undefined;
/** `npm run soak -- unread` opens more of them. */
const socketCount = Number(process.env.CLAIMGRAPH_UNREAD_SOCKETS ?? 30);

test('sockets that read nothing take bounded memory, and others are served', async () => {
  const server = launch(newKeyedFolder(), {
    ...keyedOnly,
    DATABASE_URL: await scratchDatabase('sample'),
  });
  const url = await server.ready;
  const body = '漢'.repeat(1_000_000);
  expect(await timeRequest(url, writeReport, { body }, asAdmin)).toMatchObject({
    status: 200,
    codes: [],
  });
  const metric = (name: string) => readMetric(url, name, asAdmin);
  const memory = () => metric('process_resident_memory_bytes');
  const readPages = async (forMs: number) => {
    const times: number[] = [];
    for (const end = Date.now() + forMs; Date.now() < end; await sleep(20)) {
      const { status, ms, message } = await timeRequest(url, page, {}, asAdmin);
      expect([status, message]).toEqual([200, undefined]);
      times.push(ms);
    }
    return times;
  };
  // As much as a single long answer needs is part of the base.
  await timeRequest(url, bodies(5), {}, asAdmin);
  await readPages(300);
  const unloaded = await readPages(isSoak ? 5_000 : 500);
  const base = await memory();
  let peak = base;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await memory().catch(() => 0));
  }, 50);
  // Some take the fast path, some do not.
  const sendQuery = (i: number) => {
    const query = bodies(i % 6 === 5 ? 20 : 5, i % 2 ? String(i) : '');
    sendUnread(url, 'POST /graphql', JSON.stringify({ query }));
  };
  for (let i = 0; i < socketCount; i += 1) sendQuery(i);
  const exports = 4;
  for (let i = 0; i < exports; i += 1) sendUnread(url, 'GET /export/jsonl');
  const burst = performance.now();
  // While the long answers are written, they take all places for reads.
  const isBusy = async () =>
    (await metric('claimgraph_pool_connections_idle')) + exports <
    (await metric('claimgraph_pool_connections'));
  for (let i = 1; (await metric('claimgraph_answers_refused_total')) === 0; i += 1) {
    await sleep(20);
    // On a busy machine some wait for a connection in vain, and leave memory for others.
    if (i % 50 === 0) sendQuery(i);
  }
  // The exports keep a connection each.
  while (await isBusy()) await sleep(20);
  const burstMs = performance.now() - burst;
  const loaded = await readPages(isSoak ? 20_000 : 500);
  clearInterval(watch);
  expect(await metric('claimgraph_answer_bytes')).toBeGreaterThan(50 * megabyte);
  expect(peak - base).toBeLessThan(356 * megabyte);
  expect(await metric('claimgraph_answers_refused_total')).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
  while ((await metric('claimgraph_answer_bytes')) > 0) await sleep(20);
  expect(await timeRequest(url, bodies(5), {}, asAdmin)).toMatchObject({ status: 200, codes: [] });
  if (isSoak) {
    const [before, after] = [percentile(unloaded, 0.99), percentile(loaded, 0.99)];
    reportFigures({
      'base MB': base / megabyte,
      'peak MB': peak / megabyte,
      'unloaded p99 ms': before,
      'loaded p99 ms': after,
      'burst ms': burstMs,
    });
    expect(after).toBeLessThan(Math.max(10 * before, 250));
  }
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
}, 120_000);
