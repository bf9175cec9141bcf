import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../packages/server/src/testing/api.ts';

let api: Api;
let readme: string;
beforeAll(async () => {
  api = await startApi();
  readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
});
afterAll(() => api.stop());

const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(readme)![1]!;

describe('the README', () => {
  test('shows a first query with the answer that the sample gives', async () => {
    expect(await api.data(block('graphql'))).toEqual(JSON.parse(block('json')));
  });

  test('shows SDK code that runs as it stands', async () => {
    const body = block('ts')
      .replaceAll(/^import (.*) from '(.*)';$/gm, "const $1 = await import('$2');")
      .replaceAll(/(?<=[\w\])])!(?=[.[])/g, '')
      .replace('http://localhost:4000/graphql', api.url);
    const lines: string[] = [];
    const run = new Function('console', 'load', `return (async () => { ${body.replaceAll('import(', 'load(')} })()`);
    await run({ log: (...words: string[]) => lines.push(words.join(' ')) }, (name: string) => import(name));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines).toContain('Yasser al-Turkmani → Diyaruna | Jaish Khalid ibn al-Walid controls the Yarmouk basin.');
  });
});
