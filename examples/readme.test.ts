import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../packages/server/src/testing/api.ts';

let api: Api;
let readme: string;
beforeAll(async () => {
  api = await startApi();
  readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
});
afterAll(() => api.stop());

const block = (language: string) =>
  new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(readme)![1]!;

describe('the README', () => {
  test('shows a first query with the answer that the sample gives', async () => {
    expect(await api.data(block('graphql'))).toEqual(JSON.parse(block('json')));
  });

  test('shows the statement that explain prints, a plan left to the database that has it', async () => {
    const [line, ...shown] = block('console').split('\n');
    const command = fileURLToPath(
      new URL('../packages/server/bin/claimgraph.mjs', import.meta.url),
    );
    const env = { ...process.env, DATABASE_URL: (api.database.options as { url: string }).url };
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-c', line!.replace('$ ', '').replace('npx claimgraph', `node '${command}'`)],
      {
        env,
      },
    );
    const upToPlan = shown.slice(
      0,
      shown.findIndex((each) => each.includes('(cost=')),
    );
    const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    const pattern = upToPlan.map((each) => each.split('…').map(literal).join('.*')).join('\n');
    expect(upToPlan.length).toBeGreaterThan(5);
    expect(stdout).toMatch(new RegExp(`^${pattern}\n.*\\(cost=`));
  });
});
