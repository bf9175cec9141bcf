import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { migrateFor } from '../database/server-role.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { endPrograms, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { runCommand } from './command.testing.ts';
import type { Finding } from './doctor/finding.ts';

// Each command is a process that loads the whole program.
jest.setTimeout(120_000);

let api: Api;
const folder = newFolder();
const urlOf = () => (api.database.options as { url: string }).url;
const run = (args: string[], url = urlOf()) =>
  runCommand(folder, args, { DATABASE_URL: url, CLAIMGRAPH_HOME: join(folder, 'home') });
const findings = async (url?: string): Promise<Finding[]> =>
  JSON.parse((await run(['doctor', '--json'], url)).out);
const findingOf = async (subject: string) =>
  (await findings()).find((each) => each.subject === subject);

beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.stop();
  await endPrograms();
});

test('the doctor prints a line for each subject, with advice, and never the password', async () => {
  const { out } = await run(['doctor']);
  expect(out).toMatch(/^ok {4}ledger: it is at this version$/m);
  expect(out).toMatch(/^ok {4}size: [\d.]+ MB, 26 claims\. Largest tables: \w+ [\d.]+ [kM]B/m);
  expect(out).not.toContain(new URL(urlOf()).password);
});

test('the doctor exits with 1 where data is at risk: the tests run without fsync', async () => {
  const { code, out } = await run(['doctor']);
  const { fsync } = (await api.database.query('show fsync'))[0];
  expect(code).toBe(fsync === 'off' ? 1 : 0);
  expect(out).toMatch(fsync === 'off' ? /^fail {2}durability: fsync is off/m : /^ok/);
});

test('the doctor knows the last backup, and what was written since', async () => {
  const expectBackup = async (status: string, message: RegExp) =>
    expect(await findingOf('backup')).toMatchObject({
      status,
      message: expect.stringMatching(message),
    });
  await expectBackup('warn', /^none is noted/);
  expect((await run(['backup', 'a.gz'])).code).toBe(0);
  await expectBackup('ok', /a\.gz, .*, 0 writes since$/);
  await fixtures(api).aSource();
  await expectBackup('ok', /, 1 writes since$/);
  appendFileSync(join(folder, 'a.gz'), 'x');
  await expectBackup('fail', /a\.gz/);
});

test('the doctor knows a user who runs a server without owning the database', async () => {
  const role = `doctor_${process.pid}`;
  const url = new URL(urlOf());
  Object.assign(url, { username: role, password: 'only-a-test' });
  const rights = async () => (await findings(url.href)).find(({ subject }) => subject === 'rights');
  await api.database.query(`create role ${role} login password 'only-a-test'`);
  try {
    await api.database.query(`grant pg_read_all_data to ${role}`);
    expect(await rights()).toMatchObject({
      status: 'warn',
      advice: expect.stringContaining('claimgraph migrate'),
    });
    await migrateFor(urlOf(), role);
    expect(await rights()).toMatchObject({ status: 'ok' });
    const { code, err } = await run(['verify'], url.href);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^A verification needs the owner of the database, .* URL of the owner/),
    ]);
  } finally {
    await api.database.query(`drop owned by ${role}; drop role ${role}`);
  }
});

test('the doctor says what is wrong with a database that is not a ledger, or away', async () => {
  const empty = await findings(await scratchDatabase());
  expect(empty.filter(({ status }) => status === 'fail').map(({ subject }) => subject)).toContain(
    'ledger',
  );
  const away = new URL(urlOf());
  away.port = '1';
  expect((await findings(away.href)).at(-1)).toMatchObject({ status: 'fail', subject: 'database' });
});
