import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf, importText, state } from '../../testing/imports.ts';
import { battle, claimOf, columns, importRows } from './acled.testing.ts';
import { acled } from './acled.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('a file of ACLED', () => {
  test('changes nothing when it is imported again, except for rows that differ', async () => {
    await importRows(api, [battle]);
    const before = await state(api);
    const { counts } = await importRows(api, [battle]);
    expect([counts.created.claims, counts.changed.claims, counts.unchanged.claims]).toEqual([
      0, 0, 1,
    ]);
    expect(await state(api)).toEqual(before);
    const changed = await importRows(api, [{ ...battle, fatalities: '4' }]);
    expect([changed.counts.created.claims, changed.counts.changed.claims]).toEqual([0, 1]);
    expect((await claimOf(api, 'SYR1')).quantities).toMatchObject([{ best: 4 }]);
    await importRows(api, [battle]);
  });

  test('is imported without rows that have no id, a repeated id or too few cells', async () => {
    const content = `${csvOf(columns, [
      { ...battle, event_id_cnty: '' },
      { ...battle, event_id_cnty: 'T1' },
      { ...battle, event_id_cnty: 'T1' },
    ])}\r\nT2,2018-07-05`;
    const { counts, problems } = await importText(api, acled, content);
    expect([counts.rowsRead, counts.rowsImported, counts.rowsRefused]).toEqual([4, 1, 3]);
    expect(problems.map(({ line, kind, refused }) => [line, kind, refused])).toEqual([
      [2, 'BAD_ID', true],
      [4, 'REPEATED_ID', true],
      [5, 'COLUMN_COUNT', true],
    ]);
  });

  test.each([
    ['with other columns', 'a,b\n1,2', /is not a CSV file of ACLED: its header lacks event_date/],
    ['that is empty', '', /is empty/],
    ['with NUL', Buffer.from(`${columns.join(',')}\n\0`), /NUL/],
  ])('%s is refused as a whole', async (_what, content, message) => {
    const before = await state(api);
    await expect(importText(api, acled, content)).rejects.toThrow(message);
    expect(await state(api)).toEqual(before);
  });
});
