import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { poolOf } from '../database/data-source.ts';
import { sealStaged } from '../ingest/land/protected-sources.ts';
import { type Api, startApi, testMasterKeys } from '../testing/api.ts';
import { changeLogged, changeUnlogged } from '../testing/change-database.ts';
import { fixtures } from '../testing/fixtures.ts';
import { noMasterKey } from '../values/master-key.ts';
import { dumpOf, faultsOfLog, linesWith, protectSource } from './identity.testing.ts';
import { newMasterKey } from './master-key-file.ts';
import { sealPending } from './seal-pending.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

/** A source that was protected, and is public again. */
async function aLoweredSource(name: string): Promise<string> {
  const id = await fixtures(api).aSource(name, { protection: 'PROTECTED' });
  await protectSource(api, id, 'PUBLIC');
  return id;
}

test('a write of an import seals a source again that it raises after it was lowered', async () => {
  const id = await aLoweredSource('Wilma Dunmore');
  const client = await poolOf(api.database).connect();
  try {
    await client.query('begin');
    await client.query(`select open_write('local', 'import jsonl')`);
    await client.query(`update source set protection = 'PROTECTED' where id = $1`, [id.slice(4)]);
    expect(await sealStaged(client, testMasterKeys)).toBe(true);
    await client.query('select close_write()');
    await client.query('commit');
  } finally {
    client.release(true);
  }
  const { sources } = await api.data('{ sources { nodes { name protection } } }');
  expect(sources.nodes).toEqual([
    { name: expect.stringMatching(/^Source \w{4}$/), protection: 'PROTECTED' },
  ]);
  expect(linesWith(await dumpOf(api), /dunmore/i)).toEqual([]);
  expect(await faultsOfLog(api)).toEqual([]);
});

test('the start seals such a source of an earlier version', async () => {
  const id = await aLoweredSource('Agnes Harrow');
  await changeLogged(api.database, `update source set protection = 'PROTECTED' where id = $1`, [
    id.slice(4),
  ]);
  await sealPending(api.database, noMasterKey);
  expect(linesWith(await dumpOf(api), /harrow/i)).not.toEqual([]);
  await sealPending(api.database, testMasterKeys);
  expect(linesWith(await dumpOf(api), /harrow/i)).toEqual([]);
  expect(await faultsOfLog(api)).toEqual([]);
});

test('the start seals the secret that an earlier version left open', async () => {
  await changeUnlogged(
    api.database,
    `update ledger_key set secret = 'x', nonce = null where purpose = 'pseudonym'`,
  );
  const isOpen = async () => {
    const rows = await api.database.query(
      `select from ledger_key where purpose = 'pseudonym' and nonce is null`,
    );
    return rows.length === 1;
  };
  for (const keys of [noMasterKey, () => [newMasterKey()]]) {
    await sealPending(api.database, keys);
    expect(await isOpen()).toBe(true);
  }
  await sealPending(api.database, testMasterKeys);
  expect(await isOpen()).toBe(false);
});
