import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  asAdmin,
  endPrograms,
  keyedOnly,
  launch,
  newFolder,
  newKeyedFolder,
  processesOf,
} from './testing/program.ts';
import { scratchDatabase } from './testing/scratch.ts';

afterAll(endPrograms);

const ask = async (url: string, query: string, key?: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: any; errors?: unknown };
};

const adminKeyIn = (folder: string) =>
  readFileSync(join(folder, '.claimgraph/admin-key'), 'utf8').trim();

const listening = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: String((server.address() as AddressInfo).port) };
};

const freePort = async () => {
  const { server, port } = await listening();
  server.close();
  await once(server, 'close');
  return port;
};

describe('the program in its own folder', () => {
  const folder = newFolder();

  test('prints its URL, refuses to run twice, and leaves no process on Ctrl-C', async () => {
    const port = await freePort();
    const first = launch(folder, { PORT: port });
    const url = await first.ready;
    expect(url).toBe(`http://localhost:${port}/graphql`);
    expect(first.output.out).toMatch(/1 reports?, 26 claims, \d+ places/);
    expect((await fetch(new URL('/ready', url))).status).toBe(200);
    expect((await ask(url, '{ claims { totalCount } }')).data.claims.totalCount).toBe(26);

    const second = await launch(folder).ended;
    expect(second.code).toBe(1);
    expect(second.err).toMatch(
      new RegExp(
        `^Claimgraph already runs in .*\\.claimgraph \\(process ${first.program.pid}, .*\\n$`,
      ),
    );
    expect((await fetch(new URL('/ready', url))).status).toBe(200);

    const made = await ask(
      url,
      'mutation { createReport(input: { kind: ARTICLE, title: "Kept" }) { report { id } } }',
      adminKeyIn(folder),
    );
    expect(made.errors).toBeUndefined();
    expect(processesOf(folder)).not.toEqual([]);
    const { code, err } = await first.end('SIGINT');
    expect([code, err]).toEqual([0, '']);
    expect(processesOf(folder)).toEqual([]);
  });

  test('has the written data after a restart, and stops properly on SIGTERM', async () => {
    const again = launch(folder, { PORT: '0' });
    const { data } = await ask(
      await again.ready,
      '{ reports(filter: { text: "Kept" }) { nodes { title } } claims { totalCount } }',
    );
    expect(data).toEqual({ reports: { nodes: [{ title: 'Kept' }] }, claims: { totalCount: 26 } });
    const { code, err } = await again.end('SIGTERM');
    expect([code, err]).toEqual([0, '']);
    expect(processesOf(folder)).toEqual([]);
  });

  test('names the configured port when it is taken, and leaves nothing running', async () => {
    const { server, port } = await listening();
    const { code, err } = await launch(folder, { PORT: port }).ended;
    server.close();
    expect(code).toBe(1);
    expect(err).toBe(
      `Port ${port} is taken by another program. ` +
        'Stop it, set PORT to another one, or leave PORT out.\n',
    );
    expect(processesOf(folder)).toEqual([]);
  });
});

describe('with DATABASE_URL', () => {
  test('uses that database and starts no PostgreSQL', async () => {
    const folder = newFolder();
    const program = launch(folder, { PORT: '0', DATABASE_URL: await scratchDatabase() });
    const url = await program.ready;
    expect((await ask(url, '{ claims { totalCount } }')).data.claims.totalCount).toBe(26);
    expect(program.output.out).toContain('DATABASE_URL');
    expect(processesOf(folder)).toEqual([]);
    expect((await program.end('SIGTERM')).code).toBe(0);
  });

  test.each([
    [
      'does not exist',
      (url: URL) => {
        url.pathname = '/nobody_made_this';
      },
      /^The database at .*\/nobody_made_this cannot be used: .*does not exist\n$/,
    ],
    [
      'has no such user',
      (url: URL) => {
        Object.assign(url, { username: 'nobody_here', password: 'hunter2hunter2' });
      },
      /^The database at .* cannot be used: .*"nobody_here".*\n$/,
    ],
    [
      'cannot be reached',
      (url: URL) => {
        url.port = '1';
      },
      /^The database at [^:]+:1\/.* cannot be used: .*\n$/,
    ],
  ])(
    'reports a database that %s in one clear line, without the password',
    async (_what, change, line) => {
      const url = new URL(await scratchDatabase());
      const { password } = url;
      change(url);
      const { code, err, out } = await launch(newFolder(), { PORT: '0', DATABASE_URL: url.href })
        .ended;
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(line);
      for (const secret of [password, url.password].filter(Boolean))
        expect(err).not.toContain(secret);
    },
  );
});

test('loads no sample if it is not wanted', async () => {
  const databaseUrl = await scratchDatabase('ledger');
  const server = launch(newFolder(), {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    CLAIMGRAPH_SAMPLE: '0',
  });
  const answer = await fetch(await server.ready, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ claims { totalCount } reports { totalCount } }' }),
  });
  expect(await answer.json()).toEqual({
    data: { claims: { totalCount: 0 }, reports: { totalCount: 0 } },
  });
});

/** Requests between two measurements of the heap; `npm run soak -- heap` sends many more. */
const batch = Number(process.env.CLAIMGRAPH_HEAP_BATCH ?? 600);

test('the objects of a request are collected young, not only by a major collection', async () => {
  const server = launch(newKeyedFolder(), {
    ...keyedOnly,
    DATABASE_URL: await scratchDatabase('sample'),
  });
  const url = await server.ready;
  const headers = { 'content-type': 'application/json', ...asAdmin };
  const kinds = ['CASUALTIES', 'CLASH', 'SHELLING'];
  const questions = [
    `query page($filter: ClaimFilter) { claims(first: 5, filter: $filter) {
      edges { cursor node { id report { title } places { location { name } } } }
    } }`,
    `query stats($filter: ClaimFilter) { claimStats(filter: $filter, by: [MONTH, KIND]) {
      total buckets { month kind count }
    } }`,
  ];
  const bodies = questions.flatMap((query) =>
    kinds.map((kind) =>
      JSON.stringify({
        query,
        operationName: query.match(/\w+(?=\()/)![0],
        variables: { filter: { kind: [kind] } },
      }),
    ),
  );
  const ask = async (times: number) => {
    for (let asked = 0; asked < times; asked += bodies.length) {
      const all = bodies.map((body) => fetch(url, { method: 'POST', headers, body }));
      for (const answer of all) expect(await (await answer).json()).not.toHaveProperty('errors');
    }
  };
  const old = async () => {
    const metrics = await (await fetch(new URL('/metrics', url), { headers: asAdmin })).text();
    return Number(/^nodejs_heap_space_size_used_bytes\{space="old"\} (\S+)$/m.exec(metrics)![1]);
  };
  // Until all code is compiled, batches add to old space: the first one several hundred bytes.
  await ask(10 * batch);
  // Growing collections add to single batches, and a major collection shrinks one. The median batch
  // shows what each request leaves in old space, in bytes.
  const batches: number[] = [];
  for (let before = await old(); batches.length < 9; ) {
    await ask(batch);
    const now = await old();
    batches.push((now - before) / batch);
    before = now;
  }
  expect(batches.sort((a, b) => a - b)[4]).toBeLessThan(50);
  await server.end('SIGTERM');
}, 600_000);
