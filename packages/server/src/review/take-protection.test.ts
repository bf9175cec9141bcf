import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { changeLogged } from '../testing/change-database.ts';
import { fixtures } from '../testing/fixtures.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const sourceOf = async (id: string) =>
  (await api.data('query ($id: ID!) { source(id: $id) { name protection } }', { id })).source;

/** A conflict about the protection of a source, as an earlier version listed them. */
const insertConflict = (
  id: string,
  value: string | null,
  fileValue: string,
  field = 'protection',
) =>
  changeLogged(
    api.database,
    `insert into import_conflict (id, kind, state, record_type, record_id, source_id, field, value,
       file_value, format, file, run_id, rows, at)
     values (gen_random_uuid(), 'IMPORT_CONFLICT', 'OPEN', 'SOURCE', $1, $1, $4, $2, $3,
       'jsonl', 'ledger.jsonl', gen_random_uuid(), '{}', now())`,
    [id.slice(4), JSON.stringify(value), JSON.stringify(fileValue), field],
  );

test('no rule takes a value that protects a source less, but its id does', async () => {
  const { aSource } = fixtures(api);
  const review = reviewOf(api);
  const [hidden, named] = [
    await aSource('Hidden', { protection: 'PSEUDONYMOUS' }),
    await aSource('Named'),
  ];
  const pseudonym = (await sourceOf(hidden)).name;
  await insertConflict(hidden, 'PSEUDONYMOUS', 'PUBLIC');
  await insertConflict(named, 'PUBLIC', 'PROTECTED');

  expect(await review.resolveAll({ state: ['OPEN'] }, 'TAKE')).toEqual({
    resolved: 1,
    skipped: 1,
    remaining: 0,
  });
  expect(await sourceOf(hidden)).toEqual({ name: pseudonym, protection: 'PSEUDONYMOUS' });
  const { sources } = await api.data(
    '{ sources(filter: { protection: [PROTECTED] }) { nodes { id name } } }',
  );
  expect(sources.nodes).toEqual([
    { id: expect.not.stringMatching(named), name: expect.stringMatching(/^Source /) },
  ]);
  const [{ id, field }, ...others] = await review.conflicts();
  expect([field, others]).toEqual(['protection', []]);

  expect(await review.resolveAll({ id: [id] }, 'TAKE')).toMatchObject({ resolved: 1, skipped: 0 });
  expect(await sourceOf(hidden)).toEqual({ name: 'Hidden', protection: 'PUBLIC' });
});

test('other conflicts of a source that a rule protects are gone', async () => {
  const { aSource } = fixtures(api);
  const review = reviewOf(api);
  const named = await aSource('Known', { role: 'baker' });
  await insertConflict(named, 'PUBLIC', 'PROTECTED');
  await insertConflict(named, 'baker', 'miller', 'role');
  expect(await review.resolveAll({ state: ['OPEN'] }, 'TAKE')).toEqual({
    resolved: 1,
    skipped: 1,
    remaining: 0,
  });
  expect(await review.conflicts()).toEqual([]);
});
