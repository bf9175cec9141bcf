/**
 * `npm run soak -- NAME [arguments]` runs a long form of a test. Without a name it lists the names.
 * Each run appends its outcome to `bench/SOAK.md`.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { benchFolder, repository } from './paths.mjs';

const jest = (file, environment) => ({
  environment,
  command: [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    file,
  ],
});

/** A soak runs one or more programs in Node. It passes when all of them exit with 0. */
const soaks = {
  differential: {
    arguments: '[seed …]',
    description:
      '20,000 random operations per seed (default: two random seeds) against the reference',
    programs: (seeds) =>
      (seeds.length > 0 ? seeds : [randomInt(2 ** 31), randomInt(2 ** 31)]).map((seed) =>
        jest('testing/differential', {
          CLAIMGRAPH_DIFFERENTIAL_RUNS: '20000',
          CLAIMGRAPH_DIFFERENTIAL_SEED: String(seed),
        }),
      ),
  },
  heap: {
    arguments: '[requests per batch]',
    description: 'growth of the heap per batch of requests (default: 5,000)',
    // The whole file, because Jest passes when no test has a given name.
    programs: ([batch = '5000']) => [jest('server/src/start', { CLAIMGRAPH_HEAP_BATCH: batch })],
  },
  'derived-tables': {
    arguments: '[writes]',
    description:
      'random writes (default: 10,000), checking derived tables against their definitions',
    programs: ([writes = '10000']) => [
      jest('routines/derived-tables.random', { CLAIMGRAPH_RANDOM_WRITES: writes }),
    ],
  },
  'lost-connections': {
    arguments: '[commits] [terminations]',
    description: 'commits whose answer is lost (default: 50), and backends terminated (900)',
    programs: ([commits = '50', terminations = '900']) => [
      jest('server/src/history/outcome', {
        CLAIMGRAPH_LOST_COMMITS: commits,
        CLAIMGRAPH_TERMINATIONS: terminations,
      }),
    ],
  },
  stop: {
    arguments: '[rounds] [clients]',
    description: 'SIGTERM (default: 10 times) while so many clients (50) write',
    programs: ([rounds = '10', clients = '50']) => [
      jest('server/src/stop', { CLAIMGRAPH_STOP_ROUNDS: rounds, CLAIMGRAPH_STOP_CLIENTS: clients }),
    ],
  },
  departures: {
    arguments: '[clients]',
    description: 'clients (default: 200) that leave while their reads and writes run or wait',
    programs: ([clients = '200']) => [
      jest('server/src/http/departures', { CLAIMGRAPH_DEPARTED_CLIENTS: clients }),
    ],
  },
  overload: {
    arguments: '[seconds]',
    description: 'four times what the server can do, for so many seconds (60), three times',
    programs: ([seconds = '60']) => [
      jest('server/src/http/overload-rate', { CLAIMGRAPH_OVERLOAD_SECONDS: seconds }),
    ],
  },
  attack: {
    arguments: '[attacks]',
    description: 'at most so many (1,000) attacks of each group, as a reader and as an admin',
    programs: ([attacks = '1000']) => [
      jest('server/src/testing/attack', { CLAIMGRAPH_ATTACKS: attacks }),
    ],
  },
  'import-writes': {
    arguments: '[rows or FILE]',
    description: 'five writes a second while events of UCDP (16,566 made-up ones) are imported',
    programs: ([events = '16566']) => [
      jest('server/src/ingest/import-writes', {
        CLAIMGRAPH_IMPORT_ROWS: /^\d+$/.test(events) ? events : '0',
        ...(/^\d+$/.test(events) ? {} : { CLAIMGRAPH_IMPORT_FILE: resolve(events) }),
      }),
    ],
  },
  'kill-rounds': {
    arguments: '[rounds] [writes]',
    description:
      'so many times (20) each: kill the server, PostgreSQL and its connections, and restart, ' +
      'with so many writes (250) between',
    programs: ([rounds = '20', writes = '250']) => [
      jest('server/src/kill.test', {
        CLAIMGRAPH_KILL_ROUNDS: rounds,
        CLAIMGRAPH_KILL_WRITES: writes,
      }),
    ],
  },
  'non-disclosure': {
    arguments: '[operations]',
    description:
      'random operations (default: 10,000), each by every role, on two ledgers that differ only ' +
      'in who a protected source is, and on one before and after that is replaced',
    programs: ([operations = '10000']) => [
      jest('server/src/identity/non-disclosure', { CLAIMGRAPH_DISCLOSURE_RUNS: operations }),
    ],
  },
  unread: {
    arguments: '[sockets]',
    description: 'sockets (default: 60) that do not read long answers, and exports',
    programs: ([sockets = '60']) => [
      jest('server/src/http/unread', { CLAIMGRAPH_UNREAD_SOCKETS: sockets }),
    ],
  },
  kill: {
    arguments: 'FILE [times]',
    description: 'imports of a UCDP file, killed at random moments (default: ten) and run again',
    programs: (args) => [{ environment: {}, command: ['bench/import/kill.mjs', ...args] }],
  },
};

const [name, ...args] = process.argv.slice(2);
const soak = Object.hasOwn(soaks, name ?? '') ? soaks[name] : undefined;
if (soak) run(soak);
else {
  for (const [each, { arguments: options, description }] of Object.entries(soaks))
    console.log(`npm run soak -- ${each} ${options}\n    ${description}`);
  process.exitCode = name === undefined ? 0 : 2;
}

function run({ programs }) {
  const started = new Date();
  const outcomes = programs(args).map(({ environment, command }) => {
    const { status } = spawnSync(process.execPath, command, {
      cwd: repository,
      stdio: 'inherit',
      // Databases are on a disk, as they are in use.
      env: { CLAIMGRAPH_TEST_FOLDER: tmpdir(), ...process.env, ...environment },
    });
    if (status !== 0) process.exitCode = 1;
    const variables = Object.entries(environment).map(([key, value]) => `${key}=${value}`);
    const settings = [...variables, ...args.map((each) => basename(each))].join(' ');
    return `${settings}: ${status === 0 ? 'passed' : 'failed'}`;
  });
  const minutes = ((Date.now() - started.getTime()) / 60_000).toFixed(1);
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: repository,
    encoding: 'utf8',
  }).stdout?.trim();
  const cells = [started.toISOString().slice(0, 10), commit, name, outcomes.join('<br>'), minutes];
  appendFileSync(join(benchFolder, 'SOAK.md'), `| ${cells.join(' | ')} |\n`);
}
