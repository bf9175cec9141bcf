import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { recordedEntities } from '../domains.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { dataSource } from './data-source.ts';
import { drift } from './generate.ts';
import { currentInstallation, install } from './migrate.ts';
import { routineFunctions } from './routines/index.ts';

/**
 * One line for each object in PostgreSQL's catalogue. The order of a table's columns is left out;
 * that of a history table is tested below.
 */
const catalogue = `
  select format('table %s %s', c.relname, c.relpersistence) as line from pg_class c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  union all
  select format('column %s.%s %s%s default %s identity %s generated %s collation %s',
    c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid),
    a.attidentity, a.attgenerated, a.attcollation::regcollation)
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and a.attnum > 0 and not a.attisdropped
  union all
  select format('constraint %s on %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
  from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
  union all
  select format('index %s', pg_get_indexdef(indexrelid))
  from pg_index join pg_class c on c.oid = indexrelid
  where c.relnamespace = 'public'::regnamespace
  union all
  select format('trigger %s %s', pg_get_triggerdef(oid), tgenabled)
  from pg_trigger where not tgisinternal
  union all
  select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') and not exists (
    select from pg_depend e
    where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')`;

/** Tables of TypeORM that only a migrated database has. */
const typeormTables = /\b(migrations|typeorm_metadata)\b/;

interface Queryable {
  query<T>(text: string): Promise<T>;
}

const catalogueOf = async (database: Queryable): Promise<string[]> =>
  (await database.query<{ line: string }[]>(catalogue))
    .map(({ line }) => line)
    .filter((line) => !typeormTables.test(line))
    .sort();

/** The lines that only one of the two catalogues has. */
const differences = (one: readonly string[], other: readonly string[]): string[] => [
  ...one.filter((line) => !other.includes(line)).map((line) => `- ${line}`),
  ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line}`),
];

let migrated: DataSource;
let built: DataSource;

beforeAll(async () => {
  migrated = await dataSource(await scratchDatabase('ledger')).initialize();
  built = await dataSource(await scratchDatabase()).initialize();
  await built.query(routineFunctions());
  await built.synchronize();
  const runner = built.createQueryRunner();
  await install(runner, currentInstallation(built)).finally(() => runner.release());
});
afterAll(() => Promise.all([migrated?.destroy(), built?.destroy()]));

/** The differences after a change to the database built from the entities, which is rolled back. */
const differencesAfter = async (change: string): Promise<string[]> => {
  const runner = built.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(change);
    return differences(await catalogueOf(migrated), await catalogueOf(runner as Queryable));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};

describe('migrations and entities', () => {
  test('leave TypeORM nothing to migrate', async () => {
    expect(await drift(migrated)).toEqual({ up: [], down: [] });
  });

  test('differ for TypeORM if a table lacks a column', async () => {
    const other = await dataSource(await scratchDatabase('ledger')).initialize();
    await other.query('alter table claim drop column aggregate');
    const { up } = await drift(other).finally(() => other.destroy());
    expect(up).toEqual(['ALTER TABLE "claim" ADD "aggregate" boolean NOT NULL']);
  });

  test('make the same columns, constraints, indexes, triggers and functions', async () => {
    const lines = await catalogueOf(built);
    for (const kind of ['table', 'column', 'constraint', 'index', 'trigger', 'function'])
      expect(lines.filter((line) => line.startsWith(`${kind} `)).length).toBeGreaterThan(20);
    expect(differences(await catalogueOf(migrated), lines)).toEqual([]);
  });
});

describe('the comparison of catalogues', () => {
  const changes: [difference: string, change: string, line: RegExp][] = [
    [
      'a changed CHECK',
      `alter table claim drop constraint claim_kind_check;
      alter table claim add constraint claim_kind_check check (kind in ('CLASH', 'WAR'))`,
      /^\+ constraint claim_kind_check on claim CHECK .*WAR/,
    ],
    [
      'a missing CHECK',
      'alter table claim drop constraint claim_passage_check',
      /^- constraint claim_passage_check on claim CHECK/,
    ],
    [
      'a missing foreign key',
      'alter table claim drop constraint claim_report_id_fkey',
      /^- constraint claim_report_id_fkey on claim FOREIGN/,
    ],
    [
      'a missing trigger',
      'drop trigger history_update on claim',
      /^- trigger CREATE TRIGGER history_update .* ON public\.claim /,
    ],
    [
      'a disabled trigger',
      'alter table claim disable trigger history_update',
      /^\+ trigger CREATE TRIGGER history_update .* D$/,
    ],
    [
      'a missing index',
      'drop index claim_occurred_idx',
      /^- index CREATE INDEX claim_occurred_idx ON public\.claim /,
    ],
    [
      'an index on other columns',
      `drop index claim_kind_occurred_idx;
      create index claim_kind_occurred_idx on claim (kind, id)`,
      /^\+ index .* \(kind, id\)$/,
    ],
    [
      'a changed default',
      `alter table claim alter column status set default 'VERIFIED'`,
      /^\+ column claim\.status text .*VERIFIED/,
    ],
    [
      'a column that may be null',
      'alter table claim alter column statement drop not null',
      /^\+ column claim\.statement text default/,
    ],
    [
      'a changed function',
      `create or replace function refuse_log_change() returns trigger
      language plpgsql as $$ begin return new; end $$`,
      /^\+ function CREATE OR REPLACE FUNCTION public\.refuse_log_change/,
    ],
  ];

  test.each(changes)('shows %s', async (_difference, change, line) => {
    expect(await differencesAfter(change)).toContainEqual(expect.stringMatching(line));
  });
});

describe('every recorded table', () => {
  const columns = (table: string) =>
    migrated.query<{ name: string; type: string }[]>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
  const tables = () => recordedEntities.map((entity) => migrated.getMetadata(entity).tableName);

  test('has a history table with valid_to before the same columns', async () => {
    for (const table of tables()) {
      expect([table, await columns(`${table}_history`)]).toEqual([
        table,
        [{ name: 'valid_to', type: 'timestamp with time zone' }, ...(await columns(table))],
      ]);
    }
  });

  test('has the triggers that fill its history table', async () => {
    const rows: { table: string; trigger: string }[] = await migrated.query(
      `select tgrelid::regclass::text as table, tgname as trigger from pg_trigger
      where tgname like 'history\\_%' and tgenabled = 'O' order by tgname`,
    );
    const expected = ['delete', 'insert', 'stamp', 'truncate', 'update'].map(
      (event) => `history_${event}`,
    );
    for (const table of tables()) {
      expect([
        table,
        rows.filter((row) => row.table === table).map(({ trigger }) => trigger),
      ]).toEqual([table, expected]);
    }
    // A history table is append-only.
    const guards = ['delete', 'truncate', 'update'].map((event) => `history_${event}`);
    for (const table of tables().map((name) => `${name}_history`)) {
      expect([
        table,
        rows.filter((row) => row.table === table).map(({ trigger }) => trigger),
      ]).toEqual([table, guards]);
    }
    expect(rows).toHaveLength(tables().length * (expected.length + guards.length));
  });

  test('is registered in history_table, and no other table is', async () => {
    const stamped: { table: string }[] = await migrated.query(
      `select relname as table from pg_class join pg_attribute on attrelid = pg_class.oid
       where attname = 'valid_from' and relkind = 'r' and relname not like '%\\_history'
       order by relname`,
    );
    const registered: { table: string }[] = await migrated.query(
      'select distinct table_name as table from history_table order by 1',
    );
    expect(stamped.map(({ table }) => table).sort()).toEqual(tables().sort());
    expect(registered.map(({ table }) => table).sort()).toEqual(tables().sort());
  });
});
