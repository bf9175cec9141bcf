import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newMasterKey } from '../identity/master-key-file.ts';
import { csv } from '../ingest/csv/csv.ts';
import { type Api, startApi, testMasterKeys } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { importText } from '../testing/imports.ts';
import { noMasterKey } from '../values/master-key.ts';
import { readLedgerSecret } from './ledger-secret.ts';

let api: Api;
let keys = [...testMasterKeys()];
beforeAll(async () => {
  api = await startApi('ledger', { masterKeys: () => keys });
});
afterAll(() => api.stop());

const createSource = (text: string, key: string, protection = 'PUBLIC') =>
  api.ask(
    `mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }`,
    { input: { kind: 'PERSON', names: [{ text, kind: 'PRIMARY' }], protection } },
    { 'idempotency-key': key },
  );

const settings = {
  dataset: { name: 'A table', kind: 'DATASET' },
  id: { column: 'ref' },
  statement: { column: 'account' },
};
const file = 'ref,account\n1,A ferry is late\n';

/** All secrets and hashes that a copy of the database has. */
async function copyOf() {
  const secrets: { secret: Buffer }[] = await api.database.query('select secret from ledger_key');
  const requests: { request: Buffer }[] = await api.database.query(
    'select request from idempotency_key',
  );
  const runs: { content: string }[] = await api.database.query('select content from import_run');
  return {
    secrets: secrets.map(({ secret }) => secret),
    hashes: [
      ...requests.map(({ request }) => request.toString('hex')),
      ...runs.map((r) => r.content),
    ],
  };
}

/** The hashes that somebody with a copy of the database can compute for a guess. */
const hashesOf = (guess: string, purpose: string, secrets: readonly Buffer[]): string[] => {
  const digest = createHash('sha256').update(guess).digest();
  const keysOf = (secret: Buffer) => [
    secret,
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `claimgraph ${purpose}`, 32)),
  ];
  return [
    digest,
    ...secrets
      .flatMap(keysOf)
      .flatMap((key) => [guess, digest].map((of) => createHmac('sha256', key).update(of).digest())),
  ].map((each) => each.toString('hex'));
};

test('once a source is protected, a copy of the database tests no guesses', async () => {
  await createSource('Osric Thane', 'one', 'PROTECTED');
  await createSource('Perpetua Vane', 'two');
  await importText(api, csv, file, { settings });
  const { secrets, hashes } = await copyOf();
  expect(hashes).toHaveLength(3);
  const requestOf = (text: string, protection: string) => {
    const input = { kind: 'PERSON', names: [{ text, kind: 'PRIMARY' }], protection };
    return JSON.stringify([
      'mutation ($input: CreateSourceInput!) {\n  createSource(input: $input) {\n    source {\n' +
        '      id\n    }\n  }\n}',
      [],
      { input },
    ]);
  };
  const guesses = [
    ...hashesOf(requestOf('Osric Thane', 'PROTECTED'), 'requests', secrets),
    ...hashesOf(requestOf('Perpetua Vane', 'PUBLIC'), 'requests', secrets),
    ...hashesOf(
      `${JSON.stringify(['csv', '', false, settings, null])}${file}`,
      'contents of files',
      secrets,
    ),
  ];
  expect(guesses.filter((guess) => hashes.includes(guess))).toEqual([]);
  // With the master key, they are the same: the guesses above are what the server hashes.
  const secret = await readLedgerSecret((text) => api.database.query(text), testMasterKeys);
  if (!secret) throw new Error('The secret was not read.');
  const known = [
    ...hashesOf(requestOf('Osric Thane', 'PROTECTED'), 'requests', [secret]),
    ...hashesOf(requestOf('Perpetua Vane', 'PUBLIC'), 'requests', [secret]),
  ];
  expect(known.filter((guess) => hashes.includes(guess))).toHaveLength(2);
});

test('a repeated request doubles nothing after the secret is sealed', async () => {
  const other = await startApi('ledger', { masterKeys: () => keys });
  try {
    const send = (text: string, key: string) =>
      other.ask(
        `mutation ($text: String!) {
          createSource(input: { kind: PERSON, names: [{ text: $text, kind: PRIMARY }] }) {
            source { id }
          }
        }`,
        { text },
        { 'idempotency-key': key },
      );
    const first = await send('Quince', 'three');
    await fixtures(other).aSource('Someone', { protection: 'PROTECTED' });
    expect(await send('Quince', 'three')).toEqual(first);
    expect((await send('Quinces', 'three')).errors?.[0]?.extensions.code).toBe('CONFLICT');
    // A refusal must not ask for a new key: the client would write twice.
    const unknown = { code: 'UNAVAILABLE', outcome: 'UNKNOWN' };
    for (const wrong of [[newMasterKey()], []]) {
      keys = wrong;
      expect((await send('Quince', 'three')).errors?.[0]?.extensions).toMatchObject(unknown);
    }
    // The write of another key works as before, and is recognised with the master key, too.
    const later = await send('Rowan', 'four');
    expect(await send('Rowan', 'four')).toEqual(later);
    keys = [...testMasterKeys()];
    expect(await send('Rowan', 'four')).toEqual(later);
    expect((await send('Rowans', 'four')).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect(await send('Quince', 'three')).toEqual(first);
  } finally {
    keys = [...testMasterKeys()];
    await other.stop();
  }
});

test('imports need no master key in a ledger that no longer has protected sources', async () => {
  const other = await startApi('ledger');
  try {
    const make = fixtures(other);
    const id = await make.aSource('Someone', { protection: 'PROTECTED' });
    await other.data(
      'mutation ($id: ID!) { eraseSource(id: $id, rationale: "x") { source { id } } }',
      { id },
    );
    const listed = '{ sources { nodes { id name } } }';
    const erased = await other.data(listed);
    const { counts } = await importText(other, csv, file, { settings, masterKeys: noMasterKey });
    expect(counts.created.claims).toBe(1);
    // With the key, an import leaves the erased source as it is, too.
    const [one] = erased.sources.nodes;
    await importText(other, csv, file, { settings, force: true });
    expect((await other.data(listed)).sources.nodes).toContainEqual(one);
  } finally {
    await other.stop();
  }
});
