import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { fileOf, ucdpFile } from '../ingest/ingest.testing.ts';
import { endPrograms, launchCommand, newFolder, processesOf } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';

let databaseUrl: string;
let direct: pg.Client;
beforeEach(async () => {
  databaseUrl = await scratchDatabase('ledger');
  direct = new pg.Client(databaseUrl);
  direct.on('error', () => undefined);
  await direct.connect();
});
afterEach(() => direct.end());
afterAll(endPrograms);

const rows = 900;
const file = fileOf(ucdpFile(...Array.from({ length: rows }, (_, i) => ({ id: String(i + 1) }))));
const args = ['import', 'ucdp', file, '--release', '19.1'];
const importFile = (more: string[] = []) =>
  launchCommand(newFolder(), [...args, ...more], { DATABASE_URL: databaseUrl });

/** Waits until a first batch has landed. */
const waitForRows = async () => {
  const hasLanded = 'select from import_batch where counts is not null';
  while (!(await direct.query(hasLanded)).rowCount) await sleep(10);
};

const backends = `from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

const endings: [string, (program: ReturnType<typeof importFile>) => unknown, RegExp][] = [
  [
    'Ctrl-C',
    ({ program }) => program.kill('SIGINT'),
    /^The import was interrupted after [\d,]+ rows, which are imported\. Import the same file/,
  ],
  [
    'a terminated connection',
    () => direct.query(`select pg_terminate_backend(pid) ${backends}`),
    /^The connection to the database was lost\. At least [\d,]+ rows are imported\. Import/,
  ],
  [
    'a cancelled statement',
    async ({ program }) => {
      while (program.exitCode === null) {
        await direct.query(`select pg_cancel_backend(pid) ${backends}`);
        await sleep(5);
      }
    },
    /^The import was interrupted after [\d,]+ rows, which are imported: the database ended a state/,
  ],
];

describe('an import on the command line that is ended by', () => {
  test.each(endings)(
    '%s says how far it came, and continues',
    async (_how, end, message) => {
      const first = importFile();
      await waitForRows();
      await end(first);
      const { code, err } = await first.ended;
      const lines = err.trim().split('\n');
      expect([code, lines.at(-1)]).toEqual([1, expect.stringMatching(message)]);
      expect(err).not.toMatch(/^ +at /m);

      expect(await importFile().ended).toMatchObject({ code: 0 });
      expect((await direct.query('select from claim')).rowCount).toBe(rows);
    },
    60_000,
  );
});

test('an import whose embedded PostgreSQL crashes says how far it came', async () => {
  const folder = newFolder();
  const first = launchCommand(folder, args);
  const home = join(folder, '.claimgraph');
  const pidFile = join(home, 'postgres/data/postmaster.pid');
  while (!existsSync(pidFile)) await sleep(20);
  const port = () => Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  const password = readFileSync(join(home, 'postgres/password'), 'utf8').trim();
  const connect = async () => {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: port(),
      user: 'claimgraph',
      password,
      database: 'claimgraph',
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  for (;;) {
    const client = await connect().catch(() => undefined);
    const landed = await client
      ?.query('select from import_batch where counts is not null')
      .catch(() => undefined);
    await client?.end();
    if (landed?.rowCount) break;
    await sleep(50);
  }
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  const { code, err } = await first.ended;
  expect([code, err.trim().split('\n').at(-1)]).toEqual([
    1,
    expect.stringMatching(/^The connection to the database was lost\. At least [\d,]+ rows are/),
  ]);
  expect(processesOf(folder)).toEqual([]);
  expect((await launchCommand(folder, args).ended).code).toBe(0);
}, 60_000);
