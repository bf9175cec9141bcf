import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Config, readConfig } from '../config.ts';
import { type Api, startApi } from '../testing/api.ts';
import { addOutletAlias } from './alias.action.ts';

let api: Api;
let config: Config;
beforeAll(async () => {
  api = await startApi();
  const { url } = api.database.options as { url: string };
  config = readConfig({ DATABASE_URL: url });
});
afterAll(() => api.stop());

const aliases = (): Promise<object[]> =>
  api.database.query('select spelling, outlet from outlet_alias order by spelling');
const addSource = async (...texts: string[]) => {
  const names = texts.map((text, i) => ({ text, kind: i === 0 ? 'PRIMARY' : 'ALIAS' }));
  const { createSource } = await api.data(
    `mutation ($input: CreateSourceInput!) {
      createSource(input: $input) { source { id version } }
    }`,
    { input: { kind: 'OUTLET', names } },
  );
  return createSource.source;
};

describe('claimgraph alias', () => {
  test('refuses an outlet that does not exist, and suggests similar names', async () => {
    await expect(addOutletAlias(config, 'Diyaruna News', 'Diyarunaa')).rejects.toThrow(
      'There is no source "Diyarunaa". Is it one of these? Diyaruna.',
    );
    await expect(addOutletAlias(config, 'x', 'Quite another paper')).rejects.toThrow(
      'There is no source "Quite another paper". Import a file that names it first',
    );
    expect(await aliases()).toEqual([]);
  });

  test('stores the displayed name of a source, found by any name and letter case', async () => {
    await addSource('The Hill Courier', 'Courier of the Hills');
    expect(await addOutletAlias(config, 'THC', '  courier of  the hills')).toBe(
      'Imports now read "THC" as The Hill Courier.',
    );
    expect(await aliases()).toEqual([{ spelling: 'thc', outlet: 'The Hill Courier' }]);
  });

  test('accepts an outlet that imports know, although no source has its name', async () => {
    expect(await addOutletAlias(config, 'H.R.W.', 'HRW')).toContain('as Human Rights Watch.');
  });

  test('follows a spelling that was added before', async () => {
    expect(await addOutletAlias(config, 'Hill Courier', 'THC')).toContain('as The Hill Courier.');
  });

  test('refuses the name of a withdrawn source', async () => {
    const { id, version } = await addSource('The Short-Lived Gazette');
    await api.data(
      `mutation ($id: ID!, $version: Int!) {
        withdrawSource(id: $id, expectedVersion: $version, rationale: "Entered by mistake.") {
          source { id }
        }
      }`,
      { id, version },
    );
    await expect(addOutletAlias(config, 'TSLG', 'The Short-Lived Gazette')).rejects.toThrow(
      'There is no source',
    );
  });

  test('refuses a name that several sources have', async () => {
    await addSource('Northern Post', 'Post');
    await addSource('Southern Post', 'Post');
    await expect(addOutletAlias(config, 'P.', 'Post')).rejects.toThrow(
      'is a name of several sources: Northern Post, Southern Post.',
    );
  });

  test('refuses empty names, and a spelling that is the name itself', async () => {
    for (const [spelling, outlet] of [
      ['', 'Diyaruna'],
      ['D', ' '],
      ['x'.repeat(501), 'Diyaruna'],
    ] as const)
      await expect(addOutletAlias(config, spelling, outlet)).rejects.toThrow('need a name');
    await expect(addOutletAlias(config, 'DIYARUNA', 'Diyaruna')).rejects.toThrow('itself');
  });
});
