import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { MigrationInterface } from 'typeorm';
import { type GuardedApi, startGuardedApi, withKey } from '../access/access.testing.ts';
import { createKey, revokeKey } from '../access/keys.ts';
import { migrations } from '../database/migrations/index.ts';
import { type GuardedDesk, guardedDesk, readMutation } from './desk.testing.ts';

const issuer = 'https://id.example/';

let pair: Awaited<ReturnType<typeof generateKeyPair>>;
let keyServer: Server;
let api: GuardedApi;
let desk: GuardedDesk;
let hidden: string;
beforeAll(async () => {
  pair = await generateKeyPair('RS256', { extractable: true });
  const published = JSON.stringify({
    keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one' }],
  });
  keyServer = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(published);
  }).listen(0, '127.0.0.1');
  await once(keyServer, 'listening');
  api = await startGuardedApi('ledger', {
    jwt: {
      jwks: `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/keys`,
      issuer,
      audience: 'claimgraph',
      algorithms: ['RS256'],
      nameClaim: 'nickname',
      roleClaim: 'role',
    },
  });
  desk = guardedDesk(api);
  hidden = await desk.aPerson('Ferrow', { protection: 'PROTECTED' });
});
afterAll(async () => {
  await api?.stop();
  keyServer?.close();
});

const tokenOf = (claims: JWTPayload): Promise<string> =>
  new SignJWT({ iss: issuer, aud: 'claimgraph', role: 'admin', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setExpirationTime('1 minute')
    .sign(pair.privateKey);

const aKey = (name: string) => createKey(api.database, { name, role: 'READER', expiresAt: null });

/** Whether a credential reads who the source is. */
async function mayRead(credential: string): Promise<boolean> {
  const { errors } = await api.ask(readMutation, { sourceId: hidden }, withKey(credential));
  if (errors) expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  return !errors;
}

const credentialIdOf = async (credential: string): Promise<string | null> =>
  (await api.data('{ viewer { credentialId } }', {}, withKey(credential))).viewer.credentialId;

test('a grant for a key is not for a token with its name, nor for the next key', async () => {
  const key = await aKey('anna');
  const { viewer, credentialId } = await desk.grant(hidden, 'anna');
  expect([viewer, credentialId]).toEqual(['anna', await credentialIdOf(key)]);
  expect(await mayRead(key)).toBe(true);
  for (const claims of [{ sub: 'anna' }, {}, { sub: String(credentialId) }])
    expect(await mayRead(await tokenOf({ nickname: 'anna', ...claims }))).toBe(false);
  await revokeKey(api.database, 'anna');
  expect(await mayRead(await aKey('anna'))).toBe(false);
});

test('a grant for a token is for its issuer and subject, under any name', async () => {
  const token = await tokenOf({ sub: 'user 17', nickname: 'berta' });
  const id = await credentialIdOf(token);
  expect(id).toBe(`token:${issuer} user 17`);
  const { viewer, credentialId } = await desk.grant(hidden, String(id));
  expect([viewer, credentialId]).toEqual(['user 17', id]);
  expect(await mayRead(token)).toBe(true);
  expect(await mayRead(await tokenOf({ sub: 'user 17', nickname: 'renamed' }))).toBe(true);
  expect(await mayRead(await tokenOf({ sub: 'user 18', nickname: 'berta' }))).toBe(false);
  expect(await mayRead(await aKey('user 17'))).toBe(false);
});

test('a viewer without a valid key is no one to give a grant to', async () => {
  await expect(desk.grant(hidden, 'berta')).rejects.toThrow(/No valid API key is berta.*token/s);
  const id = await credentialIdOf(await aKey('carla'));
  expect(await desk.grant(hidden, String(id))).toMatchObject({ viewer: 'carla', credentialId: id });
  await revokeKey(api.database, 'carla');
  for (const viewer of ['carla', String(id), 'revoked', 'expired', 'local'])
    await expect(desk.grant(hidden, viewer)).rejects.toThrow(/No valid API key/);
});

/** A migration by the beginning of its name. */
function migrationOf(name: string): MigrationInterface {
  const found = migrations.find((each) => each.name.startsWith(name));
  if (!found) throw new Error(`There is no migration ${name}.`);
  return Reflect.construct(found, []);
}

test('a grant of before belongs to the key that had its name, or ends', async () => {
  const [early, late] = ['dora', 'emma'];
  const key = await aKey(early);
  const migration = migrationOf('GrantCredentials');
  const runner = api.database.createQueryRunner();
  try {
    // A ledger of before has no triggers on this table.
    await runner.query('set session_replication_role = replica');
    await migration.down(runner);
    for (const name of [early, late])
      await runner.query(
        `insert into identity_grant
           (id, source_id, viewer, purpose, until, granted_by, granted_at)
         values (gen_random_uuid(), $1, $2, 'x', now() + interval '1 hour', 'x', now())`,
        [hidden.slice(4), name],
      );
    const nextKey = await aKey(late);
    await migration.up(runner);
    expect(await mayRead(key)).toBe(true);
    expect(await mayRead(nextKey)).toBe(false);
    const rows = await runner.query(
      `select viewer, credential_id, revoked_by from identity_grant
       where viewer = any ($1) order by 1`,
      [[early, late]],
    );
    expect(rows).toEqual([
      { viewer: early, credential_id: await credentialIdOf(key), revoked_by: null },
      { viewer: late, credential_id: null, revoked_by: 'migration' },
    ]);
  } finally {
    await runner.query('reset session_replication_role');
    await runner.release();
  }
});
