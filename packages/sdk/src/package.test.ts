import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import { findChromium, openChromium } from '../../server/src/testing/chromium.ts';
import { emptyProject, type Project } from './consumer.testing.ts';
import { site } from './site.testing.ts';

/** The package as npm would publish it, installed in an empty project outside this repository. */
let project: Project;
let api: Api;
let tarball: string;

const sdk = fileURLToPath(new URL('..', import.meta.url));
const house = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const node = (...args: string[]) => project.run(process.execPath, ...args);
const npm = (...args: string[]) =>
  project.run('npm', ...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error');

/** Asks how many claims there are, with every entry point that a program without React has. */
const uses = (url: string) => `
  const client = createClient({ url: ${url} });
  const { claims } = await client.execute(CountClaims);
  const custom = await client.execute(graphql('{ claims(first: 1) { totalCount } }'));
  const mock = await mockClient().on(CountClaims).answer({ claims: { totalCount: 0 } }).execute(CountClaims);
  const error = await client.execute(ClaimById, { id: 'clm_01900000-0000-7000-8000-000000000000' }).catch((reason) => reason);
  const said = [claims.totalCount, custom.claims.totalCount, mock.claims.totalCount, error instanceof SdkError && error.kind].join(' ');`;
const names = {
  '@claimgraph/sdk': 'createClient, SdkError',
  '@claimgraph/sdk/operations': 'CountClaims, ClaimById',
  '@claimgraph/sdk/graphql': 'graphql',
  '@claimgraph/sdk/testing': 'mockClient',
};
const imports = Object.entries(names)
  .map(([from, what]) => `import { ${what} } from '${from}';`)
  .join('\n');
const requires = Object.entries(names)
  .map(([from, what]) => `const { ${what} } = require('${from}');`)
  .join('\n');
const expected = '26 26 0 notFound';

beforeAll(async () => {
  api = await startApi('sample');
  project = emptyProject('package');
  const packed = await npm('pack', sdk, '--ignore-scripts', '--json');
  tarball = JSON.parse(packed.out)[0].filename;
  const installed = await npm('install', `./${tarball}`);
  expect(installed).toMatchObject({ code: 0 });
  project.write({
    'esm.mjs': `${imports}\n${uses('process.argv[2]')}\nconsole.log(said);`,
    'cjs.cjs': `${requires}\n(async () => {${uses('process.argv[2]')}\nconsole.log(said);})();`,
    'page.js': `${imports}\n${uses("'/graphql'")}\ndocument.title = said;`,
    'index.html':
      '<!doctype html><title>waits</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
  });
}, 120_000);
afterAll(async () => {
  await api.stop();
  project.remove();
});

describe('the installed package', () => {
  test('brings nothing else, and leans on nothing of Node', () => {
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

  test('has its code, types, sources and manifest, and no tests', () => {
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

  test('runs bundled by esbuild', async () => {
    const bundle =
      "import { build } from '" +
      `${house}esbuild/lib/main.js` +
      "'; await build({ entryPoints: ['esm.mjs'], bundle: true, format: 'esm', outfile: 'bundled.mjs' });";
    expect((await node('--input-type=module', '-e', bundle)).code).toBe(0);
    expect(await node('bundled.mjs', api.url)).toEqual({ code: 0, out: `${expected}\n` });
  });

  test('is clean to publint', async () => {
    const { code, out } = await node(join(house, 'publint/src/cli.js'), tarball, '--strict');
    expect([code, out]).toEqual([0, expect.stringContaining('All good!')]);
  });

  test('is clean to attw, for node16 and later and for bundlers', async () => {
    const { code, out } = await node(
      join(house, '@arethetypeswrong/cli/dist/index.js'),
      tarball,
      '--profile',
      'node16',
      '--format',
      'ascii',
    );
    const verdicts = out.split('\n').filter((line) => /^(node16|bundler)/.test(line));
    expect([code, verdicts.length]).toEqual([0, 21]);
    expect(verdicts.filter((line) => !line.includes('🟢'))).toEqual([]);
  }, 60_000);
});

describe('a page', () => {
  const chromium = findChromium();
  if (!chromium)
    console.warn(
      'Skipped: the SDK in a browser. No Chromium was found; name one in CHROMIUM_PATH.',
    );

  test('is built by Vite', async () => {
    const { code, out } = await node(
      join(house, 'vite/bin/vite.js'),
      'build',
      '--target',
      'es2022',
      '--logLevel',
      'warn',
    );
    expect([code, out]).toEqual([0, '']);
  }, 60_000);

  (chromium ? test : test.skip)(
    'runs in Chromium',
    async () => {
      const { url, close } = await site(join(project.folder, 'dist'), api.url);
      const page = await openChromium(chromium!);
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
