import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSite } from '../packages/sdk/src/static-site.testing.ts';
import { ucdpFile } from '../packages/server/src/ingest/ingest.testing.ts';
import { type Api, startApi } from '../packages/server/src/testing/api.ts';
import { openChromium, testInChromium } from '../packages/server/src/testing/chromium.ts';
import { fixtures } from '../packages/server/src/testing/fixtures.ts';

/** Runs each example and compares its output with the recorded one. */
let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = join(here, '../node_modules');
/** Compares an output with the recorded one. `CLAIMGRAPH_RECORD=1` records it instead. */
const expectRecorded = (name: string, out: string) => {
  const file = join(here, 'recorded', `${name}.txt`);
  if (process.env.CLAIMGRAPH_RECORD) writeFileSync(file, out);
  expect(out).toBe(readFileSync(file, 'utf8'));
};

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string }>((done) => {
    // Without the key of a server that was started here.
    const env = { ...process.env, CLAIMGRAPH_KEY: '' };
    const child = execFile(process.execPath, args, { cwd: here, env }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out: out + err }),
    );
  });

test.each(['02-every-page', '03-custom-query', '04-chart', '07-csv', '08-errors'])(
  '%s',
  async (name) => {
    const { code, out } = await run(`${name}.mjs`, api.url);
    expect([code, code && out]).toEqual([0, 0]);
    expectRecorded(name, out);
  },
);

/** The examples that write. Each has a ledger of its own, and can be run again. */
const writeExamples = ['09-record-report', '10-correct', '11-assess', '12-link', '13-import'];

test.each(writeExamples)('%s writes in at most 25 lines, and can be run again', async (name) => {
  expect(readFileSync(join(here, `${name}.mjs`), 'utf8').split('\n').length - 1).toBeLessThan(26);
  const own = await startApi('sample');
  try {
    const { code, out } = await run(`${name}.mjs`, own.url);
    expect([code, code && out]).toEqual([0, 0]);
    expectRecorded(name, out);
    const writes = 'select count(*)::int as writes from write_log';
    const [{ writes: first }] = await own.database.query(writes);
    expect(first).toBeGreaterThan(1);
    expect((await run(`${name}.mjs`, own.url)).code).toBe(0);
    // An assessment is always a new one, and a correction is a write although it changes nothing.
    if (name === '09-record-report' || name === '12-link')
      expect(await own.database.query(writes)).toEqual([{ writes: first }]);
  } finally {
    await own.stop();
  }
});

test('05-watch prints each new claim, imported ones too', async () => {
  const own = await startApi('ledger');
  let child: ChildProcess | undefined;
  try {
    const { aSource, aReport, aClaim } = fixtures(own);
    child = spawn(process.execPath, ['05-watch.mjs', own.url, '--every', '0.1'], {
      cwd: here,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    const ended = new Promise<void>((done) => child!.once('close', () => done()));
    let check = () => {};
    child.stdout!.on('data', (text) => {
      out += text;
      check();
    });
    const printed = (words: string) =>
      new Promise<void>((done) => {
        check = () => void (out.includes(words) && done());
        check();
      });
    await printed('Watching');
    const [sourceId, reportId] = [await aSource('Somebody'), await aReport()];
    const attributions = [{ chain: [{ sourceId }] }];
    await aClaim({ reportId, attributions, statement: 'Something is said.' });
    await aClaim({ reportId, attributions, statement: 'Something else is said.' });
    await printed('Something else');
    // The id of an imported claim sorts before those of the claims above.
    await fetch(new URL('/import/ucdp?release=19.1', own.url), {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: ucdpFile({ id: '1' }),
    });
    await printed('Ruritania');
    await aClaim({ reportId, attributions, statement: 'One more thing is said.' });
    await printed('One more');
    child.kill('SIGINT');
    await ended;
    expectRecorded('05-watch', out);
  } finally {
    child?.kill('SIGKILL');
    await own.stop();
  }
});

describe('06-react-page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-page-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has no type errors', async () => {
    expect(await run(join(modules, 'typescript/bin/tsc'), '-p', '06-react-page')).toEqual({
      code: 0,
      out: '',
    });
  });

  test('is built by Vite', async () => {
    const built = await run(
      join(modules, 'vite/bin/vite.js'),
      'build',
      '06-react-page',
      '--outDir',
      folder,
      '--emptyOutDir',
      '--logLevel',
      'error',
    );
    expect(built).toEqual({ code: 0, out: '' });
  });

  testInChromium('shows the latest claims, and those about a place page by page', async () => {
    const { url, close } = await startSite(folder, api.url);
    const page = await openChromium();
    try {
      await page.open(url);
      await page.until("document.querySelectorAll('li').length === 20");
      await page.value("document.querySelector('button').click()");
      await page.until("!document.querySelector('button')");
      expectRecorded('06-react-page', `${await page.value('document.body.innerText')}\n`);
      expect(page.errors).toEqual([]);
    } finally {
      await page.close();
      close();
    }
  });
});

test('the scripts have no type errors', async () => {
  const names = [
    '02-every-page',
    '03-custom-query',
    '04-chart',
    '05-watch',
    '07-csv',
    '08-errors',
    ...writeExamples,
  ].map((name) => `${name}.mjs`);
  const options = [
    '--allowJs',
    '--checkJs',
    '--noEmit',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
    '--skipLibCheck',
    '--noImplicitAny',
    'false',
    '--ignoreConfig',
  ];
  expect(await run(join(modules, 'typescript/bin/tsc'), ...options, ...names)).toEqual({
    code: 0,
    out: '',
  });
});
