import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { changeUnlogged } from '../testing/change-database.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf } from '../testing/imports.ts';
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

const mapping = {
  dataset: { name: 'Weir Desk' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  report: { title: 'title' },
};
const importRow = (release: string, ref: string, title: string, account = 'The weir broke.') =>
  importPath(api, 'csv', fileOf(csvOf(['ref', 'account', 'title'], [{ ref, account, title }])), {
    release,
    settings: mapping,
  });
const rowId = (ref: string) => review.idOf('CLAIM', 'table:weir desk', ref);

const claimOf = async (id: string) =>
  (
    await api.data(
      `query ($id: ID!) {
        claim(id: $id) {
          statement report { id title } citations { report { id title } }
          passage { quote start end }
        }
      }`,
      { id },
    )
  ).claim;
const reportOf = async (id: string) => (await claimOf(id)).report;
const isWithdrawn = async (id: string) =>
  (await api.data('query ($id: ID!) { report(id: $id) { withdrawn { rationale } } }', { id }))
    .report.withdrawn !== null;
const keyOf = (ref: string): string => (ref.slice(0, 3) === 'rpt' ? ref : `rpt_${ref}`);

describe('a claim whose report a person corrected', () => {
  test('stays there if a newer release changes it, and TAKE moves it', async () => {
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
    expect(await isWithdrawn(report.id)).toBe(false);
    await importEvent('25.1', { id: '6001', best: '5' });
    expect(await review.conflicts({ record: [id] })).toEqual([]);
  });

  test('stays there if only the report of its row is another one in a newer file', async () => {
    await importRow('1', 'W1', 'Weir brokn');
    const id = await rowId('W1');
    const report = await reportOf(id);
    await review.update('Report', report.id, { title: 'Weir broken' });
    expect((await importRow('2', 'W1', 'Weir is broken')).conflicts).toBe(1);
    expect(await reportOf(id)).toEqual({ id: report.id, title: 'Weir broken' });
    const [conflict] = await review.conflicts({ record: [id] });
    expect(conflict).toMatchObject({ field: 'report', value: report.id });

    // A still newer file replaces what the conflict offers. Nothing else referred to that.
    await importRow('3', 'W1', 'Weir was broken');
    expect(await isWithdrawn(conflict.fileValue)).toBe(true);
    const [offered] = await review.conflicts({ record: [id] });
    expect(await isWithdrawn(offered.fileValue)).toBe(false);

    await review.resolveAll({ record: [id] }, 'KEEP');
    expect(await isWithdrawn(offered.fileValue)).toBe(true);
    expect((await importRow('4', 'W1', 'Weir was broken', 'It broke.')).conflicts).toBe(0);
    expect(await claimOf(id)).toMatchObject({ statement: 'It broke.', report: { id: report.id } });

    await importRow('5', 'W1', 'Weir is broken', 'It broke.');
    expect(await review.conflicts({ record: [id] })).toMatchObject([
      { fileValue: conflict.fileValue },
    ]);
    await review.resolveAll({ record: [id] }, 'TAKE');
    expect(await reportOf(id)).toEqual({ id: conflict.fileValue, title: 'Weir is broken' });
    expect(await isWithdrawn(conflict.fileValue)).toBe(false);
  });

  test('is settled by a file that names the corrected report', async () => {
    await importEvent('19.1', { id: '6002' });
    const id = await review.idOf('CLAIM', 'ucdp-event', '6002');
    const report = await reportOf(id);
    await review.update('Report', report.id, { title: 'Another title' });
    await importEvent('23.1', { id: '6002', best: '4' });
    expect(await review.conflicts({ record: [id] })).toHaveLength(1);
    const path = fileOf(ucdpFile({ id: '6002', best: '6' }));
    await changeUnlogged(api.database, `delete from import_row where release = '23.1'`);
    await importPath(api, 'ucdp', path, { release: '19.1', force: true });
    expect(await review.conflicts({ record: [id] })).toEqual([]);
  });
});

test('a claim goes on citing an article that a person corrected', async () => {
  const cite = (title: string) => ({ source_article: `"Bell,2021-03-02,${title}"` });
  await importEvent('19.1', { id: '6003', ...cite('Weir brokn') });
  const id = await review.idOf('CLAIM', 'ucdp-event', '6003');
  const [{ report }] = (await claimOf(id)).citations;
  await review.update('Report', report.id, { title: 'Weir broken' });
  const newer = { id: '6003', ...cite('Weir is broken') };
  expect((await importEvent('23.1', newer)).conflicts).toBe(1);
  expect((await claimOf(id)).citations).toEqual([
    { report: { id: report.id, title: 'Weir broken' } },
  ]);
  expect((await importEvent('23.1', newer)).conflicts).toBe(0);
  const [{ field, fileValue }] = await review.conflicts({ record: [id] });
  expect(field).toBe('citations');
  await importEvent('24.1', { id: '6003', ...cite('Weir brokn') });
  expect(await review.conflicts({ record: [id], state: ['OPEN'] })).toEqual([]);
  expect(await isWithdrawn(keyOf(fileValue[0].report))).toBe(true);
  await importEvent('25.1', newer);
  await review.resolveAll({ record: [id] }, 'TAKE');
  expect((await claimOf(id)).citations).toMatchObject([{ report: { title: 'Weir is broken' } }]);
  expect(await isWithdrawn(keyOf(fileValue[0].report))).toBe(false);
  expect(await isWithdrawn(report.id)).toBe(false);
});

describe('a claim with a passage', () => {
  const quote = { passage: { quote: 'Weir', in: 'TITLE' } };

  test('stays in the report that has the passage, and TAKE finds it in the other', async () => {
    await importRow('1', 'W2', 'Weir gone');
    const id = await rowId('W2');
    const report = await reportOf(id);
    await review.update('Claim', id, quote);
    expect((await importRow('2', 'W2', 'Old Weir gone')).conflicts).toBe(1);
    expect(await reportOf(id)).toEqual(report);
    await review.resolveAll({ record: [id] }, 'TAKE');
    expect(await claimOf(id)).toMatchObject({
      report: { title: 'Old Weir gone' },
      passage: { quote: 'Weir', start: 4, end: 8 },
    });
    expect(await isWithdrawn(report.id)).toBe(true);
  });

  test('is not moved to a report without the passage', async () => {
    await importRow('1', 'W3', 'Weir there');
    const id = await rowId('W3');
    const report = await reportOf(id);
    await review.update('Claim', id, quote);
    await importRow('2', 'W3', 'Dam there');
    const rule = { record: [id] };
    expect(await review.resolveAll(rule, 'TAKE')).toMatchObject({ resolved: 0, skipped: 1 });
    expect(await claimOf(id)).toMatchObject({ report, passage: { start: 0 } });
    await review.update('Claim', id, { passage: null });
    await importRow('3', 'W3', 'Dam there', 'It held.');
    expect((await reportOf(id)).title).toBe('Dam there');
    expect(await review.conflicts({ record: [id], state: ['OPEN'] })).toEqual([]);
  });
});

test('a claim that a person entered stays in its report, which is listed', async () => {
  const { aClaim } = fixtures(api);
  const id = await aClaim({ externalIds: [{ system: 'table:weir desk', value: 'W4' }] });
  const report = await reportOf(id);
  await importRow('1', 'W4', 'Weir news');
  expect(await reportOf(id)).toEqual(report);
  const conflicts = await review.conflicts({ record: [id], field: ['report'] });
  expect(conflicts).toMatchObject([{ value: report.id }]);
  await review.resolveAll({ record: [id], field: ['report'] }, 'TAKE');
  expect((await reportOf(id)).title).toBe('Weir news');
});
