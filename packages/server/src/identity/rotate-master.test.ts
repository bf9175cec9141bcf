import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { poolOf } from '../database/data-source.ts';
import { csv } from '../ingest/csv/csv.ts';
import { type Api, startApi, testMasterKeys } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText, state } from '../testing/imports.ts';
import { MasterKey } from '../values/master-key.ts';
import { rotateMaster } from './rotate-master.ts';

const next = new MasterKey(Buffer.alloc(32, 'next'));
let keys = [...testMasterKeys()];
let api: Api;
beforeAll(async () => {
  api = await startApi('ledger', { masterKeys: () => keys });
});
afterAll(() => api.stop());

const rotate = async (end: 'commit' | 'rollback') => {
  const client = await poolOf(api.database).connect();
  try {
    await client.query('begin');
    const count = await rotateMaster(
      async (text, values = []) => (await client.query(text, [...values])).rows,
      () => keys,
      next,
    );
    await client.query(end);
    return count;
  } finally {
    client.release();
  }
};

test('a new master key is the right one for a ledger in which nothing is sealed yet', async () => {
  expect(await api.database.query('select from master_key_check')).toEqual([]);
  expect(await rotate('commit')).toBe(0);
  const { errors } = await api.ask(
    `mutation { createSource(input: {
      kind: PERSON, protection: PROTECTED, names: [{ text: "Someone", kind: PRIMARY }]
    }) { source { id } } }`,
  );
  expect(errors?.[0]?.message).toMatch(/is not the one that this ledger uses/);
  await api.database.query('delete from master_key_check');
});

test('a new master key opens all identities, and imports still find their sources', async () => {
  const settings = {
    dataset: { name: 'A table', kind: 'DATASET' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    report: { title: 'title', publisher: 'paper' },
  };
  const row = 'ref,account,title,paper\n1,A ferry is late,Late again,Ibis Weekly\n';
  const run = (force = true) =>
    importText(api, csv, row, { settings, force, masterKeys: () => keys });
  const make = fixtures(api);
  await make.aSource('Ibis Weekly', { kind: 'OUTLET', protection: 'PROTECTED' });
  const id = await make.aSource('Linnet Crane', { protection: 'PROTECTED' });
  await run();
  const before = await state(api);
  await api.data(
    `mutation ($id: ID!, $until: DateTime!) {
      grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "x") { grant { id } }
    }`,
    { id, until: new Date(Date.now() + 60_000).toISOString() },
  );
  const read = () =>
    api.ask(
      `mutation ($id: ID!) {
        readIdentity(sourceId: $id) { identity { names { text } } }
      }`,
      { id },
    );
  const known = { readIdentity: { identity: { names: [{ text: 'Linnet Crane' }] } } };

  keys = [...keys, next];
  expect(await rotate('rollback')).toBe(2);
  expect((await read()).data).toEqual(known);
  expect(await rotate('commit')).toBe(2);
  // Interrupted before the file was replaced: both keys are still set.
  expect((await read()).data).toEqual(known);
  expect(await rotate('commit')).toBe(0);
  keys = [next];
  expect((await read()).data).toEqual(known);
  // The row that has lost a name is still known, and so are ids, pseudonyms and requests.
  expect((await run(false)).counts.unchanged.claims).toBe(1);
  await run();
  expect((await state(api)).revisions).toEqual(before.revisions);
  keys = [...testMasterKeys()];
  expect((await read()).errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
  keys = [];
  expect((await read()).errors?.[0]?.message).toMatch(/has no master key/);
});
