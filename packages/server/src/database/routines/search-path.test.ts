import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

interface Routine {
  name: string;
  isDefiner: boolean;
  path: string | null;
  source: string;
  isPublic: boolean;
}

const routines = (): Promise<Routine[]> =>
  api.database.query(
    `select p.proname as name, p.prosecdef as "isDefiner",
       (select c from unnest(p.proconfig) c where c like 'search\\_path=%') as path,
       p.prosrc as source, has_function_privilege('public', p.oid, 'execute') as "isPublic"
     from pg_proc p
     where p.pronamespace = 'public'::regnamespace and not exists (
       select from pg_depend d
       where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
     order by 1`,
  );

test('no function finds what a session made in place of what belongs to the ledger', async () => {
  const tables: { name: string }[] = await api.database.query(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const names = tables.map(({ name }) => name).join('|');
  const unqualified = new RegExp(
    `\\b(from|join|into|update|table|truncate)\\s+"?(${names})\\b`,
    'i',
  );
  const all = await routines();
  expect(all.length).toBeGreaterThan(150);
  const unsafe = all.filter(({ path, isDefiner, source }) =>
    path === null ? isDefiner || unqualified.test(source) : path !== 'search_path=public, pg_temp',
  );
  expect(unsafe.map(({ name }) => name)).toEqual([]);
  // Nearly all are pinned.
  expect(all.filter(({ path }) => path !== null).length).toBeGreaterThan(100);
});

test('functions with the rights of the owner are for those to whom it grants them', async () => {
  const definers = (await routines()).filter(({ isDefiner }) => isDefiner);
  expect(definers.length).toBeGreaterThan(30);
  expect(definers.filter(({ isPublic }) => isPublic)).toEqual([]);
});
