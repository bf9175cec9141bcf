import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { changeLogged } from '../testing/change-database.ts';
import { exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { dumpOf, faultsOfLog, linesWith, protectSource } from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

/** What imports stored of one source, with the name and the key of another. */
async function insertStoredRows(id: string, otherId: string): Promise<void> {
  const [key, other] = [id.slice(4), otherId.slice(4)];
  const conflict = `
    insert into import_conflict (id, kind, state, record_type, record_id, source_id, field,
      value, file_value, format, release, file, line, run_id, rows, at)
    values (gen_random_uuid(), 'IMPORT_CONFLICT', 'OPEN', 'SOURCE', $1, $1, $3,
      '"clerk"', to_jsonb($2::text), 'csv', '1', 'a.csv', 3, gen_random_uuid(), '{}', now())`;
  const match = `
    insert into import_match (id, record_type, system, value, record_id, how, detail)
    values (gen_random_uuid(), 'source', $2, $3, $1, 'CREATED', $4)`;
  const row = `
    insert into import_row (record_id, format, release, run_id, line, raw, fingerprint)
    values ($1, 'csv', $2, gen_random_uuid(), 3, $3, 'a print')`;
  const alias = `insert into outlet_alias (spelling, outlet) values ($1, 'Petra Quist')`;
  await changeLogged(api.database, row, [
    ...[key, '1'],
    JSON.stringify(['Petra Quist', 'cousin of Bram Sorley']),
  ]);
  await changeLogged(api.database, row, [key, '2', JSON.stringify(['Petra Quist', other])]);
  await changeLogged(api.database, conflict, [key, 'nephew of Bram Sorley', 'role']);
  await changeLogged(api.database, conflict, [key, `near ${other}`, 'kind']);
  await changeLogged(api.database, match, [key, 'a table', 'quist, bram sorley', null]);
  await changeLogged(api.database, match, [key, 'a table', 'quist', 'Bram Sorley']);
  await changeLogged(api.database, alias, ['petra quist and bram sorley']);
}

const textsOf = async (statement: string) =>
  (await api.database.query(statement)).map(({ text }: { text: string }) => text);

test('a source that becomes public again names no source that is still protected', async () => {
  const [ana, ben] = [await make.aSource('Petra Quist'), await make.aSource('Bram Sorley')];
  // A namesake: her own name stays in her rows.
  const namesake = await make.aSource('Petra Quist', { protection: 'PROTECTED' });
  await insertStoredRows(ana, ben);
  const first = (await protectSource(api, ana)).source;
  const second = (await protectSource(api, ben)).source;
  expect(linesWith(await dumpOf(api), /sorley|quist/i)).toEqual([]);

  await protectSource(api, first.id, 'PUBLIC');
  expect(linesWith(await dumpOf(api), /sorley/i)).toEqual([]);
  expect(await exportText(api, 'jsonl')).not.toMatch(/sorley/i);
  expect(
    await textsOf(`select raw || ' ' || fingerprint as text from import_row order by release`),
  ).toEqual([expect.stringMatching(`^\\["Petra Quist","cousin of ${second.name}"\\] (?!a print)`)]);
  const values = `select file_value #>> '{}' as text from import_conflict order by 1`;
  expect(await textsOf(values)).toEqual([`nephew of ${second.name}`]);
  const keys = `select value || coalesce(' ' || detail, '') as text from import_match order by 1`;
  expect(await textsOf(keys)).toEqual(['quist']);

  // Nothing is lost: it comes back with the other, or when the first is lowered again.
  await protectSource(api, second.id, 'PUBLIC');
  expect(await textsOf(keys)).toEqual(['quist', 'quist, bram sorley']);
  const again = (await protectSource(api, first.id)).source;
  await protectSource(api, again.id, 'PUBLIC');
  expect(await textsOf('select raw as text from import_row order by release')).toHaveLength(2);
  expect(await textsOf(values)).toHaveLength(2);
  const aliases = 'select spelling as text from outlet_alias';
  expect(await textsOf(aliases)).toEqual([]);
  await protectSource(api, namesake, 'PUBLIC');
  expect(await textsOf(aliases)).toEqual(['petra quist and bram sorley']);
  expect(await faultsOfLog(api)).toEqual([]);
});
