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
  const { outputFiles } = buildSync({ stdin, bundle: true, minify: true, format: 'esm', platform: 'browser', write: false });
  process.stdout.write(outputFiles[0].text);`;

/** A program as a browser gets it. */
const bundle = (program: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', build], {
    cwd,
    input: program,
    encoding: 'utf8',
  });
const zipped = (text: string) => gzipSync(text, { level: 9 }).length;
const program = (...names: string[]) => `
  import { createClient } from '@claimgraph/sdk';
  import { ${names.join(', ')} } from '@claimgraph/sdk/operations';
  const client = createClient({ url: '/graphql' });
  ${names.map((name) => `console.log(await client.execute(${name}, window.variables));`).join('\n')}`;

test('the least program is at most 2.5 KiB, minified and gzipped', () => {
  const bytes = zipped(bundle(program('CountClaims')));
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(2.5 * 1024);
});

test.each([ClaimsAtPlace, ClaimStatistics, FactionOnDay, RecordReport])(
  'the operation $name adds no more than its own text and 0.2 KiB',
  ({ name, text }) => {
    const added = (size: (text: string) => number) =>
      size(bundle(program('CountClaims', name))) - size(bundle(program('CountClaims')));
    expect(added(zipped)).toBeLessThanOrEqual(zipped(text) + 0.2 * 1024);
    expect(added((bundled) => bundled.length)).toBeLessThanOrEqual(text.length + 0.2 * 1024);
  },
);

test('what is not imported is left out', () => {
  const bundled = bundle(program('CountClaims'));
  for (const absent of ['ClaimById', 'idempotencyKey is', 'hasNextPage', 'subtle', 'queryKey'])
    expect(bundled).not.toContain(absent);
  const options = bundle(
    "import { claimByIdOptions } from '@claimgraph/sdk/react-query'; console.log(claimByIdOptions);",
  );
  expect(options).toContain('ClaimById');
  expect(options).not.toContain('ClaimsAtPlace');
  const custom = bundle(
    "import { graphql } from '@claimgraph/sdk/graphql'; console.log(graphql('{ claims { totalCount } }'));",
  );
  expect(custom).not.toContain('ClaimCard');
  expect(zipped(custom)).toBeLessThan(600);
});
