import type pg from 'pg';
import { isRemoved, sameKey } from './apply-rows.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';
import { isWritten, storedRows } from './stored-rows.ts';

/** Why a row cannot be stored, in the terms of an error of PostgreSQL. */
export interface RowFault {
  code: string;
  constraint: string;
}

interface Constraint {
  table: string;
  name: string;
  /** CHECK: its expression. UNIQUE: the condition of the rows that it is about. */
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
  select i.indrelid::regclass::text, i.indexrelid::regclass::text,
    pg_get_expr(i.indpred, i.indrelid), (
    select array_agg(a.attname::text order by a.attnum)
    from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  )
  from pg_index i
  where i.indisunique and not i.indisprimary and i.indexprs is null
    and i.indrelid = any ($1::text[]::regclass[])
  order by 1, 2`;

const selectColumns = `
  select c.relname as table, a.attname as name, a.attnotnull as is_required
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
 * for each reference, instead of one attempt for each row. Rows that are left out, and values that
 * give way to what a person decided, must have been dealt with before: they are not stored.
 *
 * @param existing the tables of which rows may be in the ledger already
 * @throws FaultyRows with the first fault of each.
 */
export async function refuseFaultyRows(
  client: pg.ClientBase,
  queries: readonly FaultQuery[],
  stagedTables: ReadonlySet<string>,
  existing: ReadonlySet<StagedTable>,
): Promise<void> {
  const staged = queries.filter(({ table }) => stagedTables.has(table.table));
  if (staged.length === 0) return;
  const selects = staged.map(({ table, select }, i) => {
    const faulty = select(existing.has(table));
    return `select f.source_row, ${i} as query, f.fault from (${faulty}) f`;
  });
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
  table: StagedTable;
  faults: readonly RowFault[];
  /**
   * SQL that selects the positions of faulty rows as `source_row`, and of their `fault`.
   * `mayExist`: whether rows of the table may be in the ledger already.
   */
  select(mayExist: boolean): string;
}

/** The rules of the tables that a format writes, as the database declares them. */
export async function faultQueries(
  client: pg.ClientBase,
  tables: readonly StagedTable[],
  exact: boolean,
): Promise<FaultQuery[]> {
  const names = [tables.map(({ table }) => table)];
  const { rows: constraints } = await client.query<Constraint>(selectConstraints, names);
  const { rows: columns } = await client.query(selectColumns, names);
  return [
    ...tables.flatMap((table) => {
      const ofTable = columns.filter((each) => each.table === table.table);
      const columnNames = ofTable.map(({ name }) => name);
      // In an exact copy, a part of a new record may have the id of a part of another record.
      const rowsOf = (mayExist: boolean) =>
        `(${storedRows(table, columnNames, exact, exact || mayExist)}) s`;
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
          .filter(({ columns: unique }) => !unique)
          .map(({ name, expression }) => ({
            fault: { code: '23514', constraint: name },
            condition: `not (${expression})`,
          })),
      ];
      return [
        ...firstFaults(table, rowsOf, conditions),
        ...uniqueRules.flatMap((rule) => repeats(table, rowsOf(true), rule)),
        ...[...table.references].map(([column, to]) => ({
          table,
          faults: [{ code: '23503', constraint: column }],
          select: (mayExist: boolean) =>
            writtenRows(
              table,
              `select s.*, 0 as fault from ${rowsOf(mayExist)}
              where ${isAbsent(`s.${quoteIdentifier(column)}`, to, tables)}`,
            ),
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
  rowsOf: (mayExist: boolean) => string,
  conditions: readonly RowCondition[],
): FaultQuery[] {
  if (conditions.length === 0) return [];
  const cases = conditions.map(({ condition }, i) => `when ${condition} then ${i}`);
  return [
    {
      table,
      faults: conditions.map(({ fault }) => fault),
      select: (mayExist) =>
        writtenRows(
          table,
          `select * from (
            select s.*, case ${cases.join('\n')} end as fault from ${rowsOf(mayExist)}
          ) f
          where f.fault is not null`,
        ),
    },
  ];
}

/** Those of faulty rows that are written. `offset` keeps this condition from being asked first. */
const writtenRows = (table: StagedTable, faulty: string): string => `
  select distinct s.source_row, s.fault
  from (${faulty} offset 0) s
  where ${isWritten(table)}`;

/** Another row of the ledger has the same unique columns, or an earlier row of the batch. */
function repeats(
  table: StagedTable,
  rows: string,
  { name, columns: unique, expression }: Constraint,
): FaultQuery[] {
  const faults = [{ code: '23505', constraint: name }];
  const columns = (unique ?? []).map(quoteIdentifier);
  const condition = expression ?? 'true';
  const isEqual = columns.map((column) => `t.${column} = s.${column}`).join(' and ');
  const isLeft =
    table.write.existing === 'replace'
      ? `where not exists (select from stage_resolved d where ${isRemoved(table)})`
      : '';
  return [
    {
      table,
      faults,
      select: () => `
        select distinct s.source_row, 0 as fault
        from (select * from ${rows} where ${condition}) s
        join (select * from ${table.table} where ${condition}) t
          on ${isEqual} and not (${sameKey(table)})
        ${isLeft}`,
    },
    {
      table,
      faults,
      select: () => `
        select distinct r.source_row, 0 as fault
        from (
          select source_row, row_number() over (
            partition by ${columns.join(', ')} order by source_row
          ) as n
          from ${rows}
          where (${condition}) and ${columns.map((each) => `${each} is not null`).join(' and ')}
        ) r
        where r.n > 1`,
    },
  ];
}

/** A row refers to a record that is neither in the ledger nor in the batch. */
function isAbsent(value: string, to: string, tables: readonly StagedTable[]): string {
  const inBatch = tables.some(({ table }) => table === to)
    ? ` and not exists (select from stage_${to} t where t.id = ${value})`
    : '';
  const inLedger = `exists (select from ${to} t where t.id = ${value})`;
  return `${value} is not null and not ${inLedger}${inBatch}`;
}

/** What `check_write` refuses when a write is closed. */
function claimsWithoutSpeakers(tables: readonly StagedTable[]): FaultQuery[] {
  const tableNamed = (name: string) => tables.find(({ table }) => table === name);
  const claims = tableNamed('claim');
  if (!claims || !tableNamed('attribution') || !tableNamed('speaker')) return [];
  return [
    {
      table: claims,
      faults: [{ code: 'CG003', constraint: 'claim_attributions' }],
      select: () => `
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
