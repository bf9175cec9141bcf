/**
 * The bare limit of an import: its final rows, inserted by plain INSERT … SELECT from prepared
 * tables, as one write of the ledger.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { importServer, repository } from '../paths.mjs';

const require = createRequire(join(repository, 'packages/server/package.json'));
const { from, to } = require('pg-copy-streams');

/**
 * @param {string} imported URL of the database that the rows were imported into
 * @param {string} empty URL of an empty database
 * @returns {Promise<number>} seconds that the inserts alone took
 */
export async function limitOf(imported, empty) {
  const { writableTables } = await importServer('ingest/land/table-writes');
  const { connect } = await importServer('database/connect');
  const { migrate } = await importServer('database/migrate');
  const database = await connect(empty);
  await migrate(database);
  await database.destroy();
  const [source, target] = [imported, empty].map((url) => new pg.Client(url));
  await Promise.all([source.connect(), target.connect()]);
  const tables = [
    ...new Set([...writableTables.map(({ table }) => table), 'import_row', 'import_match']),
  ];
  const columns = new Map();
  for (const table of tables) {
    await target.query(`create table ready_${table} as table ${table} with no data`);
    await pipeline(
      source.query(to(`copy ${table} to stdout`)),
      target.query(from(`copy ready_${table} from stdin`)),
    );
    await target.query(`analyze ready_${table}`);
    columns.set(table, await columnsOf(target, table));
  }
  await target.query(`set work_mem = '64MB'`);
  const start = performance.now();
  await target.query(`begin; select open_write('bench', 'limit')`);
  for (const table of tables)
    await target.query(
      `insert into ${table} (${columns.get(table)}) select ${columns.get(table)} from ` +
        `ready_${table}`,
    );
  await target.query('select close_write(); commit');
  const seconds = (performance.now() - start) / 1000;
  await Promise.all([source.end(), target.end()]);
  return seconds;
}

/** The columns that the database does not fill in by itself. */
async function columnsOf(client, table) {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped
     and attgenerated = '' and attname not in ('valid_from', 'created_at', 'updated_at',
       'version')`,
    [table],
  );
  return rows[0].list;
}
