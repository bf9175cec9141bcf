import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { fromServer, here } from '../house.mjs';

const folder = join(here, '.data');
const batchSize = 20_000;
const sql = (name) => readFileSync(join(here, 'data', `${name}.sql`), 'utf8');

/**
 * A running PostgreSQL that holds so many claims; loaded once, then kept in a folder of its own for the next time.
 *
 * @param {number} claims
 * @param {(text: string) => void} tell
 * @returns {Promise<{ url: string, home: string, stop(): Promise<void> }>}
 */
export async function loaded(claims, tell) {
  const home = join(folder, `${claims}-${await version()}`);
  const done = join(home, 'complete');
  const { startEmbedded } = await fromServer('database/embedded');
  if (!existsSync(done)) {
    dropOthers(claims);
    tell(`loading ${claims.toLocaleString('en')} claims, once; they are kept in bench/.data`);
    // A crash while loading costs nothing but a second load.
    const embedded = await startEmbedded(home, { durable: false });
    try {
      await fill(embedded.url, claims, tell);
    } finally {
      await embedded.stop();
    }
    writeFileSync(done, new Date().toISOString());
  }
  const { url, stop } = await startEmbedded(home);
  return { url, home, stop };
}

/** What the data follows from: other text here or in the server means other data. */
async function version() {
  const { functions, triggers } = await fromServer('database/routines/index');
  const { migrations } = await fromServer('database/migrations/index');
  const { indexes } = await fromServer('database/indexes');
  const texts = [
    ...['functions', 'gazetteer', 'speakers', 'claims'].map(sql),
    functions,
    triggers,
    indexes,
    ...migrations.map(String),
  ];
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
}

function dropOthers(claims) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.startsWith(`${claims}-`)) rmSync(join(folder, name), { recursive: true, force: true });
}

async function fill(url, claims, tell) {
  const { dataSource } = await fromServer('database/data-source');
  const { migrate } = await fromServer('database/migrate');
  const database = await dataSource(url).initialize();
  await migrate(database);
  await database.destroy();
  const client = new pg.Client(url);
  await client.connect();
  try {
    await generate(client, claims, tell);
  } finally {
    await client.end();
  }
}

async function generate(client, claims, tell) {
  // A query of several statements is one transaction: one write of the ledger.
  const write = (text) =>
    client.query(
      `begin; select open_write('bench', 'import'); ${text}; select close_write(); commit`,
    );
  await client.query(
    `set work_mem = '256MB'; set maintenance_work_mem = '1GB'; ${sql('functions')}`,
  );
  await write(sql('gazetteer'));
  await write(sql('speakers'));
  await client.query('analyze');
  const batch = sql('claims').replaceAll(':total', String(claims));
  const started = Date.now();
  for (let first = 0; first < claims; first += batchSize) {
    const until = Math.min(claims, first + batchSize);
    await write(batch.replaceAll(':first', String(first)).replaceAll(':until', String(until)));
    // After the first batches the planner knows how the tables lie; before, it would take them for empty.
    if (first < 5 * batchSize) await client.query('analyze');
    tell(`  ${until.toLocaleString('en')} claims, ${Math.round((Date.now() - started) / 1000)} s`);
  }
  await client.query('drop schema bench_gen cascade');
  await client.query('vacuum (freeze, analyze)');
}
