import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { csv } from '../ingest/csv/csv.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';
import { dumpOf, faultsOfLog, linesWith, protectSource } from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const names = [
  { text: 'Dorothea Kilburn', kind: 'PRIMARY' },
  { text: 'Kilburn', kind: 'ALIAS' },
];

/** Its headers are names, and the mapping does not know a value of one column. */
const importNamingColumns = (id: string) =>
  importText(
    api,
    csv,
    `ref,account,Dorothea Kilburn count,Kilburn,day\n${id},A ferry is late,1,2,x\n`,
    {
      settings: {
        dataset: { name: 'The count table', kind: 'DATASET' },
        id: { column: 'ref' },
        statement: { column: 'account' },
        kind: { column: 'Kilburn', values: { 'Dorothea Kilburn': 'CLASH', Kilburn: 'CLASH' } },
      },
      file: `${id}.csv`,
    },
  );

async function expectOnePseudonym(file: string): Promise<void> {
  const [run] = await api.database.query(
    'select header, settings from import_run where file = $1',
    [file],
  );
  expect(run.header[2]).toMatch(/^Source \w{4} count$/);
  expect(run.header[3]).toBe(run.settings.kind.column);
  expect(Object.keys(run.settings.kind.values)).toEqual([run.header[3]]);
}

test('an import stores its header, mapping and issues with the pseudonym', async () => {
  const id = await make.aSource('x', { protection: 'PROTECTED', names });
  const { problems } = await importNamingColumns('K1');
  expect(problems.length).toBeGreaterThan(0);
  expect(JSON.stringify(problems)).not.toMatch(/kilburn/i);
  expect(linesWith(await dumpOf(api), /kilburn/i)).toEqual([]);
  await expectOnePseudonym('K1.csv');
  // Those of an import before it was protected change with it.
  await protectSource(api, id, 'PUBLIC');
  await importNamingColumns('K2');
  expect(linesWith(await dumpOf(api), /import_issue .*kilburn/i)).not.toEqual([]);
  await protectSource(api, id);
  expect(linesWith(await dumpOf(api), /kilburn/i)).toEqual([]);
  await expectOnePseudonym('K2.csv');
  expect(await faultsOfLog(api)).toEqual([]);
});
