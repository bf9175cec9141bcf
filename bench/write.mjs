/**
 * `node bench/write.mjs` measures writes over HTTP, and beside them a function in the database that
 * writes the same rows by hand: the least that a write with our triggers can cost.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { stopLater, withCleanup } from './cleanup.mjs';
import { serverProgram, startServer } from './contenders/start.mjs';
import { cpuOf, cpuOfTree, postmasterOf } from './measure/processes.mjs';
import { numberOf, OptionError, parseOptions, textOption } from './options.mjs';
import { benchFolder, importServer, repository } from './paths.mjs';
import { median } from './report/summary.mjs';
import { byHand } from './write/by-hand.mjs';
import { claimInput, createLedger, reportInput } from './write/ledger.mjs';
import { createClient, ratePerSecond } from './write/rate.mjs';

const usage = `node bench/write.mjs [options]
  --base DIR      another built checkout, measured in the same rounds
  --no-flush      measures also how fast writes were if no commit waited for the disk
  --claims N      claims in one recordReport (20)
  --clients N     clients that write at the same time (16)
  --rounds N      rounds; the results are medians over them (3)
  --seconds N     length of one measurement, in seconds (4)`;

/** More than group commit could gain: its writes wait for the disk, though several at once. */
const withoutFlush = 'head_without_flush';

/** Servers run in the folder of the benchmark, and keep their key there. */
const keyPath = join(benchFolder, '.claimgraph', 'admin-key');

const createClaim = `mutation ($input: CreateClaimInput!) {
  createClaim(input: $input) { claim { id version } warnings { code } } }`;
const recordReport = `mutation ($input: RecordReportInput!) {
  recordReport(input: $input) { report { id } claims { id } warnings { code } } }`;

function readOptions(args) {
  const values = parseOptions(args, {
    base: { type: 'string' },
    'no-flush': { type: 'boolean' },
    claims: textOption('20'),
    clients: textOption('16'),
    rounds: textOption('3'),
    seconds: textOption('4'),
    help: { type: 'boolean' },
  });
  if (values.help) return undefined;
  return {
    checkouts: {
      ...(values.base && { base: resolve(values.base) }),
      head: repository,
      ...(values['no-flush'] && { [withoutFlush]: repository }),
    },
    claims: numberOf('claims', values.claims, 1),
    clients: numberOf('clients', values.clients, 1),
    rounds: numberOf('rounds', values.rounds, 1),
    seconds: numberOf('seconds', values.seconds, 0.1, { integer: false }),
  };
}

async function createDatabase(url, name) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name} template template0`);
  if (name === withoutFlush)
    await client.query(`alter database ${name} set synchronous_commit = off`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** The writers of one checkout, each with what it writes. */
async function writersOf(name, checkout, url) {
  const server = stopLater(
    await startServer(name, [process.execPath, serverProgram(checkout)], url),
  );
  // A server before keys ignores it.
  const key = existsSync(keyPath) ? readFileSync(keyPath, 'utf8').trim() : '';
  const send = createClient(server.port, key);
  const ledger = await createLedger(send);
  return {
    createClaim: () => send(createClaim, { input: claimInput(ledger) }),
    recordReport: (claims) => send(recordReport, { input: reportInput(ledger, claims) }),
    hand: stopLater(await byHand(url, ledger)),
    pid: server.pid,
  };
}

async function measure({ checkouts, claims, clients, rounds, seconds }) {
  const home = mkdtempSync(join(tmpdir(), 'claimgraph-write-bench-'));
  stopLater({ stop: () => rmSync(home, { recursive: true, force: true }) });
  const { startEmbedded } = await importServer('database/embedded');
  const postgres = stopLater(await startEmbedded(join(home, 'home')));
  const tasks = [];
  for (const [name, checkout] of Object.entries(checkouts)) {
    const write = await writersOf(name, checkout, await createDatabase(postgres.url, name));
    const { pid } = write;
    const add = (what, count, size, work) => tasks.push({ name, pid, what, count, size, work });
    for (const count of [1, clients]) {
      add('createClaim', count, 1, write.createClaim);
      add('one claim by hand', count, 1, () => write.hand.write(1));
    }
    add(`recordReport of ${claims}`, 1, claims, () => write.recordReport(claims));
    add(`${claims} claims by hand`, 1, claims, () => write.hand.write(claims));
  }
  for (const { work, count } of tasks) await ratePerSecond(work, count, 1);
  const postmaster = postmasterOf(join(home, 'home'));
  const figures = new Map(tasks.map((task) => [task, []]));
  for (let round = 0; round < rounds; round++)
    for (const task of round % 2 ? [...tasks].reverse() : tasks)
      figures.get(task).push(await measureTask(task, postmaster, seconds));
  console.log(
    '| checkout | write | clients | claims a second | Node, ms of CPU a claim | PostgreSQL |\n' +
      '|---|---|---|---|---|---|',
  );
  for (const [{ name, what, count }, all] of figures) {
    const [rate, node, postgres] = ['rate', 'node', 'postgres'].map((key) =>
      median(all.map((each) => each[key])),
    );
    const cells = [name, what, count, Math.round(rate), node.toFixed(2), postgres.toFixed(2)];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

/** Claims a second, and the CPU time that each takes in milliseconds. */
async function measureTask({ work, count, size, pid }, postmaster, seconds) {
  const before = [cpuOf(pid), cpuOfTree(postmaster)];
  const { rate, completed } = await ratePerSecond(work, count, seconds);
  const claims = completed * size;
  return {
    rate: rate * size,
    node: (cpuOf(pid) - before[0]) / claims,
    postgres: (cpuOfTree(postmaster) - before[1]) / claims,
  };
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await withCleanup(() => measure(options));
  else console.log(usage);
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
