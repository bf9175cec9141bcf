import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
});
afterAll(() => api.stop());

const importEvent = (release: string, event: Record<string, string>) =>
  importPath(api, 'ucdp', fileOf(ucdpFile(event)), { release });

const reportOf = async (id: string) =>
  (await api.data('query ($id: ID!) { claim(id: $id) { report { id title } } }', { id })).claim
    .report;

test('a claim stays in a report that a person corrected, and TAKE moves it', async () => {
  await importEvent('19.1', { id: '6001' });
  const id = await review.idOf('CLAIM', 'ucdp-event', '6001');
  const report = await reportOf(id);
  await review.update('Report', report.id, { title: 'The corrected title' });

  const { conflicts } = await importEvent('23.1', { id: '6001', best: '4' });
  expect(await reportOf(id)).toEqual({ id: report.id, title: 'The corrected title' });
  expect(conflicts).toBe(1);
  const [conflict, ...others] = await review.conflicts({ record: [id] });
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({ field: 'report', value: report.id, line: 2 });
  expect(conflict.fileValue).toMatch(/^rpt_/);

  await importEvent('24.1', { id: '6001', best: '4' });
  expect(await review.conflicts({ record: [id], state: ['OPEN'] })).toHaveLength(1);
  expect(await review.resolveAll({ record: [id] }, 'TAKE')).toMatchObject({ resolved: 1 });
  expect((await reportOf(id)).id).not.toBe(report.id);
  await importEvent('25.1', { id: '6001', best: '5' });
  expect(await review.conflicts({ record: [id] })).toEqual([]);
});

test('a conflict about a report is settled by a file that names the corrected report', async () => {
  await importEvent('19.1', { id: '6002' });
  const id = await review.idOf('CLAIM', 'ucdp-event', '6002');
  const report = await reportOf(id);
  await review.update('Report', report.id, { title: 'Another title' });
  await importEvent('23.1', { id: '6002', best: '4' });
  expect(await review.conflicts({ record: [id] })).toHaveLength(1);
  const path = fileOf(ucdpFile({ id: '6002', best: '6' }));
  await api.database.query(`delete from import_row where release = '23.1'`);
  await importPath(api, 'ucdp', path, { release: '19.1', force: true });
  expect(await review.conflicts({ record: [id] })).toEqual([]);
});
