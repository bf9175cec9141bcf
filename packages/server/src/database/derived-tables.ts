import { claimIndexColumns, claimIndexTables } from '../claims/claim-index.columns.ts';
import { rollupKey, rollupSums } from '../claims/claim-rollup.columns.ts';
import { snake } from '../values/snake.ts';

/*
 * Tables that triggers maintain and that TypeORM cannot describe. Queries read them in SQL.
 */

const indexColumns = Object.entries(claimIndexColumns).map(
  ([column, { type, nullable }]) => `${snake(column)} ${type}${nullable ? '' : ' not null'}`,
);

/**
 * The claim index tables have no primary key. The triggers write each pair of key and claim once,
 * while they hold the lock of the log. An index over the claim alone has a third of the size,
 * because PostgreSQL stores equal values once.
 */
const createIndexTables = Object.values(claimIndexTables).map(
  ({ table, key }) => `
create table if not exists ${table} (
  claim_id uuid not null, ${indexColumns.join(', ')}, ${key} uuid not null);`,
);

const rollupColumns = [
  ...rollupKey.map((column) => [column, column === 'location_id' ? 'uuid' : 'text']),
  ...rollupSums.map((column) => [column, column.startsWith('sum_') ? 'bigint' : 'int']),
].map(([column, type]) => `${column} ${type} not null`);

/** Counts are read from the index of the primary key alone, which includes them. */
const createRollup = `
create table if not exists tally (
  ${rollupColumns.join(', ')},
  constraint tally_pkey primary key (${rollupKey.join(', ')}) include (entries));
`;

export const derivedTables = [
  ...Object.values(claimIndexTables).map(({ table }) => table),
  'tally',
];

/** Statements that create the tables. Run after migrations; safe to run again. */
export const createDerivedTables = [...createIndexTables, createRollup].join('');
