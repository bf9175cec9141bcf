import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi } from '../access/access.testing.ts';
import { changeUnlogged } from '../testing/change-database.ts';
import { type GuardedDesk, guardedDesk } from './desk.testing.ts';
import { dumpOf, linesWith } from './identity.testing.ts';

let api: GuardedApi;
let desk: GuardedDesk;
beforeAll(async () => {
  api = await startGuardedApi('ledger');
  desk = guardedDesk(api);
});
afterAll(() => api.stop());

describe('the identity of a protected source', () => {
  test('is read only with a grant, and each reading is listed', async () => {
    const id = await desk.aPerson('Ostrava', { protection: 'PROTECTED', identityNotes: 'A note.' });
    const nobody = `src_${id.slice(4, -4)}0000`;
    const messages = [];
    for (const each of [id, nobody])
      for (const role of ['READER', 'ADMIN'] as const) {
        const { errors } = await desk.read(each, role);
        expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
        messages.push(errors?.[0]?.message.replace(each, 'ID'));
      }
    expect(new Set(messages).size).toBe(1);
    const given = await desk.grant(id);
    expect(given).toMatchObject({ viewer: 'reader of the desk', source: { id }, revokedAt: null });
    expect((await desk.read(id, 'ADMIN')).errors).toBeDefined();
    expect((await desk.read(id)).data.readIdentity).toEqual({
      source: { id },
      identity: {
        names: [
          { text: 'Ana Ostrava', kind: 'PRIMARY', language: 'en', script: null },
          { text: 'Anna Ostravason', kind: 'ALIAS', language: null, script: null },
        ],
        formerNames: [],
        role: 'Ostrava dealer',
        basedInId: null,
        externalIds: [{ system: 'phone', value: '+Ostrava' }],
        affiliations: [],
        notes: 'A note.',
        formerIds: [],
      },
    });
    const { identityReadings, identityGrants } = await desk.asRole('ADMIN').data(`{
      identityReadings(first: 1) { totalCount nodes { viewer source { id } grant { id purpose } } }
      identityGrants(first: 1) { nodes { id grantedBy } }
    }`);
    expect(identityReadings).toEqual({
      totalCount: 1,
      nodes: [
        {
          viewer: 'reader of the desk',
          source: { id },
          grant: { id: given.id, purpose: 'An interview.' },
        },
      ],
    });
    expect(identityGrants.nodes).toEqual([{ id: given.id, grantedBy: 'admin of the desk' }]);
    await expect(api.database.query('delete from identity_reading')).rejects.toThrow();
  });

  test('is no longer read after the grant has ended or was revoked', async () => {
    const id = await desk.aPerson('Pavlova', { protection: 'PROTECTED' });
    const given = await desk.grant(id);
    const revoke = () =>
      desk
        .asRole('ADMIN')
        .ask(`mutation ($id: ID!) { revokeIdentityGrant(id: $id) { grant { revokedBy } } }`, {
          id: given.id,
        });
    expect((await revoke()).data.revokeIdentityGrant.grant.revokedBy).toBe('admin of the desk');
    expect((await desk.read(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await revoke()).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const ended = await desk.grant(id);
    await changeUnlogged(
      api.database,
      `update identity_grant set until = now() - interval '1 second' where id = $1`,
      [ended.id.slice(4)],
    );
    expect((await desk.read(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('is changed, but never shown, by an update', async () => {
    const id = await desk.aPerson('Quercus', { protection: 'PROTECTED' });
    const before = await desk.sourceOf(id);
    const { data } = await desk.update(id, 1, {
      names: [{ text: 'Bea Quercus', kind: 'PRIMARY' }],
      role: null,
      kind: 'COLLECTIVE',
    });
    expect(data.updateSource).toMatchObject({
      source: { id, name: before.name, role: null, kind: 'COLLECTIVE', version: 2 },
      warnings: [],
      namedTexts: null,
    });
    await desk.update(id, 2, { externalIds: [] });
    await desk.asRole('ANALYST').data(
      `mutation ($id: ID!) {
        addName(recordId: $id, name: { text: "B. Quercus", kind: ALIAS }) { record { id } }
      }`,
      { id },
    );
    const after = await desk.sourceOf(id);
    expect([after.version, after.names]).toEqual([4, before.names]);
    expect(linesWith(await dumpOf(api), /Quercus/)).toEqual([]);
    await desk.grant(id);
    expect((await desk.read(id)).data.readIdentity.identity).toMatchObject({
      names: [{ text: 'Bea Quercus' }, { text: 'B. Quercus' }],
      formerNames: ['Ana Quercus', 'Anna Quercusson'],
      role: null,
      externalIds: [],
    });
  });

  test('is not read by anonymous viewers, nor granted without a purpose or an end', async () => {
    const id = await desk.aPerson('Rosalba', { protection: 'PROTECTED' });
    const ask = (
      viewer: string,
      until: string,
      purpose: string,
      role: 'EDITOR' | 'ADMIN' = 'ADMIN',
    ) =>
      desk.asRole(role).ask(
        `mutation ($id: ID!, $viewer: String!, $until: DateTime!, $purpose: String!) {
          grantIdentity(sourceId: $id, viewer: $viewer, until: $until, purpose: $purpose) {
            grant { id }
          }
        }`,
        { id, viewer, until, purpose },
      );
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const wrong = [
      await ask('', tomorrow, 'x'),
      await ask('reader of the desk', tomorrow, ' '),
      await ask('reader of the desk', '2020-01-01T00:00:00Z', 'x'),
      await ask('reader of the desk', '2999-01-01T00:00:00Z', 'x'),
    ];
    expect(wrong.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(
      wrong.map(() => 'BAD_USER_INPUT'),
    );
    expect((await ask('anonymous', tomorrow, 'x')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ask('x', tomorrow, 'x', 'EDITOR')).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  test('cannot be read in the database, nor with another key', async () => {
    const id = await desk.aPerson('Sedlar', { protection: 'PROTECTED' });
    await changeUnlogged(
      api.database,
      `update source_identity set sealed = set_byte(sealed, 3, get_byte(sealed, 3) # 1)
       where source_id = $1`,
      [id.slice(4)],
    );
    await desk.grant(id);
    expect((await desk.read(id)).errors?.[0]?.extensions.code).toBe('INTERNAL');
    api.faults.length = 0;
  });

  test('cannot be given to another source in the database', async () => {
    const [id, other] = [
      await desk.aPerson('Tavora', { protection: 'PROTECTED' }),
      await desk.aPerson('Umbral', { protection: 'PROTECTED' }),
    ];
    await desk.grant(id);
    const unlogged = (statement: string, keys: string[]) =>
      changeUnlogged(api.database, statement, keys);
    await unlogged('delete from source_identity where source_id = $1', [id.slice(4)]);
    await unlogged('update source_identity set source_id = $1 where source_id = $2', [
      id.slice(4),
      other.slice(4),
    ]);
    expect((await desk.read(id)).errors?.[0]?.extensions.code).toBe('INTERNAL');
    api.faults.length = 0;
  });
});
