import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../config.ts';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { listConflicts, resolveConflicts } from './conflicts.action.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
  const ids = ['9001', '9002', '9003'];
  const importAs = (release: string, columns: Record<string, string>) =>
    importPath(api, 'ucdp', fileOf(ucdpFile(...ids.map((id) => ({ id, ...columns })))), {
      release,
    });
  await importAs('19.1', {});
  const { claims } = await api.data('{ claims { nodes { id } } }');
  for (const { id } of claims.nodes)
    await api.data(
      `mutation ($id: ID!) {
        updateClaim(
          id: $id
          expectedVersion: 1
          input: { statement: "Corrected.", aggregate: true }
        ) { warnings { code } }
      }`,
      { id },
    );
  await importAs('23.1', { best: '4', high: '4' });
});
afterAll(() => api.stop());

const config = () => ({
  ...readConfig({}),
  databaseUrl: (api.database.options as { url: string }).url,
});
const list = async (options: object = {}): Promise<string[][]> =>
  (await listConflicts(config(), { state: 'open', first: 100, ...options }))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

test('conflicts are listed, and kept or taken by id or by rule', async () => {
  const all = await list();
  expect(all).toHaveLength(6);
  expect(all.filter(([, , field]) => field === 'statement')[0]).toEqual([
    expect.stringMatching(/^cfl_/),
    expect.stringMatching(/^clm_/),
    'statement',
    '"Corrected."',
    expect.stringContaining('UCDP codes 4 deaths'),
    expect.stringMatching(/^ucdp 23\.1 .* \d+$/),
  ]);
  expect(await list({ field: 'aggregate', first: 2 })).toHaveLength(2);
  const options = { rationale: 'As agreed.' };
  expect(await resolveConflicts(config(), 'KEEP', [], { ...options, field: 'aggregate' })).toBe(
    'Kept 3.',
  );
  const [first] = await list();
  expect(await resolveConflicts(config(), 'TAKE', [first?.[0] ?? ''], options)).toBe('Took 1.');
  expect(await resolveConflicts(config(), 'TAKE', [], { ...options, all: true })).toBe('Took 2.');
  expect(await list()).toEqual([]);
  expect(await list({ state: 'TAKEN' })).toHaveLength(3);
});

test('nothing is resolved without a selection, and wrong options are named', async () => {
  await expect(resolveConflicts(config(), 'TAKE', [], { rationale: 'x' })).rejects.toThrow(
    'Say which conflicts',
  );
  await expect(list({ type: 'claims' })).rejects.toThrow('--type must be one of');
  await expect(list({ record: 'none' })).rejects.toThrow('is not an id');
});
