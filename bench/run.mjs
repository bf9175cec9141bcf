import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { checkAnswers } from './check.mjs';
import { newerNode, start } from './contenders/start.mjs';
import { loaded } from './data/load.mjs';
import { Fault } from './fault.mjs';
import { here } from './house.mjs';
import { measureAll } from './measure/measure.mjs';
import { tellsUsage } from './measure/processes.mjs';
import { variablesOf } from './queries/variables.mjs';
import { results } from './report/results.mjs';
import { figuresOf, summarise } from './report/summary.mjs';

const tell = (text) => console.error(text);

/** What was started and is to be stopped, the last first. */
const started = [];
const stopAll = async () => {
  while (started.length > 0) await started.pop().stop();
};

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    tell('stopping');
    stopAll().finally(() => process.exit(130));
  });
}

/** Runs the whole bench. @returns the exit code */
export async function run(options) {
  if (!tellsUsage)
    tell('CPU and memory are read from /proc, which is not there: they are left out.');
  const rows = [];
  let postgres;
  try {
    for (const claims of options.claims) {
      postgres = await measureWith(claims, options, rows);
      await stopAll();
    }
  } catch (error) {
    // Whatever fails because everything is being stopped is no fault.
    if (interrupted) await new Promise(() => {});
    throw error;
  } finally {
    await stopAll();
  }
  const text = results(rows, {
    ...options,
    postgres,
    command: commandOf(process.argv.slice(2)),
    newerNode: newerVersion(options),
  });
  console.log(text);
  writeFileSync(join(here, 'RESULTS.md'), text);
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify(rows.map(figuresOf), null, 2)}\n`);
  return 0;
}

async function measureWith(claims, options, rows) {
  const database = await loaded(claims, tell);
  started.push(database);
  tell(`${claims.toLocaleString('en')} claims: choosing questions`);
  const variables = await variablesOf(database.url);
  const empty = options.queries.find((query) => variables[query].length === 0);
  if (empty) throw new Fault(`${claims} claims are too few to ask ${empty} of.`);
  const running = [];
  for (const name of options.contenders) {
    running.push(await start(name, database.url));
    started.push(running.at(-1));
  }
  tell(`checking that ${options.contenders.join(', ')} answer alike`);
  await checkAnswers(running, variables, options.queries);
  const postmaster = Number(
    readFileSync(join(database.home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const measured = await measureAll({ running, variables, postmaster, ...options }, tell);
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

/** Where the figures went is the business of whoever ran it. */
const commandOf = (args) => {
  const told = args.filter((each, i) => !each.startsWith('--json') && args[i - 1] !== '--json');
  return `npm run bench${told.length ? ` -- ${told.join(' ')}` : ''}`;
};
