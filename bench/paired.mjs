/**
 * `node bench/paired.mjs --base DIR` compares two built checkouts: how fast each query is in this
 * one (head), relative to the one in DIR (base). Both servers run at the same time, each on a copy
 * of one ledger, and take turns, so that other load on the machine affects both alike.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { BenchError } from './bench-error.mjs';
import { checkAnswers, post } from './check.mjs';
import { stopLater, withCleanup } from './cleanup.mjs';
import { serverProgram, startServer } from './contenders/start.mjs';
import { measureAll } from './measure/measure.mjs';
import { postmasterOf } from './measure/processes.mjs';
import {
  queries as allQueries,
  choicesOf,
  numberOf,
  OptionError,
  parseOptions,
  textOption,
} from './options.mjs';
import { repository } from './paths.mjs';
import { pairedRows, pairedTable } from './report/paired.mjs';

const usage = `node bench/paired.mjs --base DIR [options]
  --base DIR           the checkout to compare with; run npm run build there first
  --head DIR           the checkout to judge (this one, built)
  --claims N           claims in the ledger (200000)
  --rounds N           rounds; each gives one ratio per query (10)
  --seconds N          length of one measurement, in seconds (4)
  --connections N      connections, each with one request at a time (16)
  --queries A[,…]      any of ${allQueries.join(', ')}
  --json FILE          also write the table to a JSON file`;

const log = (text) => console.error(text);
/** A server that starts on a copy of an older ledger may have to migrate all of it. */
const startTimeoutMs = 15 * 60_000;

function readPairedOptions(args) {
  const values = parseOptions(args, {
    base: { type: 'string' },
    head: textOption(repository),
    claims: textOption('200000'),
    rounds: textOption('10'),
    seconds: textOption('4'),
    connections: textOption('16'),
    queries: textOption(allQueries.join()),
    json: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help) return { help: true };
  if (!values.base) throw new OptionError(`--base is missing.\n${usage}`);
  return {
    checkouts: { base: resolve(values.base), head: resolve(values.head) },
    claims: numberOf('claims', values.claims, 1_000),
    rounds: numberOf('rounds', values.rounds, 1),
    seconds: numberOf('seconds', values.seconds, 0.1, { integer: false }),
    connections: numberOf('connections', values.connections, 1),
    queries: choicesOf('queries', values.queries, allQueries),
    json: values.json,
  };
}

/** Imports a module of the base's bench, which knows the tables as the base has them. */
const importBase = ({ base }, path) => import(pathToFileURL(join(base, 'bench', path)).href);

/** Copies the ledger inside its PostgreSQL. The copies are equal to the byte. */
async function copyLedger(url, name) {
  const source = new URL(url).pathname.slice(1);
  const admin = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await admin.connect();
  try {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} template "${source}" strategy file_copy`);
  } finally {
    await admin.end();
  }
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function dropCopies(url) {
  const admin = new pg.Client(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  await admin.connect();
  for (const name of ['base', 'head'])
    await admin.query(`drop database if exists paired_${name} with (force)`);
  await admin.end();
}

/** Starts a checkout's server on a copy, and waits until it answers. */
async function startOnCopy(name, checkout, ledgerUrl) {
  const url = await copyLedger(ledgerUrl, `paired_${name}`);
  const command = [process.execPath, serverProgram(checkout)];
  const server = stopLater(await startServer(name, command, url, startTimeoutMs));
  await post(server, JSON.stringify({ query: '{ __typename }' }));
  // Migrations may have rewritten tables; both planners get fresh statistics.
  const client = new pg.Client(url);
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.end();
  return server;
}

async function compare({ checkouts, claims, ...options }) {
  const { startLedger, loaded } = await importBase(checkouts, 'data/load.mjs');
  const { variablesOf } = await importBase(checkouts, 'queries/variables.mjs');
  // Older checkouts export the same function as `loaded`.
  const ledger = stopLater(await (startLedger ?? loaded)(claims, log));
  const variables = await variablesOf(ledger.url);
  const queries = options.queries.filter((query) => variables[query].length > 0);
  for (const query of options.queries.filter((each) => !queries.includes(each)))
    log(`leaving out ${query}: ${claims.toLocaleString('en')} claims are too few for it`);
  stopLater({ stop: () => dropCopies(ledger.url) });
  const servers = [];
  for (const [name, checkout] of Object.entries(checkouts)) {
    log(`starting ${name} (${checkout}) on a copy of ${claims.toLocaleString('en')} claims`);
    servers.push(await startOnCopy(name, checkout, ledger.url));
  }
  log('checking that both give the same answers, byte for byte');
  await checkAnswers(servers, variables, queries, (_name, text) => text);
  const postmaster = postmasterOf(ledger.home);
  const { rounds } = await measureAll({ ...options, queries, servers, variables, postmaster }, log);
  return pairedRows(rounds, queries);
}

async function main() {
  const options = readPairedOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  for (const checkout of Object.values(options.checkouts))
    if (!existsSync(serverProgram(checkout)))
      throw new BenchError(`${checkout} is not built: run npm ci and npm run build there.`);
  const rows = await withCleanup(() => compare(options));
  console.log(pairedTable(rows, options));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BenchError ? error.message : error);
  process.exitCode = error instanceof OptionError ? 2 : 1;
}
