/**
 * `node bench/import/kill.mjs FILE [times]`: kills an import by SIGKILL at a random moment, runs it again, and compares every row that it ends with
 * with those of an import that nobody disturbed. Times of writing differ; all else must be the same, ids too.
 */
import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { fromServer } from '../house.mjs';

const [file, times = '10'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-kill-'));
const { startEmbedded } = await fromServer('database/embedded');
const { writableTables } = await fromServer('ingest/land/table-writes');
const postgres = await startEmbedded(join(folder, 'home'));
try {
  const whole = await fresh('whole');
  const started = performance.now();
  await running(whole).ended;
  const took = performance.now() - started;
  const one = await digest(whole);
  let same = 0;
  for (let i = 0; i < Number(times); i++) {
    const broken = await fresh(`broken_${i}`);
    const run = running(broken);
    const after = Math.random() * took;
    if (
      !(await Promise.race([run.ended.then(() => true), setTimeout(after, false, { ref: false })]))
    )
      run.child.kill('SIGKILL');
    await run.ended;
    const there = await claims(broken);
    await running(broken).ended;
    const other = await digest(broken);
    const differ = Object.keys(one).filter((table) => one[table] !== other[table]);
    if (differ.length === 0) same += 1;
    console.log(
      `killed after ${Math.round(after)} ms, with ${there} claims: ${differ.length === 0 ? 'the same in the end' : `${differ.join(', ')} differ`}`,
    );
  }
  console.log(`${same} of ${times} ended as the one that nobody disturbed, row for row`);
  if (same < Number(times)) process.exitCode = 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function running(url) {
  const one = fileURLToPath(new URL('one.mjs', import.meta.url));
  const child = spawn(process.execPath, [one, url, 'ucdp', file, '19.1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, ended: new Promise((settle) => child.once('exit', settle)) };
}

async function fresh(name) {
  const client = await connected(postgres.url);
  await client.query(`create database ${name} template template0`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function connected(url) {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

async function claims(url) {
  const client = await connected(url);
  const { rows } = await client.query(`select to_regclass('claim') is not null as there`);
  const n = rows[0].there
    ? (await client.query('select count(*)::int as n from claim')).rows[0].n
    : 0;
  await client.end();
  return n;
}

async function digest(url) {
  const client = await connected(url);
  const found = {};
  for (const table of new Set([
    ...writableTables.map((each) => each.table),
    'import_row',
    'import_match',
  ])) {
    const hash = createHash('sha256');
    const { rows } = await client.query(
      `select (to_jsonb(t) - 'valid_from' - 'created_at' - 'updated_at' - 'at' - 'run_id')::text as row from ${table} t order by 1`,
    );
    for (const { row } of rows) hash.update(`${row}\n`);
    found[table] = `${rows.length} ${hash.digest('hex')}`;
  }
  await client.end();
  return found;
}
