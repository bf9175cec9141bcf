/**
 * `node bench/import.mjs --ucdp FILE [--rows 400000]` measures the import of a file of UCDP events
 * and compares it with the bare limit: the same final rows, inserted by plain INSERT … SELECT from
 * prepared tables. With --rows it also imports a longer file made from the first one.
 */
import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { limitOf } from './import/limit.mjs';
import { writeLongerFile } from './import/longer.mjs';
import { importServer } from './paths.mjs';

const { values } = parseArgs({ options: { ucdp: { type: 'string' }, rows: { type: 'string' } } });
if (!values.ucdp) {
  console.error('Name a file of UCDP events: --ucdp FILE');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-bench-'));
const { startEmbedded } = await importServer('database/embedded');
const postgres = await startEmbedded(join(folder, 'home'));
try {
  const short = await measureImport('short', values.ucdp);
  printImport(`import of ${short.counts.rowsRead} rows`, short);
  const limit = await limitOf(short.url, await createDatabase('bare'));
  console.log(
    `bare limit: ${limit.toFixed(1)} s; the import takes ${(short.seconds / limit).toFixed(2)} ` +
      'times that',
  );
  if (values.rows) {
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
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function printImport(what, { seconds, cpu, peak }) {
  console.log(
    `${what}: ${seconds.toFixed(1)} s, including ${cpu.toFixed(1)} s of CPU in Node; peak memory ` +
      `of Node ${Math.round(peak)} MB`,
  );
}

/** Creates an empty database and returns its URL. */
async function createDatabase(name) {
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function measureImport(name, file) {
  const url = await createDatabase(name);
  const one = fileURLToPath(new URL('import/one.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [one, url, 'ucdp', file, '19.1'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return { url, ...JSON.parse(stdout.trim().split('\n').at(-1)) };
}
