import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileOf, importPath } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const protectionOf = async (id: string) =>
  (await api.data('query ($id: ID!) { source(id: $id) { protection } }', { id })).source.protection;

test('no rule takes a value that protects a source less, but its id does', async () => {
  const { aSource } = fixtures(api);
  const review = reviewOf(api);
  const [hidden, named] = [
    await aSource('Hidden'),
    await aSource('Named', { protection: 'PROTECTED' }),
  ];
  const backup = await exportText(api, 'jsonl');
  await review.update('Source', hidden, { protection: 'PSEUDONYMOUS', role: 'baker' });
  await review.update('Source', named, { protection: 'PUBLIC' });
  await importPath(api, 'jsonl', fileOf(backup, 'ledger.jsonl'), { force: true });
  const rule = { state: ['OPEN'] };

  expect(await review.resolveAll(rule, 'TAKE')).toEqual({ resolved: 2, skipped: 1, remaining: 0 });
  expect(await protectionOf(hidden)).toBe('PSEUDONYMOUS');
  expect(await protectionOf(named)).toBe('PROTECTED');
  const [{ id, field }, ...others] = await review.conflicts();
  expect([field, others]).toEqual(['protection', []]);

  expect(await review.resolveAll({ id: [id] }, 'TAKE')).toMatchObject({ resolved: 1, skipped: 0 });
  expect(await protectionOf(hidden)).toBe('PUBLIC');
});
