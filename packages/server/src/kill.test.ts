import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { clusterPaths, urlOf } from './database/cluster.ts';
import { findPostmaster } from './database/postmaster.ts';
import { reportFigures } from './testing/load.ts';
import { asAdmin, endPrograms, keyedOnly, launch, newKeyedFolder } from './testing/program.ts';

afterAll(endPrograms);

/** `npm run soak -- kill-rounds` does it more often, and writes more between. */
const roundsPerKind = Number(process.env.CLAIMGRAPH_KILL_ROUNDS ?? 1);
const writesPerRound = Number(process.env.CLAIMGRAPH_KILL_WRITES ?? 25);
const writers = 8;
const claimsPerReport = 2;

const recordReport = `mutation ($input: RecordReportInput!) {
  recordReport(input: $input) { report { id } claims { id } }
}`;
const inputOf = (title: string) => ({
  report: { kind: 'ARTICLE', title },
  claims: Array.from({ length: claimsPerReport }, (_, i) => ({
    statement: `${title}, claim ${i}.`,
    kind: 'OTHER',
    attributions: [{ chain: [{ source: { new: witnessOf(title) } }] }],
  })),
});
const witnessOf = (title: string) => ({
  kind: 'PERSON',
  names: [{ text: `A witness of ${title}`, kind: 'PRIMARY' }],
});

/** What clients learnt about the reports that they recorded, by title. */
const outcomes = new Map<string, 'done' | 'refused' | 'unknown'>();

const meanings: Record<string, 'done' | 'unknown'> = { COMMITTED: 'done', UNKNOWN: 'unknown' };

/** Sends a write once or, with an idempotency key, until it is acknowledged. */
async function record(url: () => string, title: string, isRepeated: boolean): Promise<void> {
  outcomes.set(title, 'unknown');
  const body = JSON.stringify({ query: recordReport, variables: { input: inputOf(title) } });
  const headers = {
    'content-type': 'application/json',
    ...asAdmin,
    ...(isRepeated && { 'idempotency-key': title.replaceAll(' ', '-') }),
  };
  for (;;) {
    const answer = await fetch(url(), { method: 'POST', headers, body })
      .then((response) => response.json() as any)
      .catch(() => undefined);
    if (answer && !answer.errors) return void outcomes.set(title, 'done');
    const [error] = answer?.errors ?? [];
    if (error && error.extensions.code !== 'UNAVAILABLE') throw new Error(JSON.stringify(error));
    if (!isRepeated) {
      if (error) outcomes.set(title, meanings[error.extensions.outcome] ?? 'refused');
      return;
    }
    await sleep(50);
  }
}

test('no write is lost, doubled or halved when something is killed', async () => {
  const folder = newKeyedFolder();
  const paths = clusterPaths(join(folder, '.claimgraph'));
  let server = launch(folder, keyedOnly);
  let url = await server.ready;
  const postmaster = () => findPostmaster(paths.data);
  const restart = async (signal: NodeJS.Signals) => {
    await server.end(signal);
    server = launch(folder, keyedOnly);
    url = await server.ready;
  };
  const ends: Record<string, () => Promise<unknown>> = {
    server: () => restart('SIGKILL'),
    restart: () => restart('SIGTERM'),
    PostgreSQL: async () => {
      process.kill(postmaster()!.pid, 'SIGKILL');
      const isReady = () => fetch(new URL('/ready', url)).then(({ ok }) => ok);
      // A server that has started it again several times in a row gives up.
      for (;;) {
        await sleep(100);
        if (server.program.exitCode !== null) return restart('SIGKILL');
        if (await isReady().catch(() => false)) return undefined;
      }
    },
    backends: async () => {
      const client = new pg.Client(urlOf(paths, postmaster()!.port));
      await client.connect();
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'claimgraph' and pid <> pg_backend_pid()`,
      );
      await client.end();
    },
  };
  let count = 0;
  let isOver = false;
  const write = async () => {
    while (!isOver) {
      count += 1;
      await record(() => url, `Report ${count}`, count % 3 > 0);
    }
  };
  let fault: unknown;
  const writing = Array.from({ length: writers }, () =>
    write().catch((error) => {
      fault = error;
    }),
  );
  for (let round = 0; round < roundsPerKind; round += 1) {
    for (const [name, end] of Object.entries(ends)) {
      const before = count;
      while (count < before + writesPerRound && !fault) await sleep(20);
      if (fault) throw fault;
      await end();
      if (roundsPerKind > 1) reportFigures({ round: round + 1, killed: name, writes: count });
    }
  }
  isOver = true;
  await Promise.all(writing);

  const client = new pg.Client(urlOf(paths, postmaster()!.port));
  await client.connect();
  const { rows } = await client.query(`
    select r.title, count(*)::int as reports,
      (select count(*)::int from claim c where c.report_id = any (array_agg(r.id))) as claims
    from report r where r.title like 'Report %' group by r.title`);
  const stored = new Map(rows.map(({ title, reports, claims }) => [title, { reports, claims }]));
  const complete = { reports: 1, claims: claimsPerReport };
  for (const [title, outcome] of outcomes) {
    const found = stored.get(title);
    if (outcome === 'done') expect([title, found]).toEqual([title, complete]);
    if (outcome === 'refused') expect([title, found]).toEqual([title, undefined]);
    if (found) expect([title, found]).toEqual([title, complete]);
  }
  const broken = await client.query('select count(*)::int as count from broken_writes()');
  expect(broken.rows).toEqual([{ count: 0 }]);
  await client.end();
  const of = (kind: string) => [...outcomes.values()].filter((each) => each === kind).length;
  if (roundsPerKind > 1)
    reportFigures({ done: of('done'), refused: of('refused'), unknown: of('unknown') });
  expect(of('done')).toBeGreaterThan(writesPerRound);
  expect((await server.end('SIGTERM')).code).toBe(0);
  expect(readFileSync(paths.log, 'utf8')).toContain('ready to accept connections');
}, 7_200_000);
