/**
 * `node bench/import.mjs --ucdp FILE [--rows 400000]` measures the import of a file of UCDP events
 * and compares it with the bare limit: the same final rows, inserted by plain INSERT … SELECT from
 * prepared tables. With --rows it also imports a longer file made from the first one. With
 * `--base DIR --rows 5000 [--rounds 7]` it imports so many rows here and by another built checkout
 * in turn instead.
 */
import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { limitOf } from './import/limit.mjs';
import { writeLongerFile } from './import/longer.mjs';
import { importServer, repository } from './paths.mjs';

const { values } = parseArgs({
  options: {
    ucdp: { type: 'string' },
    rows: { type: 'string' },
    base: { type: 'string' },
    rounds: { type: 'string', default: '7' },
  },
});
if (!values.ucdp) {
  console.error('Name a file of UCDP events: --ucdp FILE');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-bench-'));
const { startEmbedded } = await importServer('database/embedded');
const postgres = await startEmbedded(join(folder, 'home'));
try {
  if (values.base) await compareWith(resolve(values.base));
  else await compareWithLimit();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function compareWithLimit() {
  const short = await measureImport('short', values.ucdp);
  printImport(`import of ${short.counts.rowsRead} rows`, short);
  const limit = await limitOf(short.url, await createDatabase('bare'));
  console.log(
    `bare limit: ${limit.toFixed(1)} s; the import takes ${(short.seconds / limit).toFixed(2)} ` +
      'times that',
  );
  if (!values.rows) return;
  const path = join(folder, 'longer.csv');
  await writeLongerFile(values.ucdp, path, Number(values.rows));
  const long = await measureImport('long', path);
  printImport(`import of ${long.counts.rowsRead} rows`, long);
  const perRow = long.seconds / long.counts.rowsRead / (short.seconds / short.counts.rowsRead);
  console.log(
    `time per row: ${perRow.toFixed(2)} times the short file's; peak memory: ` +
      `${(long.peak / short.peak).toFixed(2)} times`,
  );
}

/** Prints the times of each pair, and the median of how many times as fast this checkout is. */
async function compareWith(base) {
  const path = join(folder, 'rows.csv');
  await writeLongerFile(values.ucdp, path, Number(values.rows ?? 5_000));
  const ratios = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const seconds = {};
    const checkouts = [base, repository];
    for (const checkout of round % 2 === 0 ? checkouts : checkouts.toReversed()) {
      const measured = await measureImport(
        `round_${round}_${checkouts.indexOf(checkout)}`,
        path,
        checkout,
      );
      printImport(checkout === base ? 'base' : 'here', measured);
      seconds[checkout] = measured.seconds;
      await dropDatabase(measured.url);
    }
    ratios.push(seconds[base] / seconds[repository]);
  }
  ratios.sort((one, other) => one - other);
  const shown = ratios.map((ratio) => ratio.toFixed(2));
  const median = shown[Math.floor(shown.length / 2)];
  console.log(`here, as fast as the base: median ${median} times, of ${shown.join(' ')}`);
}

function printImport(what, { seconds, cpu, peak }) {
  console.log(
    `${what}: ${seconds.toFixed(1)} s, including ${cpu.toFixed(1)} s of CPU in Node; peak memory ` +
      `of Node ${Math.round(peak)} MB`,
  );
}

async function query(statement) {
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

const dropDatabase = (url) => query(`drop database ${new URL(url).pathname.slice(1)}`);

/** Creates an empty database and returns its URL. */
async function createDatabase(name) {
  await query(`create database ${name} template template0`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function measureImport(name, file, checkout = repository) {
  const url = await createDatabase(name);
  const one = join(checkout, 'bench/import/one.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [one, url, 'ucdp', file, '19.1'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return { url, ...JSON.parse(stdout.trim().split('\n').at(-1)) };
}
