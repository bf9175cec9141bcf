import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { BenchError } from './bench-error.mjs';
import { checkAnswers } from './check.mjs';
import { stopAll, stopLater, withCleanup } from './cleanup.mjs';
import { newerNode, startContender } from './contenders/start.mjs';
import { startLedger } from './data/load.mjs';
import { measureAll } from './measure/measure.mjs';
import { canReadUsage, postmasterOf } from './measure/processes.mjs';
import { benchFolder } from './paths.mjs';
import { variablesOf } from './queries/variables.mjs';
import { results } from './report/results.mjs';
import { figuresOf, summarise } from './report/summary.mjs';

const log = (text) => console.error(text);

/** Runs the whole bench and writes RESULTS.md. Returns the exit code. */
export async function run(options) {
  if (!canReadUsage)
    log('CPU and memory are left out: this system has no /proc to read them from.');
  const rows = [];
  const postgres = await withCleanup(async () => {
    let version;
    for (const claims of options.claims) {
      version = await measureWith(claims, options, rows);
      await stopAll();
    }
    return version;
  });
  const text = results(rows, {
    ...options,
    postgres,
    command: commandLine(process.argv.slice(2)),
    newerNode: newerVersion(options),
  });
  console.log(text);
  writeFileSync(join(benchFolder, 'RESULTS.md'), text);
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify(rows.map(figuresOf), null, 2)}\n`);
  return 0;
}

/** Measures all contenders on a ledger of one size. Returns the version of PostgreSQL. */
async function measureWith(claims, options, rows) {
  const database = stopLater(await startLedger(claims, log));
  log(`${claims.toLocaleString('en')} claims: choosing the variables of the queries`);
  const variables = await variablesOf(database.url);
  const empty = options.queries.find((query) => variables[query].length === 0);
  if (empty) throw new BenchError(`${claims} claims are too few to measure ${empty}.`);
  const servers = [];
  for (const name of options.contenders)
    servers.push(stopLater(await startContender(name, database.url)));
  log(`checking that ${options.contenders.join(', ')} give the same answers`);
  await checkAnswers(servers, variables, options.queries);
  const postmaster = postmasterOf(database.home);
  const measured = await measureAll({ servers, variables, postmaster, ...options }, log);
  rows.push(...summarise(measured, { ...options, claims }));
  return versionOf(database.url);
}

async function versionOf(url) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query('show server_version');
  await client.end();
  return rows[0].server_version;
}

const newerVersion = ({ contenders }) =>
  contenders.includes('postgraphile') && newerNode() !== process.execPath
    ? JSON.parse(readFileSync(join(newerNode(), '../../package.json'), 'utf8')).version
    : process.versions.node;

/** The command to repeat the run, without `--json`: where a copy went does not matter. */
const commandLine = (args) => {
  const shared = args.filter((each, i) => !each.startsWith('--json') && args[i - 1] !== '--json');
  return `npm run bench${shared.length ? ` -- ${shared.join(' ')}` : ''}`;
};
