import type pg from 'pg';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

/** Why a row cannot be stored, in the terms of an error of PostgreSQL. */
export interface RowFault {
  code: string;
  constraint: string;
}

interface Constraint {
  table: string;
  name: string;
  /** CHECK: its expression. */
  expression: string | null;
  /** UNIQUE: its columns. */
  columns: string[] | null;
}

const selectConstraints = `
  select c.conrelid::regclass::text as table, c.conname as name,
    pg_get_expr(c.conbin, c.conrelid) as expression, null::text[] as columns
  from pg_constraint c
  where c.contype = 'c' and c.conrelid = any ($1::text[]::regclass[])
  union all
  select i.indrelid::regclass::text, i.indexrelid::regclass::text, null, (
    select array_agg(a.attname::text order by a.attnum)
    from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  )
  from pg_index i
  where i.indisunique and not i.indisprimary and i.indexprs is null
    and i.indrelid = any ($1::text[]::regclass[])
  order by 1, 2`;

const selectMissing = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
    a.attnotnull as is_required
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.oid = any ($1::text[]::regclass[])
  order by 1, a.attnum`;

/** Thrown before a batch is applied: these rows of it, by their position, cannot be stored. */
export class FaultyRows extends Error {
  override readonly name = 'FaultyRows';

  constructor(readonly faults: ReadonlyMap<number, RowFault>) {
    super(`${faults.size} rows cannot be stored.`);
  }
}

/**
 * Finds the rows of a staged batch that break a constraint, with one pass over each table and one
 * for each reference, instead of one attempt for each row.
 *
 * @throws FaultyRows with the first fault of each.
 */
export async function refuseFaultyRows(
  client: pg.ClientBase,
  queries: readonly FaultQuery[],
  stagedTables: ReadonlySet<string>,
): Promise<void> {
  const staged = queries.filter(({ table }) => stagedTables.has(table));
  if (staged.length === 0) return;
  const selects = staged.map(
    ({ select }, i) => `select f.source_row, ${i} as query, f.fault from (${select}) f`,
  );
  const { rows } = await client.query(`${selects.join('\nunion all ')} order by query, fault`);
  const faults = new Map<number, RowFault>();
  for (const { source_row, query, fault } of rows) {
    const found = staged[query]?.faults[fault];
    if (found && source_row !== null && !faults.has(source_row)) faults.set(source_row, found);
  }
  if (faults.size > 0) throw new FaultyRows(faults);
}

/** Rules that each staged row of a table has to keep. */
export interface FaultQuery {
  table: string;
  faults: readonly RowFault[];
  /** SQL that selects the positions of faulty rows as `source_row`, and of their `fault`. */
  select: string;
}

/** The rules of the tables that a format writes, as the database declares them. */
export async function faultQueries(
  client: pg.ClientBase,
  tables: readonly StagedTable[],
  exact: boolean,
): Promise<FaultQuery[]> {
  const names = [tables.map(({ table }) => table)];
  const { rows: constraints } = await client.query<Constraint>(selectConstraints, names);
  const { rows: columns } = await client.query(selectMissing, names);
  return [
    ...tables.flatMap((table) => {
      const ofTable = columns.filter((each) => each.table === table.table);
      const missing = ofTable.filter(({ name }) => !table.columns.has(name));
      const nulls = missing
        .map(({ name, type }) => `, null::${type} as ${quoteIdentifier(name)}`)
        .join('');
      const staged = `(
        select s.*${nulls}
        from stage_${table.table} s
      ) s`;
      const rules = constraints.filter((each) => each.table === table.table);
      const uniqueRules = rules.filter(
        ({ columns: unique }) => exact && unique?.every((column) => table.columns.has(column)),
      );
      const conditions: RowCondition[] = [
        ...ofTable
          .filter(({ name, is_required }) => is_required && table.columns.has(name))
          .map(({ name }) => ({
            fault: { code: '23502', constraint: name },
            condition: `s.${quoteIdentifier(name)} is null`,
          })),
        ...rules
          .filter(({ expression }) => expression)
          .map(({ name, expression }) => ({
            fault: { code: '23514', constraint: name },
            condition: `not (${expression})`,
          })),
      ];
      return [
        ...firstFaults(table, staged, conditions),
        ...uniqueRules.flatMap(({ name, columns: unique }) => repeats(table, name, unique ?? [])),
        ...[...table.references].map(([column, to]) => ({
          table: table.table,
          faults: [{ code: '23503', constraint: column }],
          select: `select distinct s.source_row, 0 as fault from ${staged}
            where ${isWritten(table)}
              and ${isMissing(`s.${quoteIdentifier(column)}`, to, tables)}`,
        })),
      ];
    }),
    ...claimsWithoutSpeakers(tables),
  ];
}

/** A fault that a row has if a condition over it alone is true. */
interface RowCondition {
  fault: RowFault;
  condition: string;
}

/** The first fault of each row, by one pass over the rows. */
function firstFaults(
  table: StagedTable,
  staged: string,
  conditions: readonly RowCondition[],
): FaultQuery[] {
  if (conditions.length === 0) return [];
  const cases = conditions.map(({ condition }, i) => `when ${condition} then ${i}`);
  return [
    {
      table: table.table,
      faults: conditions.map(({ fault }) => fault),
      select: `select distinct r.source_row, r.fault from (
          select s.source_row, case ${cases.join('\n')} end as fault
          from ${staged}
          where ${isWritten(table)}
        ) r
        where r.fault is not null`,
    },
  ];
}

const isSameKey = ({ key }: StagedTable): string =>
  key.map((column) => `t.${quoteIdentifier(column)} = s.${quoteIdentifier(column)}`).join(' and ');

/**
 * Rows of lists that exist already are not written, and records that exist may be completed, so
 * that a staged row says too little about what would be stored.
 */
function isWritten(table: StagedTable): string {
  const { existing } = table.write;
  return existing === 'update' || existing === 'replace'
    ? 'true'
    : `not exists (select from ${table.table} t where ${isSameKey(table)})`;
}

/** Another row of the ledger has the same unique columns, or an earlier row of the batch. */
function repeats(table: StagedTable, constraint: string, unique: readonly string[]): FaultQuery[] {
  const faults = [{ code: '23505', constraint }];
  const columns = unique.map((column) => `s.${quoteIdentifier(column)}`);
  const isEqual = unique.map((name) => quoteIdentifier(name)).map((c) => `t.${c} = s.${c}`);
  return [
    {
      table: table.table,
      faults,
      select: `
        select distinct s.source_row, 0 as fault
        from stage_${table.table} s
        join ${table.table} t on ${isEqual.join(' and ')} and not (${isSameKey(table)})`,
    },
    {
      table: table.table,
      faults,
      select: `
        select distinct r.source_row, 0 as fault
        from (
          select s.source_row, row_number() over (
            partition by ${columns.join(', ')} order by s.source_row
          ) as n
          from stage_${table.table} s
          where ${columns.map((column) => `${column} is not null`).join(' and ')}
        ) r
        where r.n > 1`,
    },
  ];
}

/** A row refers to a record that is neither in the ledger nor in the batch. */
function isMissing(value: string, to: string, tables: readonly StagedTable[]): string {
  const inBatch = tables.some(({ table }) => table === to)
    ? ` and not exists (select from stage_${to} t where t.id = ${value})`
    : '';
  const inLedger = `exists (select from ${to} t where t.id = ${value})`;
  return `${value} is not null and not ${inLedger}${inBatch}`;
}

/** What `check_write` refuses when a write is closed. */
function claimsWithoutSpeakers(tables: readonly StagedTable[]): FaultQuery[] {
  const isStaged = (name: string) => tables.some(({ table }) => table === name);
  if (!['claim', 'attribution', 'speaker'].every(isStaged)) return [];
  return [
    {
      table: 'claim',
      faults: [{ code: 'CG003', constraint: 'claim_attributions' }],
      select: `
        select distinct s.source_row, 0 as fault
        from stage_claim s
        where not exists (select from stage_attribution a where a.claim_id = s.id)
          or exists (
            select from stage_attribution a
            where a.claim_id = s.id and not exists (
              select from stage_speaker k
              where k.claim_id = a.claim_id and k.attribution = a.position
            )
          )`,
    },
  ];
}
