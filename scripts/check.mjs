/**
 * `npm run check` runs all static checks. Every step runs, even after another has failed, and the
 * output of failed steps is printed. It needs neither network nor git, and changes no file.
 * `--without-tests` leaves out the tests that `npm test` runs too.
 */
import { spawnSync } from 'node:child_process';
import { codegenDrift } from './check/codegen.mjs';
import { root, tool } from './check/house.mjs';
import { missingFromLock } from './check/lock.mjs';

const run = (program, args) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0
    ? []
    : [`${stdout ?? ''}${stderr ?? ''}${error ?? ''}`.trim() || `it ended with ${status}`];
};
const node = (...args) => run(process.execPath, args);

const source = 'packages/server/src';
const tests = [
  'testing/limits',
  'testing/compiles.fields',
  'testing/compiles.filters',
  'testing/conventions',
  'testing/descriptions',
  'testing/identifiers',
  'testing/nullability',
  'testing/prose',
  'testing/sdk-imports',
  'database/drift',
].map((name) => `${source}/${name}.test.ts`);

/** Each step returns its problems; an empty list means success. */
const all = [
  [
    'types',
    () => [
      ...node(tool('typescript', 'tsc'), '-b'),
      ...node('packages/server/copy-sql.mjs'),
      ...node(tool('typescript', 'tsc'), '-p', 'packages/explorer'),
    ],
  ],
  [
    'lint and format',
    // Non-null assertions only warn: a test limits their number.
    () =>
      node(
        tool('@biomejs/biome', 'biome'),
        'check',
        '--error-on-warnings',
        '--skip=style/noNonNullAssertion',
        '.',
      ),
  ],
  ['spelling', () => node(tool('cspell', 'cspell'), 'lint', '--no-progress', '--quiet', '.')],
  ['the lock file is complete', missingFromLock],
  [
    'schema.graphql is what the classes say',
    () => node('--import', '@oxc-node/core/register', `${source}/tools/schema.ts`, '--check'),
  ],
  ['generated code is what codegen writes', codegenDrift],
  [
    'imports, lengths, prose, names, casts, descriptions, nullability, every field compiles, ' +
      'migrations and entities agree',
    () =>
      node(
        '--disable-warning=ExperimentalWarning',
        '--experimental-vm-modules',
        tool('jest', 'jest'),
        '--runTestsByPath',
        ...tests,
      ),
    'tests',
  ],
];
const withTests = !process.argv.includes('--without-tests');
const steps = all.filter(([, , kind]) => withTests || kind !== 'tests');

let failed = 0;
for (const [name, step] of steps) {
  const started = performance.now();
  const complaints = await step();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${complaints.length === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`);
  for (const complaint of complaints) console.log(complaint.replace(/^/gm, '      '));
  if (complaints.length > 0) failed += 1;
}
console.log(
  failed === 0
    ? `\nAll ${steps.length} checks passed.`
    : `\n${failed} of ${steps.length} checks failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
