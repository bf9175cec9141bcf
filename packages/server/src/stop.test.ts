import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ucdpFile } from './ingest/ingest.testing.ts';
import {
  asAdmin,
  endPrograms,
  keyedOnly,
  launch,
  newKeyedFolder,
  processesOf,
} from './testing/program.ts';
import { scratchDatabase } from './testing/scratch.ts';

const clients: pg.Client[] = [];
const agent = new Agent({ keepAlive: true });
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
});
afterAll(async () => {
  agent.destroy();
  await endPrograms();
});

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client(url);
  clients.push(client);
  await client.connect();
  return client;
};

/** Makes all writes wait until the returned function is called. */
const holdUpWrites = async (url: string): Promise<() => Promise<unknown>> => {
  const client = await connect(url);
  await client.query('select pg_advisory_lock(4841190)');
  return () => client.query('select pg_advisory_unlock_all()');
};

/** Makes all writes wait, and reads of claims too, until the returned function is called. */
const holdUp = async (url: string): Promise<() => Promise<unknown>> => {
  const client = await connect(url);
  await client.query('begin; lock table claim in access exclusive mode');
  const proceedWithWrites = await holdUpWrites(url);
  return () => Promise.all([client.query('commit'), proceedWithWrites()]);
};

/** Waits until so many statements of a database wait for a lock. */
const waitForLocks = async (url: string, count: number): Promise<void> => {
  const client = await connect(url);
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await client.query(waiting)).rows[0].count < count) await sleep(20);
};

interface Answer {
  status: number | undefined;
  connection: string | undefined;
  data?: any;
  errors?: { extensions: { code: string } }[];
}

const ask = (url: string, query: string, usedAgent = agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...asAdmin };
    const sent = request(url, { method: 'POST', headers, agent: usedAgent }, async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part;
      const { connection } = response.headers;
      resolve({ status: response.statusCode, connection, ...JSON.parse(text) });
    });
    sent.on('error', reject).end(JSON.stringify({ query }));
  });

const write = (title: string) =>
  `mutation { createReport(input: { kind: ARTICLE, title: "${title}" }) { report { title } } }`;

/** `npm run soak -- stop` stops more often, under more clients. */
const rounds = Number(process.env.CLAIMGRAPH_STOP_ROUNDS ?? 1);
const clientCount = Number(process.env.CLAIMGRAPH_STOP_CLIENTS ?? 10);

/** Writes one report after the other, until the server refuses the connection. */
async function writeUntilStopped(address: string, name: string) {
  const ownAgent = new Agent({ keepAlive: true, maxSockets: 1 });
  const written: string[] = [];
  const failures: string[] = [];
  for (let i = 0; ; i += 1) {
    const title = `${name} ${i}`;
    try {
      const { errors } = await ask(address, write(title), ownAgent);
      if (errors) failures.push(JSON.stringify(errors));
      else written.push(title);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ECONNREFUSED') failures.push(message);
      ownAgent.destroy();
      return { written, failures };
    }
  }
}

/** Settings of a server that refuses nobody, even if the machine is so busy that it sheds load. */
const patientQueues = {
  CLAIMGRAPH_WAITING_READS: '10000',
  CLAIMGRAPH_READ_WAIT_MS: '60000',
  CLAIMGRAPH_WAITING_WRITES: '10000',
  CLAIMGRAPH_WRITE_WAIT_MS: '60000',
};

describe('a server that gets a signal to stop', () => {
  test('cuts no request of busy clients off, and has every write that it answered', async () => {
    const url = await scratchDatabase('ledger');
    for (let round = 0; round < rounds; round += 1) {
      const server = launch(newKeyedFolder(), { ...keyedOnly, DATABASE_URL: url });
      const address = await server.ready;
      const clients = Array.from({ length: clientCount }, (_, i) =>
        writeUntilStopped(address, `Round ${round} client ${i}`),
      );
      await sleep(500);
      const start = Date.now();
      expect(await server.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
      expect(Date.now() - start).toBeLessThan(10_500);
      const results = await Promise.all(clients);
      expect(results.flatMap(({ failures }) => failures)).toEqual([]);
      const titles = results.flatMap(({ written }) => written);
      const { rowCount } = await (await connect(url)).query(
        'select from report where title = any($1)',
        [titles],
      );
      expect(rowCount).toBe(titles.length);
    }
  }, 600_000);

  test('answers all that is under way, accepts nothing more, and ends with 0', async () => {
    const url = await scratchDatabase('sample');
    const server = launch(newKeyedFolder(), {
      ...keyedOnly,
      ...patientQueues,
      DATABASE_URL: url,
    });
    const address = await server.ready;
    await ask(address, '{ __typename }');
    const proceed = await holdUp(url);
    const titles = Array.from({ length: 20 }, (_, i) => `Written ${i}`);
    const answers = Promise.all([
      ...titles.map((title) => ask(address, write(title))),
      ...titles.slice(10).map(() => ask(address, '{ claims { totalCount } }')),
    ]);
    await waitForLocks(url, 11);
    const ended = server.end('SIGTERM');
    await sleep(500);
    await expect(fetch(new URL('/ready', address))).rejects.toThrow('fetch failed');
    await proceed();
    for (const { status, connection, errors } of await answers)
      expect({ status, connection, errors }).toEqual({ status: 200, connection: 'close' });
    expect(await ended).toMatchObject({ code: 0, err: '' });
    const { rows } = await (await connect(url)).query(
      `select count(*)::int as count from report where title like 'Written %'`,
    );
    expect(rows).toEqual([{ count: 20 }]);
  });

  test('breaks off what takes too long with a coded refusal, and still ends in time', async () => {
    const url = await scratchDatabase('sample');
    const variables = { PORT: '0', DATABASE_URL: url, CLAIMGRAPH_STOP_SECONDS: '4' };
    const server = launch(newKeyedFolder(), variables);
    const address = await server.ready;
    await holdUp(url);
    const answers = [ask(address, write('Never')), ask(address, '{ claims { totalCount } }')];
    await waitForLocks(url, 2);
    const start = Date.now();
    const ended = server.end('SIGTERM');
    for (const { errors } of await Promise.all(answers))
      expect(errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(Date.now() - start).toBeLessThan(5_500);
  });

  test('stops an import after its batch and says so, and another one continues', async () => {
    const url = await scratchDatabase('sample');
    const server = launch(newKeyedFolder(), { ...keyedOnly, DATABASE_URL: url });
    const file = ucdpFile(...Array.from({ length: 900 }, (_, i) => ({ id: String(i + 1) })));
    const send = async (address: string) => {
      const path = new URL('/import/ucdp?release=19.1', address);
      const response = await fetch(path, { method: 'POST', headers: asAdmin, body: file });
      return { status: response.status, ...((await response.json()) as any) };
    };
    const address = await server.ready;
    const proceed = await holdUpWrites(url);
    const answer = send(address);
    await waitForLocks(url, 1);
    const ended = server.end('SIGTERM');
    await sleep(300);
    await proceed();
    const { status, errors } = await answer;
    const [{ message, extensions }] = errors;
    expect([status, extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(message).toMatch(/interrupted after .* rows, which are imported. Import the same file/);
    expect(extensions.rowsImported).toBeGreaterThan(0);
    expect(extensions.rowsImported).toBeLessThan(900);
    expect(await ended).toMatchObject({ code: 0, err: '' });

    const again = launch(newKeyedFolder(), { ...keyedOnly, DATABASE_URL: url });
    expect(await send(await again.ready)).toMatchObject({ status: 200, rowsImported: 900 });
    expect(await again.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
  }, 60_000);

  test('ends at once on a second signal', async () => {
    const url = await scratchDatabase('sample');
    const server = launch(newKeyedFolder(), { ...keyedOnly, DATABASE_URL: url });
    const address = await server.ready;
    await holdUp(url);
    const answer = expect(ask(address, write('Never'))).rejects.toThrow();
    await waitForLocks(url, 1);
    server.program.kill('SIGTERM');
    await sleep(700);
    expect(server.program.exitCode).toBeNull();
    expect((await server.end('SIGTERM')).code).toBe(143);
    await answer;
  });

  test('ends with its PostgreSQL, even if the folder of that was removed', async () => {
    const folder = newKeyedFolder();
    const server = launch(folder, { PORT: '0' });
    await server.ready;
    rmSync(join(folder, '.claimgraph'), { recursive: true, force: true, maxRetries: 5 });
    const start = Date.now();
    await server.end('SIGTERM');
    expect(processesOf(folder)).toEqual([]);
    expect(Date.now() - start).toBeLessThan(11_000);
  }, 60_000);
});
