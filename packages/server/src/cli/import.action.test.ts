import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { readConfig } from '../config.ts';
import { fileOf, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { importFiles } from './import.action.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** The lines of standard output. */
let lines: string[];
beforeEach(() => {
  lines = [];
  jest.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

const run = (format: string, files: readonly string[]) => {
  const databaseUrl = (api.database.options as { url: string }).url;
  return importFiles({ ...readConfig({}), databaseUrl }, format, files, {
    json: true,
    release: '19.1',
    problems: join(fileOf('', 'x'), '..', 'problems.csv'),
  });
};
const countClaims = async () => (await api.data('{ claims { totalCount } }')).claims.totalCount;

test('a refused file is an error with a code, after a report of the files before', async () => {
  const other = fileOf('{"type":"Topology","objects":{},"arcs":[]}', 'map.json');
  await expect(run('gazetteer', [other])).rejects.toThrow(
    /map\.json is TopoJSON.* \[WRONG_FORMAT\]$/,
  );
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { error: { code: 'WRONG_FORMAT', message: expect.stringContaining('TopoJSON') } },
  ]);
  lines = [];
  const files = [fileOf(ucdpFile({ id: '9101' })), fileOf('a,b\n1,2\n')];
  await expect(run('ucdp', files)).rejects.toThrow(/its header lacks .* \[WRONG_FORMAT\]$/);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { rowsImported: 1 },
    { error: { code: 'WRONG_FORMAT' } },
  ]);
});

test('a file of which each row is refused is an error, after its report', async () => {
  const before = await countClaims();
  await expect(run('ucdp', [fileOf(ucdpFile({ id: 'one' }, { id: 'two' }))])).rejects.toThrow(
    /^No row of .* could be imported\. .*problems\.csv has the reason .* \[NOTHING_IMPORTED\]$/,
  );
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ rowsRead: 2, rowsRefused: 2 }]);
  expect(await countClaims()).toBe(before);
  await run('ucdp', [fileOf(ucdpFile({ id: 'one' }, { id: '9102' }))]);
  expect(await countClaims()).toBe(before + 1);
});
