import type { DataSource, QueryRunner } from 'typeorm';
import { historySpecs } from '../../database/migrate.ts';
import { otherTriggers, secureFunctions } from '../../database/routines/index.ts';
import { insertRowsFunction } from '../../database/routines/insert-rows.ts';
import { catalogueChecks } from './catalogue-checks.ts';
import type { LedgerCheck } from './ledger-check.ts';

/** The schemas of a verification: functions of this version, and tables that are made again. */
export interface VerificationSchemas {
  functions: string;
  shadows: string;
}

/**
 * Makes the functions that an installation generates for each table, and all triggers, on empty
 * copies of the tables. Nothing of the ledger is locked or changed.
 */
export async function installShadows(
  runner: QueryRunner,
  { functions, shadows }: VerificationSchemas,
): Promise<void> {
  const specs = historySpecs(runner.dataSource);
  // Before the copies, which have no primary keys.
  for (const { table, owners } of specs) {
    const values = [table, JSON.stringify(owners)];
    await runner.query('select create_history_note($1, $2), create_history_guard($1, $2)', values);
    const [owner] = owners;
    if (owner?.column === 'id' && !owner.list)
      await runner.query('select create_version_numbering($1, $2)', [table, owner.type]);
  }
  await runner.query('select create_numbering()');
  await runner.query(`set local search_path = ${shadows}, ${functions}, public`);
  await runner.query(insertRowsFunction(runner.dataSource));
  await runner.query(secureFunctions(`${shadows}, ${functions}, public, pg_temp`));
  await runner.query(`
    do $$
    declare
      t name;
    begin
      for t in
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f', 'v', 'm')
      loop
        execute format('create table if not exists ${shadows}.%1$I '
          '(like public.%1$I including generated)', t);
      end loop;
    end $$`);
  for (const { table } of specs) await runner.query('select create_history_triggers($1)', [table]);
  await runner.query(otherTriggers());
  // So that definitions name all schemas.
  await runner.query('set local search_path = pg_catalog');
}

/**
 * The functions and triggers of the database are those of this version, which
 * {@link installShadows} made.
 */
export function routineChecks(database: DataSource, schemas: VerificationSchemas): LedgerCheck[] {
  const { functions, shadows } = schemas;
  const isMade = `in ('${functions}'::regnamespace, '${shadows}'::regnamespace)`;
  const asPublic = (definition: string) =>
    `replace(replace(replace(${definition}, '${shadows}, ${functions}, public', 'public'),
      '${shadows}.', 'public.'), '${functions}.', 'public.')`;
  const asText = (p: string) =>
    `concat_ws(' ', ${p}.prokind, ${p}.prosecdef, ${p}.proleakproof, ${p}.proisstrict,
      ${p}.proretset, ${p}.provolatile, ${p}.proparallel, ${p}.prolang,
      ${p}.prorettype::regtype, ${p}.proconfig, ${p}.prosrc)`;
  const owners = historySpecs(database).flatMap(({ table, owners: list }) =>
    list.map(({ type, column, via, key, list: name }) => {
      const path = [key, via, column].filter((part) => part !== undefined).join('.');
      return `('${table}', '${type}', '${path}', ${name ? `'${name}'` : 'null'})`;
    }),
  );
  return [
    ...catalogueChecks(database),
    {
      title: 'tables belong to records as in this version',
      faults: `
        with expected as (select * from (values ${owners.join(', ')}) v),
        found as (select table_name, record_type, owner_column, list from public.history_table)
        select 'history_table of ' || table_name as place, 'was changed' as problem
        from (
          (table expected except table found) union (table found except table expected)
        ) d(table_name) group by table_name order by 1`,
      count: `select ${owners.length}`,
    },
    {
      title: 'functions of the database are those of this version',
      faults: `
        select coalesce(n.name, p.name) as place,
          case when p.name is null then 'is missing' when n.name is null then 'was added'
            else 'was changed' end as problem
        from (
          select 'function ' || p.proname as name, ${asPublic(asText('p'))} as text,
            p.proname, p.proargtypes
          from pg_proc p where p.pronamespace ${isMade}
        ) n
        full join (
          select 'function ' || p.proname as name, ${asText('p')} as text, p.proname, p.proargtypes
          from pg_proc p
          where p.pronamespace = 'public'::regnamespace and not exists (
            select from pg_depend d
            where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        ) p on p.proname = n.proname and p.proargtypes = n.proargtypes
        where n.text is distinct from p.text
        order by 1`,
      count: `select count(*) from pg_proc where pronamespace ${isMade}`,
    },
    {
      title: 'triggers are those of this version, and enabled',
      faults: `
        with t as (
          select c.relname, t.tgname, c.relnamespace = 'public'::regnamespace as is_public,
            t.tgenabled, ${asPublic('pg_get_triggerdef(t.oid)')} as text
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where not t.tgisinternal
            and c.relnamespace in ('public'::regnamespace, '${shadows}'::regnamespace)
        )
        select format('trigger %s of %s', tgname, relname) as place,
          case when p.text is null then 'is missing' when n.text is null then 'was added'
            when p.text <> n.text then 'was changed' else 'is disabled' end as problem
        from (select * from t where is_public) p
        full join (select * from t where not is_public) n using (relname, tgname)
        where p.text is distinct from n.text or p.tgenabled <> 'O'
        union all
        select format('the triggers of references of %s', c.relname), 'are disabled'
        from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgisinternal and t.tgenabled <> 'O' and c.relnamespace = 'public'::regnamespace
        group by c.relname
        order by 1`,
      count: `
        select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`,
    },
  ];
}
