import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { newFolder } from '../testing/program.ts';
import { runCommand, startCommand } from './command.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test.each([
  ['head', '--json'],
  ['verify'],
  ['keys', 'list'],
  ['conflicts', 'list'],
  ['export', 'csv'],
  ['backup', 'none/ledger.gz'],
  ['head', '--unknown'],
  ['--version'],
])('a process of its own for `%s %s` ends, and prints the same', async (...args) => {
  const variables = { DATABASE_URL: api.databaseUrl };
  const process = startCommand(newFolder(), args, variables);
  const [out, err, [code]] = await Promise.all([
    text(process.stdout),
    text(process.stderr),
    once(process, 'close'),
  ]);
  expect(await runCommand(newFolder(), args, variables)).toEqual({ code, out, err });
});
