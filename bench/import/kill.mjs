/**
 * `node bench/import/kill.mjs FILE [times]` kills an import by SIGKILL at a random moment, runs it
 * again, and compares every row with those of an undisturbed import. Only the times of writing may
 * differ; everything else, ids included, must be equal. All ledgers are copies of one, because ids
 * depend on a key of the ledger, and all batches have one size: of two rows that name one faction,
 * the first one to land gives it its id.
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
import { importServer } from '../paths.mjs';

const [file, times = '10'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-kill-'));
const { startEmbedded } = await importServer('database/embedded');
const { writableTables } = await importServer('ingest/land/table-writes');
const { connect: connectLedger } = await importServer('database/connect');
const { migrate } = await importServer('database/migrate');
const postgres = await startEmbedded(join(folder, 'home'));
try {
  const empty = await connectLedger(await createDatabase('empty', 'template0'));
  await migrate(empty);
  await empty.destroy();
  const undisturbed = await createDatabase('undisturbed');
  const start = performance.now();
  await startImport(undisturbed).ended;
  const duration = performance.now() - start;
  const expected = await digestsOf(undisturbed);
  let equalRuns = 0;
  for (let i = 0; i < Number(times); i++) {
    const killed = await createDatabase(`killed_${i}`);
    const run = startImport(killed);
    const delayMs = Math.random() * duration;
    if (
      !(await Promise.race([
        run.ended.then(() => true),
        setTimeout(delayMs, false, { ref: false }),
      ]))
    )
      run.child.kill('SIGKILL');
    await run.ended;
    const claims = await countClaims(killed);
    await startImport(killed).ended;
    const digests = await digestsOf(killed);
    const different = Object.keys(expected).filter((table) => expected[table] !== digests[table]);
    if (different.length === 0) equalRuns += 1;
    console.log(
      `killed after ${Math.round(delayMs)} ms, with ${claims} claims: ` +
        `${different.length === 0 ? 'equal in the end' : `different: ${different.join(', ')}`}`,
    );
  }
  console.log(
    `${equalRuns} of ${times} killed imports ended equal to the undisturbed one, row for row`,
  );
  if (equalRuns < Number(times)) process.exitCode = 1;
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function startImport(url) {
  const one = fileURLToPath(new URL('one.mjs', import.meta.url));
  const child = spawn(process.execPath, [one, url, 'ucdp', file, '19.1', '400'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, ended: new Promise((settle) => child.once('exit', settle)) };
}

async function createDatabase(name, template = 'empty') {
  const client = await connect(postgres.url);
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function connect(url) {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

async function countClaims(url) {
  const client = await connect(url);
  const { rows } = await client.query(`select to_regclass('claim') is not null as exists`);
  const n = rows[0].exists
    ? (await client.query('select count(*)::int as n from claim')).rows[0].n
    : 0;
  await client.end();
  return n;
}

async function digestsOf(url) {
  const client = await connect(url);
  const digests = {};
  for (const table of new Set([
    ...writableTables.map((each) => each.table),
    'import_row',
    'import_match',
  ])) {
    const hash = createHash('sha256');
    const { rows } = await client.query(
      `select (to_jsonb(t) - 'valid_from' - 'created_at' - 'updated_at' - 'at' - 'run_id')::text ` +
        `as row from ${table} t order by 1`,
    );
    for (const { row } of rows) hash.update(`${row}\n`);
    digests[table] = `${rows.length} ${hash.digest('hex')}`;
  }
  await client.end();
  return digests;
}
