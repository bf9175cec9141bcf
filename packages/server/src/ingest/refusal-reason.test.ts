import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { importText } from '../testing/imports.ts';
import { csv } from './csv/csv.ts';
import { reasonOfRefusal } from './refusal-reason.ts';

describe('the reason for which the database refuses a row', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi('ledger');
  });
  afterAll(() => api.stop());

  test('is in words of the desk, without names of tables, columns and constraints', async () => {
    await api.database.query(
      `alter table claim add constraint odd_rule check (statement not like '%Cursed%')`,
    );
    const settings = {
      dataset: { name: 'Desk' },
      id: { column: 'no' },
      statement: { column: 'what' },
    };
    const { problems } = await importText(api, csv, 'no,what\n1,Fine.\n2,Cursed.\n', { settings });
    expect(problems).toEqual([
      expect.objectContaining({
        kind: 'REFUSED',
        line: 3,
        refused: true,
        reason: 'A value is not allowed. The ledger refused this row (23514).',
      }),
    ]);
  });

  test.each([
    [
      { code: '23502', message: 'null value in column "id" of relation "import_seen"' },
      'is missing',
    ],
    [{ code: '23505', message: 'duplicate key value', constraint: 'location_pkey' }, 'It repeats'],
    [{ code: '23514', constraint: 'claim_occurred_order_check' }, 'ends before it begins'],
    [{ code: '22999', message: 'odd' }, 'A value cannot be stored.'],
    [{ code: 'CG001', message: 'location_cycle' }, 'A place would be inside itself.'],
  ])('is found by code or constraint: %j', (error, reason) => {
    expect(reasonOfRefusal(error)).toContain(reason);
    expect(reasonOfRefusal(error)).not.toMatch(/import_seen|_pkey|_check|_cycle|column|relation/);
  });
});
