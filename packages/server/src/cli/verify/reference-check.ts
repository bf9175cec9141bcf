import type { QueryRunner } from 'typeorm';
import { combineChecks, type LedgerCheck } from './ledger-check.ts';

interface ForeignKey {
  table: string;
  target: string;
  columns: string[];
  targetColumns: string[];
}

/**
 * Checks every foreign key. PostgreSQL enforces them, but not while triggers are off, as in a
 * session with `session_replication_role = replica`.
 */
export async function referenceCheck(runner: QueryRunner): Promise<LedgerCheck> {
  const keys: ForeignKey[] = await runner.query(
    `select conrelid::regclass::text as table, confrelid::regclass::text as target,
       array(
         select quote_ident(a.attname) from unnest(k.conkey) with ordinality u(n, place)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by place
       ) as columns,
       array(
         select quote_ident(a.attname) from unnest(k.confkey) with ordinality u(n, place)
         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by place
       ) as "targetColumns"
     from pg_constraint k
     where contype = 'f' and connamespace = 'public'::regnamespace
     order by conrelid::regclass::text, conname`,
  );
  return combineChecks('references to other rows exist', keys.map(checkOf));
}

const checkOf = ({ table, target, columns, targetColumns }: ForeignKey) => {
  const isSet = columns.map((column) => `t.${column} is not null`).join(' and ');
  const matches = columns.map((column, i) => `r.${targetColumns[i]} = t.${column}`).join(' and ');
  const values = columns.map((column) => `t.${column}`).join(', ');
  return {
    faults: `
      select concat_ws(' ', '${table}', ${values}) as place,
        'refers to a missing ${target}' as problem
      from ${table} t
      where ${isSet} and not exists (select from ${target} r where ${matches})
      order by 1`,
    count: `select count(*) from ${table} t where ${isSet}`,
  };
};
