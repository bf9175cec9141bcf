import { readFileSync } from 'node:fs';
import { fullTextFunctions } from '../../names/full-text.ts';
import { nameKeyFunctions } from '../../names/keys.ts';
import { likenessFunctions } from '../../names/likeness.ts';
import { placeFunctions } from '../../names/places.ts';
import { synonymFunctions, synonymRows } from '../../names/synonyms.ts';
import { createDerivedTables } from '../derived-tables.ts';
import { committedTables } from '../table-kinds.ts';
import { claimIndexFunctions, claimIndexTriggers } from './claim-index.ts';
import { claimRollupFunctions, claimRollupTriggers } from './claim-rollup.ts';
import { locationFunctions, locationTriggers } from './locations.ts';
import { recordNameFunctions, recordNameTriggers } from './record-names.ts';
import { statementTriggers } from './statement-triggers.ts';

/**
 * Key of the advisory lock that a write holds. A start takes it before it changes a table, or else
 * it may deadlock with a write. `open_write` in history/write-log.sql has the same number.
 */
export const logLock = 4841190;

const sqlFile = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * Where functions find tables, types and other functions: those of PostgreSQL first, and what a
 * session made for itself last. The installation creates objects in the first schema named.
 */
const pinnedPath = 'public, pg_temp';

/** Functions that run often, and name no table without its schema. Pinning costs time. */
const qualifiedFunctions = ['history_stamp', 'is_scrubbing', 'write_seq'];

/**
 * Pins the search path of the functions in PL/pgSQL, so that no temporary table or type of a
 * session takes the place of a table of the ledger. Those that are immutable read no table. Nobody
 * but the owner runs functions with the rights of the owner, unless `grantServer` allows it.
 */
export const secureFunctions = (path = pinnedPath): string => `
do $$
declare
  f record;
begin
  for f in
    select p.oid::regprocedure as routine, p.prosecdef as is_definer,
      l.lanname = 'plpgsql' and p.provolatile <> 'i'
        and p.proname not in ('${qualifiedFunctions.join(`', '`)}') and not exists (
        select from unnest(p.proconfig) c where c like 'search\\_path=%') as has_free_path
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = current_schema()::regnamespace and p.prokind = 'f' and not exists (
      select from pg_depend e
      where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')
  loop
    if f.has_free_path then
      execute format('alter function %s set search_path = ${path}', f.routine);
    end if;
    if f.is_definer then
      execute format('revoke all on function %s from public', f.routine);
    end if;
  end loop;
end $$;`;

/**
 * The functions of the database. Run before migrations; safe to run again.
 *
 * @param schemas where they find each other and tables: others than `public` for a verification
 */
export const routineFunctions = (schemas = 'public'): string => {
  const path = pinnedPath.replace('public', schemas);
  return functionTexts().replaceAll(pinnedPath, path) + secureFunctions(path);
};

const functionTexts = (): string =>
  [
    sqlFile('json.sql'),
    sqlFile('distance.sql'),
    sqlFile('../../history/write-log.sql'),
    sqlFile('../../history/commitments.sql'),
    sqlFile('../../history/chain.sql'),
    sqlFile('../../history/scrub.sql'),
    sqlFile('../../history/row-commitments.sql'),
    sqlFile('../../history/history-tables.sql'),
    sqlFile('../../history/history-triggers.sql'),
    sqlFile('../../history/row-changes.sql'),
    sqlFile('../../history/corrections.sql'),
    sqlFile('../../identity/scrub-source.sql'),
    sqlFile('../../records/match-key.sql'),
    sqlFile('check-write.sql'),
    sqlFile('claim-event.sql'),
    claimIndexFunctions,
    claimRollupFunctions,
    locationFunctions,
    recordNameFunctions,
    nameKeyFunctions,
    synonymFunctions,
    sqlFile('../../names/name-keys.sql'),
    likenessFunctions,
    fullTextFunctions,
    placeFunctions,
  ].join('\n');

/**
 * The derived tables and the triggers of the database. Run after migrations and `install_history`;
 * safe to run again.
 */
export const routineTriggers = (): string =>
  [
    createDerivedTables,
    commitFormerRows,
    otherTriggers(),
    synonymRows(),
    // The rules may have changed since the last installation.
    'do $$ begin perform rebuild_name_key(); end $$;',
  ].join('\n');

/** Rows from before there were triggers that commit to them get a write of their own, once. */
const commitFormerRows = committedTables
  .map((table) => `do $$ begin perform commit_former_rows('${table}'); end $$;`)
  .join('');

/** The triggers of tables other than those that fill the history tables. */
export const otherTriggers = (): string =>
  [
    sqlFile('../../history/log-triggers.sql'),
    sqlFile('../../identity/reading-triggers.sql'),
    ...committedTables.map((table) => statementTriggers(table, 'commit_rows')),
    claimIndexTriggers,
    claimRollupTriggers,
    statementTriggers('claim_link', 'maintain_claim_event'),
    locationTriggers,
    recordNameTriggers,
    statementTriggers('name', 'maintain_name_key'),
  ].join('\n');
