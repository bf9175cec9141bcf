import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { isReferredTo, referredTypes } from './reference-columns.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** A record's own lists, index tables, and what only describes a record. */
const ownColumns = /^(name|external_id)\.(report|source|faction|location)_id$|^rating\.source_id$/;
const tables = 'import_conflict|location_within|source_identity|identity_grant|identity_reading';
const ignored = new RegExp(`^(${tables})\\.|^report_author\\.report_id$`);

test.each(referredTypes)('every column that refers to a %s is known', async (type) => {
  const rows = await api.database.query(
    `select c.conrelid::regclass::text || '.' || a.attname as name
     from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
     where c.contype = 'f' and c.confrelid = $1::regclass`,
    [type],
  );
  const columns = rows
    .map(({ name }: { name: string }) => name)
    .filter((name: string) => !ownColumns.test(name) && !ignored.test(name));
  expect(columns.length).toBeGreaterThan(3);
  for (const name of columns) {
    const [table, column] = name.split('.');
    expect(isReferredTo(type)).toContain(`from ${table} x where x.${column} = r.id`);
  }
});
