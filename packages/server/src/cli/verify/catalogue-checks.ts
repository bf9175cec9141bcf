import type { DataSource } from 'typeorm';
import { derivedTables } from '../../database/derived-tables.ts';
import { historySpecs } from '../../database/migrate.ts';
import type { LedgerCheck } from './ledger-check.ts';

/**
 * Functions of PostgreSQL that commitments are computed with, each with the names that its
 * implementations have in PostgreSQL. All are written in C.
 */
const internalFunctions: Readonly<Record<string, readonly string[]>> = {
  array_agg: ['aggregate_dummy'],
  convert_to: ['pg_convert_to'],
  encode: ['binary_encode'],
  json_build_array: ['json_build_array', 'json_build_array_noargs'],
  json_build_object: ['json_build_object', 'json_build_object_noargs'],
  json_strip_nulls: ['json_strip_nulls'],
  row_to_json: ['row_to_json', 'row_to_json_pretty'],
  sha256: ['sha256_bytea'],
  string_agg: ['aggregate_dummy'],
  substr: ['bytea_substr', 'bytea_substr_no_len', 'text_substr', 'text_substr_no_len'],
  to_json: ['to_json'],
};

/**
 * What the checks themselves rest on: that a name means the table, and the function of PostgreSQL,
 * that it should mean. Someone with all rights could put a view before a table that they changed.
 */
export function catalogueChecks(database: DataSource): LedgerCheck[] {
  const tables = [
    ...database.entityMetadatas.map(({ tableName }) => tableName),
    ...historySpecs(database).map(({ table }) => `${table}_history`),
    ...derivedTables,
  ];
  const names = tables.map((table) => `('${table}')`).join(', ');
  const internal = Object.keys(internalFunctions).map((name) => `'${name}'`);
  const sources = Object.entries(internalFunctions).flatMap(([name, inC]) =>
    inC.map((source) => `('${name}', '${source}')`),
  );
  return [
    {
      title: 'tables of the ledger are ordinary tables',
      faults: `
        select 'table ' || t.name as place,
          case when c.oid is null then 'is missing'
            when c.relkind <> 'r' then 'is not a table'
            when c.relrowsecurity then 'hides rows by a policy'
            when exists (select from pg_inherits i where i.inhparent = c.oid)
              then 'has rows of other tables'
            else 'has a rule' end as problem
        from (values ${names}) t(name)
        left join pg_class c
          on c.relnamespace = 'public'::regnamespace and c.relname = t.name
        where c.oid is null or c.relkind <> 'r' or c.relrowsecurity or c.relhasrules
          or exists (select from pg_inherits i where i.inhparent = c.oid)
        order by 1`,
      count: `select ${tables.length}`,
    },
    {
      title: 'functions of PostgreSQL are its own',
      faults: `
        select 'function ' || p.oid::regprocedure as place,
          case when n.nspname = 'public' then 'hides one of PostgreSQL'
            else 'is not the one of PostgreSQL' end as problem
        from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang
        where (
            n.nspname = 'public' and exists (
              select from pg_proc o
              where o.pronamespace = 'pg_catalog'::regnamespace and o.proname = p.proname)
            or n.nspname = 'pg_catalog' and (p.oid >= 16384 or l.lanname = 'plpgsql'
              or p.proname in (${internal.join(', ')}) and (l.lanname <> 'internal'
                or (p.proname, p.prosrc) not in (${sources.join(', ')})))
          ) and not exists (
            select from pg_depend d
            where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        order by 1`,
      count: `select count(*) from pg_proc where pronamespace = 'pg_catalog'::regnamespace`,
    },
  ];
}
