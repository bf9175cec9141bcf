/**
 * `node bench/import.mjs --ucdp FILE [--rows 400000]`: what it takes to import a file of UCDP events, beside the bare limit: the same final rows inserted by
 * plain INSERT … SELECT from ready tables. With --rows, a file of so many rows, made of it, too: time and peak memory beside those of the first.
 */
import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { fromServer } from './house.mjs';
import { limitOf } from './import/limit.mjs';
import { makeLonger } from './import/longer.mjs';

const { values } = parseArgs({ options: { ucdp: { type: 'string' }, rows: { type: 'string' } } });
if (!values.ucdp) {
  console.error('Which file of UCDP events? --ucdp FILE');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-bench-'));
const { startEmbedded } = await fromServer('database/embedded');
const postgres = await startEmbedded(join(folder, 'home'));
try {
  const short = await imported('short', values.ucdp);
  tell(`import of ${short.counts.rowsRead} rows`, short);
  const limit = await limitOf(short.url, await fresh('bare'));
  console.log(
    `bare limit: ${limit.toFixed(1)} s; the import takes ${(short.seconds / limit).toFixed(2)} times as long`,
  );
  if (values.rows) {
    const path = join(folder, 'longer.csv');
    await makeLonger(values.ucdp, path, Number(values.rows));
    const long = await imported('long', path);
    tell(`import of ${long.counts.rowsRead} rows`, long);
    const perRow = long.seconds / long.counts.rowsRead / (short.seconds / short.counts.rowsRead);
    console.log(
      `a row takes ${perRow.toFixed(2)} times as long, peak memory is ${(long.peak / short.peak).toFixed(2)} times as high`,
    );
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function tell(what, { seconds, cpu, peak }) {
  console.log(
    `${what}: ${seconds.toFixed(1)} s, of it ${cpu.toFixed(1)} s of CPU in Node; peak memory of Node ${Math.round(peak)} MB`,
  );
}

/** A new database beside the others. */
async function fresh(name) {
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function imported(name, file) {
  const url = await fresh(name);
  const one = fileURLToPath(new URL('import/one.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [one, url, 'ucdp', file, '19.1'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return { url, ...JSON.parse(stdout.trim().split('\n').at(-1)) };
}
