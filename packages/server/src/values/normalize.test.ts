import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { normalizeForComparison, normalizeForComparisonSql } from './normalize.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

test.each([
  [' Tell\u00a0\u200eShihab\ufeff \n X', 'tell shihab x'],
  ['O\u0308d\u0001ra\u0085\u2066B\u2069\u007f', '\u00f6dra b'],
  ['\tQal\u2019at\u00ad\r\nAL', 'qal\u2019at al'],
])('texts are compared in SQL as in the importer: %j', async (text, normalized) => {
  expect(normalizeForComparison(text)).toBe(normalized);
  const [row] = await api.database.query(`select ${normalizeForComparisonSql('$1::text')} as sql`, [
    text,
  ]);
  expect(row.sql).toBe(normalized);
});
