import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  beginScrub,
  connectWithRole,
  missingPrivilege,
  openWrite,
  refusedByTrigger,
} from './server-role.testing.ts';

let ledger: Awaited<ReturnType<typeof connectWithRole>>;
beforeAll(async () => {
  ledger = await connectWithRole(`tricks_${process.pid}`);
});
afterAll(() => ledger.stop());

// What someone who has the password of the server's user may try with SQL.
describe('a server with a role of its own', () => {
  const change = `update report set title = 'Hidden' where title <> 'Hidden'`;
  const temporary = [
    'touched',
    'write_log',
    'revision',
    'report_history',
    'history_table',
    'claim',
  ];

  test.each<[trick: string, statements: string[]]>([
    ['a setting', [`select set_config('claimgraph.closing', 'on', true)`]],
    [
      'tables of its own',
      temporary.map((table) => `create temp table ${table} (like public.${table} including all)`),
    ],
    [
      'another search path',
      ['create temp table touched (like public.touched)', 'set search_path = pg_temp, public'],
    ],
  ])('cannot hide a change from the log by %s', async (_trick, statements) => {
    const { server } = ledger;
    await server.query('begin');
    try {
      await server.query(openWrite);
      for (const statement of statements) await server.query(statement);
      const { rowCount } = await server.query(change.replace('report', 'public.report'));
      await server.query('select public.close_write()');
      const { rows } = await server.query(
        `select count(*)::int as count from public.revision r
         where r.seq = (select max(seq) from public.write_log)`,
      );
      expect(rows[0].count).toBe(rowCount);
      expect(rowCount).toBeGreaterThan(0);
      expect((await server.query('select from public.broken_writes()')).rowCount).toBe(0);
    } finally {
      await server.query('rollback');
    }
  });

  test('cannot open a write inside another, with any setting', async () => {
    const reset = `select set_config('claimgraph.at', '', true)`;
    expect(await ledger.refusalOf(openWrite, reset, openWrite)).toBe(refusedByTrigger);
  });

  test('cannot use functions of triggers, nor those of the owner, for itself', async () => {
    for (const routine of ['claim_history_note', 'commit_rows'])
      expect(
        await ledger.refusalOf(
          'create temp table mine (like public.claim)',
          `create trigger mine after insert on mine referencing new table as new_rows
           for each statement execute function ${routine}()`,
        ),
      ).toBe(missingPrivilege);
  });

  test('runs nothing of its own with the rights of the owner', async () => {
    const asWhom = `create function pg_temp.run() returns trigger language plpgsql as
      $$ begin raise '%', current_user using errcode = 'CGRUN'; end $$`;
    const domain = `create function pg_temp.run(x pg_catalog.text) returns boolean
      language plpgsql as $$ begin
        if current_user <> session_user then raise 'owner' using errcode = 'CGRUN'; end if;
        return true;
      end $$`;
    const temporary = 'create temp table scrubbed (like public.scrubbed including all)';
    const trigger = `create trigger run before insert on pg_temp.scrubbed
      for each row execute function pg_temp.run()`;
    const text = 'create domain pg_temp.text as pg_catalog.text check (pg_temp.run(value))';
    const compile = `select contents_query('REPORT', false, false)`;
    for (const attack of [
      [temporary, asWhom, trigger, openWrite, beginScrub],
      [domain, text, compile, openWrite, beginScrub],
    ])
      expect(await ledger.refusalOf(...attack)).toBe(missingPrivilege);
    // A function in the session that only the search path keeps from running.
    const known = `create trigger run before insert on pg_temp.scrubbed
      for each row execute function refuse_log_change()`;
    expect(await ledger.refusalOf(temporary, known, openWrite, beginScrub)).toBeUndefined();
  });
});
