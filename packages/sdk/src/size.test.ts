import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import {
  ClaimStatistics,
  ClaimsAtPlace,
  FactionOnDay,
  RecordReport,
} from './generated/operations.ts';

const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const build = `
  import { buildSync } from 'esbuild';
  import { readFileSync } from 'node:fs';
  const stdin = { contents: readFileSync(0, 'utf8'), resolveDir: process.cwd() };
  const output = { format: 'esm', platform: 'browser', write: false };
  const { outputFiles } = buildSync({ stdin, bundle: true, minify: true, ...output });
  process.stdout.write(outputFiles[0].text);`;

/** A program, bundled and minified for a browser. */
const bundle = (program: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', build], {
    cwd,
    input: program,
    encoding: 'utf8',
  });
const gzippedSize = (text: string) => gzipSync(text, { level: 9 }).length;
const callOf = (name: string) => `console.log(await client.execute(${name}, window.variables));`;
const program = (...names: string[]) => `
  import { createClient } from '@claimgraph/sdk';
  import { ${names.join(', ')} } from '@claimgraph/sdk/operations';
  const client = createClient({ url: '/graphql' });
  ${names.map(callOf).join('\n')}`;

test('the smallest program is at most 2.9 KiB, minified and gzipped', () => {
  const bytes = gzippedSize(bundle(program('CountClaims')));
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(2.9 * 1024);
});

test.each([
  ['a list with small items', 'Sources', 'sources', 3.4],
  ['the list with the largest items', 'Claims', 'claims', 3.7],
])('a program that pages through %s is at most its size', (_, name, list, kibibytes) => {
  const paging = `
    import { createClient, paginate } from '@claimgraph/sdk';
    import { ${name} } from '@claimgraph/sdk/operations';
    const client = createClient({ url: '/graphql' });
    for await (const { id } of paginate(client, ${name}, ({ ${list} }) => ${list}))
      console.log(id);`;
  expect(gzippedSize(bundle(paging))).toBeLessThanOrEqual(kibibytes * 1024);
});

test('a program with all helpers for TanStack Query is at most 3.5 KiB', () => {
  const helpers = `
    import { createClient } from '@claimgraph/sdk';
    import { CountClaims } from '@claimgraph/sdk/operations';
    import { infiniteOptions, mutationOptions, queryOptions } from '@claimgraph/sdk/react-query';
    const client = createClient({ url: '/graphql' });
    console.log(queryOptions(client, CountClaims), mutationOptions(client, CountClaims));
    console.log(infiniteOptions(client, CountClaims, ({ claims }) => claims));`;
  expect(gzippedSize(bundle(helpers))).toBeLessThanOrEqual(3.5 * 1024);
});

test('the wordings of dates, figures and chains add at most 1.5 KiB, in two languages', () => {
  const words = `
    import { formatChain, formatFuzzyDate, formatQuantity } from '@claimgraph/sdk/format';
    console.log(formatChain(chain), formatFuzzyDate(date), formatQuantity(figure));`;
  const added =
    gzippedSize(bundle(program('CountClaims') + words)) -
    gzippedSize(bundle(program('CountClaims')));
  expect(added).toBeLessThanOrEqual(1.5 * 1024);
});

test.each([ClaimsAtPlace, ClaimStatistics, FactionOnDay, RecordReport])(
  'the operation $name adds at most its own text and 0.2 KiB',
  ({ name, text }) => {
    const added = (size: (text: string) => number) =>
      size(bundle(program('CountClaims', name))) - size(bundle(program('CountClaims')));
    expect(added(gzippedSize)).toBeLessThanOrEqual(gzippedSize(text) + 0.2 * 1024);
    expect(added((bundled) => bundled.length)).toBeLessThanOrEqual(text.length + 0.2 * 1024);
  },
);

test('code that is not imported is left out', () => {
  const bundled = bundle(program('CountClaims'));
  for (const absent of ['ClaimById', 'idempotencyKey is', 'hasNextPage', 'subtle', 'queryKey'])
    expect(bundled).not.toContain(absent);
  const options = bundle(
    "import { claimByIdOptions } from '@claimgraph/sdk/react-query'; " +
      'console.log(claimByIdOptions);',
  );
  expect(options).toContain('ClaimById');
  expect(options).not.toContain('ClaimsAtPlace');
  const list = bundle(
    "import { claimKinds, labelOf } from '@claimgraph/sdk/lists'; " +
      "console.log(labelOf(claimKinds, 'CLASH'));",
  );
  expect(list).toContain('AIRSTRIKE');
  expect(list).not.toContain('SITUATION_REPORT');
  const custom = bundle(
    "import { graphql } from '@claimgraph/sdk/graphql'; console.log(graphql('{ claims { " +
      "totalCount } }'));",
  );
  expect(custom).not.toContain('ClaimCard');
  expect(gzippedSize(custom)).toBeLessThan(600);
});
