import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { openChromium, testInChromium } from '../../server/src/testing/chromium.ts';
import { emptyProject, type Project } from './consumer.testing.ts';
import { startSite } from './static-site.testing.ts';

/** Installs the package, as npm would publish it, in an empty project outside this repository. */
let project: Project;
let api: Api;
let tarball: string;

const sdk = fileURLToPath(new URL('..', import.meta.url));
const subpaths = Object.keys(JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8')).exports);
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const node = (...args: string[]) => project.run(process.execPath, ...args);
const npm = (...args: string[]) =>
  project.run('npm', ...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error');

/** A program that uses every entry point except that for React. */
const programFor = (url: string) => `
  const onEvent = async () => { throw new Error('of the listener'); };
  const client = createClient({ url: ${url}, onEvent });
  const { claims } = await client.execute(CountClaims);
  const custom = await client.execute(graphql('{ claims(first: 1) { totalCount } }'));
  const answer = { claims: { totalCount: 0 } };
  const mock = await mockClient().on(CountClaims).answer(answer).execute(CountClaims);
  const id = 'clm_01900000-0000-7000-8000-000000000000';
  const error = await client.execute(ClaimById, { id }).catch((reason) => reason);
  const kind = error instanceof SdkError && error.kind;
  const counts = [claims, custom.claims, mock.claims].map(({ totalCount }) => totalCount);
  const date = formatFuzzyDate({ edtf: '2018-07-10~' });
  const output = [...counts, kind, date, typeof exportClaims].join(' ');`;
const names = {
  '@claimgraph/sdk': 'createClient, SdkError',
  '@claimgraph/sdk/operations': 'CountClaims, ClaimById',
  '@claimgraph/sdk/graphql': 'graphql',
  '@claimgraph/sdk/files': 'exportClaims',
  '@claimgraph/sdk/format': 'formatFuzzyDate',
  '@claimgraph/sdk/testing': 'mockClient',
};
const imports = Object.entries(names)
  .map(([from, what]) => `import { ${what} } from '${from}';`)
  .join('\n');
const requires = Object.entries(names)
  .map(([from, what]) => `const { ${what} } = require('${from}');`)
  .join('\n');
const expected = '26 26 0 notFound about 10 July 2018 function';

beforeAll(async () => {
  api = await startApi('sample');
  project = emptyProject('package');
  const packed = await npm('pack', sdk, '--ignore-scripts', '--json');
  tarball = JSON.parse(packed.out)[0].filename;
  const installed = await npm('install', `./${tarball}`);
  expect(installed).toMatchObject({ code: 0 });
  project.write({
    'esm.mjs': `${imports}\n${programFor('process.argv[2]')}\nconsole.log(output);`,
    'cjs.cjs': `${requires}\n(async () => {${programFor('process.argv[2]')}
      console.log(output);})();`,
    'both.cjs': `${requires}\nconst { SdkError: FromCommonJs } = require('@claimgraph/sdk');
      (async () => {
        const { createClient, SdkError } = await import('@claimgraph/sdk');
        const esm = createClient({ url: '/graphql' }).execute(CountClaims);
        const error = await esm.catch((reason) => reason);
        console.log(SdkError === FromCommonJs, error instanceof SdkError,
          error instanceof FromCommonJs);
      })();`,
    // What React Native, Safari 15.3, or a page without https lacks.
    'old-platform.mjs': `
      import { request } from 'node:http';
      // Node's own fetch uses newer methods itself.
      globalThis.fetch = (url, { method, headers, body }) => new Promise((resolve, reject) =>
        request(url, { method, headers }, (answer) => resolve({
          status: answer.statusCode,
          headers: { get: (name) => answer.headers[name] ?? null },
          text: async () => (await answer.toArray()).join(''),
        })).on('error', reject).end(body));
      for (const [owner, ...names] of [
        [AbortSignal.prototype, 'throwIfAborted', 'reason'],
        [AbortSignal, 'any', 'timeout'],
        [globalThis, 'structuredClone', 'TextEncoder', 'Request', 'Response', 'Headers'],
        [Crypto.prototype, 'randomUUID', 'subtle'],
        [Object, 'hasOwn', 'groupBy'],
        [Array.prototype, 'at', 'findLast', 'toSorted'],
        [String.prototype, 'at', 'replaceAll'],
        [URL, 'canParse', 'parse'],
      ])
        for (const name of names) delete owner[name];`,
    'page.js': `${imports}\n${programFor("'/graphql'")}\ndocument.title = output;`,
    'index.html':
      '<!doctype html><title>waits</title><link rel="icon" href="data:,"><script type="module" ' +
      'src="/page.js"></script>',
  });
}, 120_000);
afterAll(async () => {
  await api.stop();
  project.remove();
});

describe('the installed package', () => {
  test('installs no other package, and uses nothing of Node', () => {
    expect(
      readdirSync(join(project.folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['@claimgraph']);
    const dist = join(project.folder, 'node_modules/@claimgraph/sdk/dist');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files)
      expect(readFileSync(join(dist, file), 'utf8')).not.toMatch(
        /['"]node:|\bprocess\.|\bBuffer\b|__dirname/,
      );
  });

  test('contains code, types, sources and manifest, but no tests', () => {
    const files = readdirSync(join(project.folder, 'node_modules/@claimgraph/sdk'), {
      recursive: true,
      encoding: 'utf8',
    });
    for (const file of [
      'README.md',
      'LICENSE',
      'dist/cjs/package.json',
      'dist/esm/index.d.ts',
      'src/client.ts',
      'src/generated/manifest.json',
      'src/generated/schema.graphql',
    ])
      expect(files).toContain(file);
    expect(files.filter((file) => /\.test(ing)?\.|tsbuildinfo/.test(file))).toEqual([]);
  });

  test('runs as ESM', async () => {
    expect(await node('esm.mjs', api.url)).toEqual({ code: 0, out: `${expected}\n` });
  });

  test('runs as CommonJS', async () => {
    expect(await node('cjs.cjs', api.url)).toEqual({ code: 0, out: `${expected}\n` });
  });

  test('knows an SdkError of its other build', async () => {
    expect(await node('both.cjs')).toEqual({ code: 0, out: 'false true true\n' });
  });

  test('runs on a platform that lacks newer methods', async () => {
    expect(await node('--import', './old-platform.mjs', 'esm.mjs', api.url)).toEqual({
      code: 0,
      out: `${expected}\n`,
    });
  });

  test('runs bundled by esbuild', async () => {
    const bundle =
      "import { build } from '" +
      `${modules}esbuild/lib/main.js` +
      "'; await build({ entryPoints: ['esm.mjs'], bundle: true, format: 'esm', outfile: " +
      "'bundled.mjs' });";
    expect((await node('--input-type=module', '-e', bundle)).code).toBe(0);
    expect(await node('bundled.mjs', api.url)).toEqual({ code: 0, out: `${expected}\n` });
  });

  test('passes publint', async () => {
    const { code, out } = await node(join(modules, 'publint/src/cli.js'), tarball, '--strict');
    expect([code, out]).toEqual([0, expect.stringContaining('All good!')]);
  });

  test('passes attw for node16 and later and for bundlers', async () => {
    const { code, out } = await node(
      join(modules, '@arethetypeswrong/cli/dist/index.js'),
      tarball,
      '--profile',
      'node16',
      '--format',
      'ascii',
      '--exclude-entrypoints',
      'schema.graphql',
    );
    const verdicts = out.split('\n').filter((line) => /^(node16|bundler)/.test(line));
    // Three verdicts for each: node16 as CommonJS and as ESM, and bundlers.
    expect([code, verdicts.length]).toEqual([0, 3 * (subpaths.length - 1)]);
    expect(verdicts.filter((line) => !line.includes('🟢'))).toEqual([]);
  }, 60_000);
});

describe('a page', () => {
  test('is built by Vite', async () => {
    const { code, out } = await node(
      join(modules, 'vite/bin/vite.js'),
      'build',
      '--target',
      'es2022',
      '--logLevel',
      'warn',
    );
    expect([code, out]).toEqual([0, '']);
  }, 60_000);

  testInChromium(
    'runs in Chromium',
    async () => {
      const { url, close } = await startSite(join(project.folder, 'dist'), api.url);
      const page = await openChromium();
      try {
        await page.open(url);
        await page.until("document.title !== 'waits'");
        expect(await page.value('document.title')).toBe(expected);
        expect(page.errors).toEqual([]);
      } finally {
        await page.close();
        close();
      }
    },
    60_000,
  );
});
