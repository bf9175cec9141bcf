import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { benchFolder, importServer } from '../paths.mjs';

const dataFolder = join(benchFolder, '.data');
const batchSize = 20_000;
const readSql = (name) => readFileSync(join(benchFolder, 'data', `${name}.sql`), 'utf8');

/**
 * Starts a PostgreSQL that contains a ledger of so many claims. The ledger is generated once and
 * stored in bench/.data for later runs.
 *
 * @param {number} claims
 * @param {(text: string) => void} log
 * @returns {Promise<{ url: string, home: string, stop(): Promise<void> }>}
 */
export async function startLedger(claims, log) {
  const home = join(dataFolder, `${claims}-${await version()}`);
  const marker = join(home, 'complete');
  const { startEmbedded } = await importServer('database/embedded');
  if (!existsSync(marker)) {
    removeOtherVersions(claims);
    log(`generating ${claims.toLocaleString('en')} claims, once; they are stored in bench/.data`);
    // After a crash the ledger is generated again, so it need not be durable.
    const embedded = await startEmbedded(home, { durable: false });
    try {
      await fill(embedded.url, claims, log);
    } finally {
      await embedded.stop();
    }
    writeFileSync(marker, new Date().toISOString());
  }
  const { url, stop } = await startEmbedded(home);
  return { url, home, stop };
}

/** A hash of everything that the data depends on, here and in the server. */
async function version() {
  const { functions, triggers } = await importServer('database/routines/index');
  const { migrations } = await importServer('database/migrations/index');
  const { indexes } = await importServer('database/indexes');
  const texts = [
    ...['functions', 'gazetteer', 'speakers', 'claims'].map(readSql),
    functions,
    triggers,
    indexes,
    ...migrations.map(String),
  ];
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
}

function removeOtherVersions(claims) {
  mkdirSync(dataFolder, { recursive: true });
  for (const name of readdirSync(dataFolder))
    if (name.startsWith(`${claims}-`))
      rmSync(join(dataFolder, name), { recursive: true, force: true });
}

async function fill(url, claims, log) {
  const { dataSource } = await importServer('database/data-source');
  const { migrate } = await importServer('database/migrate');
  const database = await dataSource(url).initialize();
  await migrate(database);
  await database.destroy();
  const client = new pg.Client(url);
  await client.connect();
  try {
    await generate(client, claims, log);
  } finally {
    await client.end();
  }
}

async function generate(client, claims, log) {
  // A query of several statements is one transaction, and here one write of the ledger.
  const write = (text) =>
    client.query(
      `begin; select open_write('bench', 'import'); ${text}; select close_write(); commit`,
    );
  await client.query(
    `set work_mem = '256MB'; set maintenance_work_mem = '1GB'; ${readSql('functions')}`,
  );
  await write(readSql('gazetteer'));
  await write(readSql('speakers'));
  await client.query('analyze');
  const batch = readSql('claims').replaceAll(':total', String(claims));
  const start = Date.now();
  for (let first = 0; first < claims; first += batchSize) {
    const until = Math.min(claims, first + batchSize);
    await write(batch.replaceAll(':first', String(first)).replaceAll(':until', String(until)));
    // Without statistics the planner would take the tables for empty. Five batches are enough.
    if (first < 5 * batchSize) await client.query('analyze');
    log(`  ${until.toLocaleString('en')} claims, ${Math.round((Date.now() - start) / 1000)} s`);
  }
  await client.query('drop schema bench_gen cascade');
  await client.query('vacuum (freeze, analyze)');
}
