import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { type Api, startApi } from '../../testing/api.ts';
import { installShadows, routineChecks } from './routine-checks.ts';
import { createFunctions, runCheck, shadowsOf } from './verify-ledger.ts';

// Someone with all rights changes the functions and triggers that write the log.
jest.setTimeout(120_000);

let api: Api;
let runner: QueryRunner;
let schemas: { functions: string; shadows: string };
beforeAll(async () => {
  api = await startApi('ledger');
  runner = api.database.createQueryRunner();
  await runner.startTransaction();
  const functions = await createFunctions(runner);
  schemas = { functions, shadows: shadowsOf(functions) };
  await runner.query(`create schema ${schemas.shadows}`);
  await installShadows(runner, schemas);
});
afterAll(async () => {
  await runner?.rollbackTransaction();
  await runner?.release();
  await api?.stop();
});

async function faultsAfter(change: string): Promise<string[]> {
  await runner.query(`savepoint tampering; set local search_path = public`);
  await runner.query(change);
  await runner.query('set local search_path = pg_catalog');
  const faults: string[] = [];
  for (const check of routineChecks(api.database, schemas))
    for (const { place, problem } of (await runCheck(runner, check)).faults)
      faults.push(`${place} ${problem}`);
  await runner.query('rollback to savepoint tampering');
  return faults;
}

const replaced = (name: string, result = 'trigger', args = '') =>
  `create or replace function ${name}(${args}) returns ${result} language plpgsql security definer
   set search_path = public, pg_temp as $$ begin return null; end $$`;

describe('claimgraph verify finds', () => {
  test('nothing where nobody changed anything', async () => {
    expect(await faultsAfter('select 1')).toEqual([]);
  });

  test.each<[change: string, fault: string]>([
    [replaced('claim_history_note'), 'function claim_history_note was changed'],
    [replaced('claim_history_guard'), 'function claim_history_guard was changed'],
    [replaced('commit_rows'), 'function commit_rows was changed'],
    [
      `create or replace function claim_number_versions(write bigint, write_at timestamptz)
       returns void language plpgsql as $$ begin end $$`,
      'function claim_number_versions was changed',
    ],
    [
      `create or replace function insert_rows(rows jsonb) returns void language plpgsql
       as $$ begin end $$`,
      'function insert_rows was changed',
    ],
    ['drop function touch_source(uuid)', 'function touch_source is missing'],
    ['alter function close_write() security invoker', 'function close_write was changed'],
    ['alter function close_write() reset search_path', 'function close_write was changed'],
    ['alter function check_write(bigint) set jit = on', 'function check_write was changed'],
    ['alter function write_seq() volatile', 'function write_seq was changed'],
    [
      `create function write_seq(x int) returns bigint language sql as 'select 1::bigint'`,
      'function write_seq was added',
    ],
    [
      'alter table claim disable trigger history_update',
      'trigger history_update of claim is disabled',
    ],
    [
      'alter table claim enable replica trigger history_insert',
      'trigger history_insert of claim is disabled',
    ],
    [
      'drop trigger log_append_only on identity_grant',
      'trigger log_append_only of identity_grant is missing',
    ],
    [
      'drop trigger commit_rows_insert on identity_reading',
      'trigger commit_rows_insert of identity_reading is missing',
    ],
    [
      `create or replace trigger log_append_only before update on revision
       for each row execute function refuse_log_change()`,
      'trigger log_append_only of revision was changed',
    ],
    [
      `create or replace trigger log_append_only before update or delete on identity_reading
       for each row when (false) execute function refuse_log_change()`,
      'trigger log_append_only of identity_reading was changed',
    ],
    [
      `create or replace trigger history_stamp before update on claim
       for each row execute function refuse_log_change()`,
      'trigger history_stamp of claim was changed',
    ],
    [
      `create function spy() returns trigger language plpgsql as $$ begin return null; end $$;
       create trigger spy before delete on claim for each row execute function spy()`,
      'trigger spy of claim was added',
    ],
    [
      'alter table speaker disable trigger all',
      'the triggers of references of speaker are disabled',
    ],
    [
      `delete from history_table where table_name = 'speaker'`,
      'history_table of speaker was changed',
    ],
    [
      'create rule hide as on delete to identity_reading do instead nothing',
      'table identity_reading has a rule',
    ],
    [
      `alter table identity_reading enable row level security`,
      'table identity_reading hides rows by a policy',
    ],
  ])('%s', async (change, fault) => {
    expect(await faultsAfter(change)).toContain(fault);
  });
});
