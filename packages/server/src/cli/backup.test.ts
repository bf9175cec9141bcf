import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { tourQuestions } from '../explore/tour.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { endPrograms, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { contentsOf } from './backup.testing.ts';
import { runCommand, startCommand } from './command.testing.ts';

// Each command is a process that loads the whole program.
jest.setTimeout(120_000);

let api: Api;
const folder = newFolder();
const file = join(folder, 'ledger.backup.gz');
const urlOf = ({ database }: Api) => (database.options as { url: string }).url;
const run = (args: string[], url = urlOf(api)) =>
  runCommand(folder, args, { DATABASE_URL: url, CLAIMGRAPH_HOME: join(folder, 'home') });

const updateSource = `mutation ($id: ID!, $input: UpdateSourceInput!) {
  updateSource(id: $id, expectedVersion: 1, input: $input) { source { id } } }`;

beforeAll(async () => {
  api = await startApi();
  const make = fixtures(api);
  const id = await make.aSource('Tab\tLine\nEnd\\.', { protection: 'PROTECTED' });
  await api.data(updateSource, { id, input: { role: '\\.' } });
  await make.aReport({ title: 'Three lines', body: '\\.\n\\.\n\\N', bodyKind: 'PARAPHRASE' });
  for (const { query, variables, headers } of tourQuestions())
    await api.data(query, variables, headers);
  expect(await run(['backup', file])).toMatchObject({ code: 0, out: '' });
});
afterAll(async () => {
  await api.stop();
  await endPrograms();
});

describe('a backup', () => {
  test('restores every row of every table, and every sequence', async () => {
    const url = await scratchDatabase();
    const { code, err } = await run(['restore', file], url);
    expect([code, err]).toEqual([0, expect.stringMatching(/ rows of \d+ tables restored and ver/)]);
    expect(await contentsOf(url)).toEqual(await contentsOf(urlOf(api)));
    expect((await run(['verify'], url)).code).toBe(0);
  });

  test('restored into an empty ledger answers the tour identically, and takes writes', async () => {
    const url = await scratchDatabase('ledger');
    expect((await run(['restore', file], url)).code).toBe(0);
    const restored = await startApi('ledger', { databaseUrl: url });
    try {
      for (const { query, variables } of tourQuestions().filter(
        (each) => !/^mutation/m.test(each.query),
      ))
        expect(await restored.ask(query, variables)).toEqual(await api.ask(query, variables));
      await fixtures(restored).aClaim();
      expect((await run(['verify'], url)).code).toBe(0);
    } finally {
      await restored.stop();
    }
  });

  test('can be restored by an ordinary owner of the database', async () => {
    const url = new URL(await scratchDatabase());
    const name = url.pathname.slice(1);
    const client = new pg.Client(url.href);
    await client.connect();
    await client.query(`create role ${name} login password 'x'; alter database ${name} owner to
      ${name}; alter schema public owner to ${name}`);
    await client.end();
    [url.username, url.password] = [name, 'x'];
    expect(await run(['restore', file], url.href)).toMatchObject({ code: 0 });
    expect(await run(['verify'], url.href)).toMatchObject({ code: 0 });
    const again = await run(['backup', '-'], url.href);
    expect(again.code).toBe(0);
    expect(again.err).not.toMatch(/doctor/);
  });

  test('is verified against a head: of any of its writes, or of another ledger', async () => {
    const writes: { hash: string }[] = await api.database.query(
      `select encode(hash, 'hex') as hash from write_log order by seq`,
    );
    const verify = (head: string | undefined) => run(['verify', file, '--head', String(head)]);
    for (const each of [writes[0], writes[1]]) expect((await verify(each?.hash)).code).toBe(0);
    expect(await verify('ab'.repeat(32))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is not sound: its log has no write with the hash abab/),
    });
  });

  test('is readable by its owner alone, and warns of what it has', async () => {
    const { err } = await run(['backup', 'named.gz']);
    expect(statSync(join(folder, 'named.gz')).mode & 0o777).toBe(0o600);
    expect(err).toMatch(/Warning: it contains everything except who the protected sources are/);
  });

  test('is named after the time in a folder, and replaces no file without --force', async () => {
    const { err } = await run(['backup', 'home']);
    expect(err).toMatch(/home\/claimgraph-\d{8}T\d{6}Z\.backup\.gz/);
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const refused = await run(['backup', 'mine.txt']);
    expect([refused.code, refused.err]).toEqual([
      1,
      'There is a file mine.txt already. Add --force to replace it.\n',
    ]);
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
    expect((await run(['backup', 'mine.txt', '--force'])).code).toBe(0);
    expect((await run(['verify', 'mine.txt'])).code).toBe(0);
  });

  test('made while the server writes verifies, and has whole writes', async () => {
    const make = fixtures(api);
    let isDone = false;
    const writing = (async () => {
      let count = 0;
      for (; !isDone; count += 1) await make.aClaim();
      return count;
    })();
    const { code } = await run(['backup', 'busy.gz']);
    isDone = true;
    expect([code, (await writing) > 0]).toEqual([0, true]);
    const url = await scratchDatabase();
    expect(await run(['restore', 'busy.gz'], url)).toMatchObject({ code: 0 });
    expect((await run(['verify'], url)).code).toBe(0);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('interrupted by %s leaves no file', async (signal) => {
    const lock = api.database.createQueryRunner();
    await lock.query('begin; lock table report in access exclusive mode');
    try {
      const child = startCommand(folder, ['backup', 'interrupted.gz'], {
        DATABASE_URL: urlOf(api),
      });
      const parts = () => readdirSync(folder).filter((name) => name.startsWith('interrupted'));
      while (parts().length === 0) await new Promise((settle) => setTimeout(settle, 20));
      child.kill(signal);
      const [code] = await once(child, 'close');
      expect([code, parts()]).toEqual([1, []]);
    } finally {
      await lock.query('rollback');
      await lock.release();
    }
  });

  test('that loses its database leaves no file, and says so in one line', async () => {
    const lock = api.database.createQueryRunner();
    await lock.query('begin; lock table report in access exclusive mode');
    try {
      const child = startCommand(folder, ['backup', 'lost.gz'], { DATABASE_URL: urlOf(api) });
      const waiting = () =>
        api.database.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`);
      while ((await waiting()).length === 0) await new Promise((settle) => setTimeout(settle, 50));
      const [[code], err] = await Promise.all([once(child, 'close'), text(child.stderr)]);
      expect([code, err]).toEqual([
        1,
        'The connection to the database was lost. Nothing was changed.\n',
      ]);
      expect(readdirSync(folder).filter((name) => name.startsWith('lost'))).toEqual([]);
    } finally {
      await lock.query('rollback');
      await lock.release();
    }
  });
});
