import type { DataSource } from 'typeorm';
import { historySpecs } from '../../database/migrate.ts';
import { catalogueChecks } from './catalogue-checks.ts';
import type { LedgerCheck } from './ledger-check.ts';

/** The triggers that write histories, and those that protect the log. */
const historyTriggers = ['stamp', 'insert', 'update', 'delete', 'truncate'];
const guards = ['update', 'delete', 'truncate'];
const logTriggers = [
  ['recommitment', 'log_append_only'],
  ['recommitment', 'log_append_only_truncate'],
  ['recommitment', 'log_open_write'],
  ['write_log', 'log_append_only'],
  ['write_log', 'log_append_only_truncate'],
  ['write_log', 'log_closed'],
  ['revision', 'log_append_only'],
  ['revision', 'log_append_only_truncate'],
  ['revision', 'log_open_write'],
];

/**
 * The functions and triggers that maintain the log and the histories are those of this version.
 * `schema` has the functions of this version.
 */
export function routineChecks(database: DataSource, schema: string): LedgerCheck[] {
  const expected = [
    ...logTriggers,
    ...historySpecs(database).flatMap(({ table }) => [
      ...historyTriggers.map((name) => [table, `history_${name}`]),
      ...guards.map((name) => [`${table}_history`, `history_${name}`]),
    ]),
  ];
  const rows = expected.map(([table, name]) => `('${table}', '${name}')`).join(', ');
  return [
    ...catalogueChecks(database),
    {
      title: 'functions of the database are those of this version',
      faults: `
        select 'function ' || n.proname as place,
          case when p.oid is null then 'is missing' else 'was changed' end as problem
        from pg_proc n left join pg_proc p
          on p.pronamespace = 'public'::regnamespace and p.proname = n.proname
          and p.proargtypes = n.proargtypes
        where n.pronamespace = '${schema}'::regnamespace
          and (p.prosrc, p.provolatile, p.prolang)
            is distinct from (n.prosrc, n.provolatile, n.prolang)
        order by 1`,
      count: `select count(*) from pg_proc where pronamespace = '${schema}'::regnamespace`,
    },
    {
      title: 'triggers are there and enabled',
      faults: `
        select format('trigger %s of %s', x.name, x.of) as place,
          case when t.oid is null then 'is missing' else 'is disabled' end as problem
        from (
          values ${rows}
          union
          select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
        ) x(of, name)
        left join pg_trigger t on t.tgrelid = to_regclass(x.of) and t.tgname = x.name
        where t.tgenabled is distinct from 'O'
        order by 1`,
      count: `
        select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`,
    },
  ];
}
