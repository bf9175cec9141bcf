import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { readConfig } from '../config.ts';
import { fileOf, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { importFiles } from './import.action.ts';
import type { ImportCommandOptions } from './import.command.ts';

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

const run = (format: string, files: readonly string[], more: ImportCommandOptions = {}) => {
  const databaseUrl = (api.database.options as { url: string }).url;
  return importFiles({ ...readConfig({}), databaseUrl }, format, files, {
    json: true,
    release: '19.1',
    problems: join(fileOf('', 'x'), '..', 'problems.csv'),
    ...more,
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

test.each([
  ['is missing', {}, /needs a mapping.* \[BAD_MAPPING\]$/],
  ['does not exist', { map: 'none.json' }, /There is no file none\.json\. \[BAD_MAPPING\]$/],
  ['is a folder', { map: tmpdir() }, /cannot be read: it is a folder\. \[BAD_MAPPING\]$/],
  ['is not JSON', { map: fileOf('{"id":', 'a.json') }, /is not JSON: .* \[BAD_MAPPING\]$/],
  ['is a list', { map: fileOf('[]', 'b.json') }, /must contain a JSON object.* \[BAD_MAPPING\]$/],
  ['is of no use', { map: fileOf('{}', 'c.json') }, /id: is missing.* \[BAD_MAPPING\]$/],
])('a mapping that %s is refused with its code, for programs too', async (_, options, message) => {
  const table = fileOf('id,text\n1,x\n', 'table.csv');
  await expect(run('csv', [table], options)).rejects.toThrow(message);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { error: { code: 'BAD_MAPPING', message: expect.any(String) } },
  ]);
});

test('an import stops before its first row if its problems cannot be written', async () => {
  const before = await countClaims();
  const problems = join(tmpdir(), 'claimgraph-missing', 'problems.csv');
  const files = [fileOf(ucdpFile({ id: 'one' }, { id: '9103' }))];
  await expect(run('ucdp', files, { problems })).rejects.toThrow(
    /problems\.csv cannot be written: there is no folder .*claimgraph-missing/,
  );
  expect(await countClaims()).toBe(before);
});
