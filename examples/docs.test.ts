import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../packages/server/src/testing/api.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
const markdown = pages.filter((page) => page.endsWith('.md'));

/** A fenced block: its language, and the file name that may follow it. */
interface Block {
  language: string;
  file: string | undefined;
  text: string;
}

const blocksOf = (page: string): Block[] =>
  [
    ...readFileSync(join(root, page), 'utf8').matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)\n```$/gm),
  ].map(([, language, file, text]) => ({ language: language!, file, text: text! }));

/** What the text may be: `…` stands for any text, a line of its own for any lines. */
const patternOf = (expected: string): RegExp => {
  const escaped = expected
    .trimEnd()
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/^…(\n|$)/gm, '[\\s\\S]*')
    .replaceAll('…', '.*');
  return new RegExp(`^${escaped}\\s*$`);
};

/** Runs a line as a reader's shell would, in a folder and against a server of its own. */
async function run(line: string, folder: string, api: Api): Promise<string> {
  const claimgraph = join(root, 'packages/server/bin/claimgraph.mjs');
  const command = line
    .replaceAll('npx claimgraph', `'${process.execPath}' '${claimgraph}'`)
    .replaceAll('http://localhost:4000', new URL(api.url).origin);
  const { url } = api.database.options as { url: string };
  const { stdout } = await promisify(execFile)('sh', ['-c', `{ ${command}\n} 2>&1`], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: url },
  });
  return stdout.replaceAll('\r\n', '\n');
}

describe.each(markdown)('%s', (page) => {
  const blocks = blocksOf(page);
  let api: Api;
  let folder: string;
  beforeAll(async () => {
    api = await startApi();
    folder = mkdtempSync(join(tmpdir(), 'claimgraph-docs-'));
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const queries = blocks.flatMap(({ language, text }, i) =>
    language === 'graphql' ? [{ query: text, next: blocks[i + 1] }] : [],
  );
  if (queries.length > 0)
    test('shows queries with the answers that the sample gives', async () => {
      for (const { query, next } of queries) {
        const answer = await api.data(query);
        if (next?.language === 'json') expect(answer).toEqual(JSON.parse(next.text));
      }
    });

  const transcripts = blocks.filter(({ language }) => language === 'console');
  if (transcripts.length > 0)
    // Each command is a process that loads the whole program.
    test('shows what its commands print', async () => {
      for (const { file, text } of blocks) if (file) writeFileSync(join(folder, file), `${text}\n`);
      for (const { text } of transcripts)
        for (const step of text.split(/^\$ /m).filter(Boolean)) {
          const [line, ...output] = step.split('\n');
          expect(await run(line!, folder, api)).toMatch(patternOf(output.join('\n')));
        }
    }, 120_000);

  test('links only to files that exist', () => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, to]) => to!);
    const missing = links.filter((to) => {
      try {
        readFileSync(new URL(to, `file://${join(root, page)}`));
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'EISDIR';
      }
    });
    expect(missing).toEqual([]);
  });
});
