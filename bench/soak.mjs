/**
 * `npm run soak -- NAME [arguments]`: a long run of what the test suite does briefly. Without a name
 * it lists them. How each ended is appended to `bench/SOAK.md`.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { here, root } from './house.mjs';

const jest = (file, environment, ...options) => ({
  environment,
  command: [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    file,
    ...options,
  ],
});

/** Each is one or more programs for Node; it succeeds when all of them do. */
const soaks = {
  differential: {
    arguments: '[seed …]',
    what: '20,000 random operations a seed, two random seeds unless told, against the reference',
    programs: (seeds) =>
      (seeds.length > 0 ? seeds : [randomInt(2 ** 31), randomInt(2 ** 31)]).map((seed) =>
        jest('testing/differential', {
          CLAIMGRAPH_DIFFERENTIAL_RUNS: '20000',
          CLAIMGRAPH_DIFFERENTIAL_SEED: String(seed),
        }),
      ),
  },
  heap: {
    arguments: '[requests a batch]',
    what: '23 batches of requests, 5,000 each unless told: what each leaves on the heap',
    programs: ([batch = '5000']) => [
      jest('server/src/start', { CLAIMGRAPH_HEAP_BATCH: batch }, '-t', 'gone when it is answered'),
    ],
  },
  kept: {
    arguments: '[writes]',
    what: '10,000 random writes unless told, after which kept lists are what their definitions say',
    programs: ([writes = '10000']) => [jest('routines/kept', { CLAIMGRAPH_KEPT_WRITES: writes })],
  },
  kill: {
    arguments: 'FILE [times]',
    what: 'imports of a file of UCDP, killed at random moments, ten unless told, and run again',
    programs: (args) => [{ environment: {}, command: ['bench/import/kill.mjs', ...args] }],
  },
};

const [name, ...args] = process.argv.slice(2);
const soak = Object.hasOwn(soaks, name ?? '') ? soaks[name] : undefined;
if (soak) run(soak);
else {
  for (const [each, { arguments: takes, what }] of Object.entries(soaks))
    console.log(`npm run soak -- ${each} ${takes}\n    ${what}`);
  process.exitCode = name === undefined ? 0 : 2;
}

function run({ programs }) {
  const started = new Date();
  const ran = programs(args).map(({ environment, command }) => {
    const { status } = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    if (status !== 0) process.exitCode = 1;
    const given = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
    const asked = [...given, ...args.map((each) => basename(each))].join(' ');
    return `${asked}: ${status === 0 ? 'passed' : 'failed'}`;
  });
  const minutes = ((Date.now() - started.getTime()) / 60_000).toFixed(1);
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout?.trim();
  const cells = [started.toISOString().slice(0, 10), commit, name, ran.join('<br>'), minutes];
  appendFileSync(join(here, 'SOAK.md'), `| ${cells.join(' | ')} |\n`);
}
