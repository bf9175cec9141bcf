import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi, withKey } from '../access/access.testing.ts';
import { fixtures } from '../testing/fixtures.ts';
import { dumpOf, linesWith } from './identity.testing.ts';

let api: GuardedApi;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startGuardedApi('ledger');
  make = fixtures(asRole('ADMIN'));
});
afterAll(() => api.stop());

/** The API as a viewer of a role uses it. */
const asRole = (role: 'READER' | 'ANALYST' | 'EDITOR' | 'ADMIN') => ({
  ...api,
  data: (query: string, variables?: Record<string, unknown>) =>
    api.data(query, variables, withKey(api.keys[role])),
  ask: (query: string, variables?: Record<string, unknown>) =>
    api.ask(query, variables, withKey(api.keys[role])),
});

const _pseudonym = /^Source [0-9A-HJKMNP-TV-Z]{4}$/;

const sourceFields = `{
  id name names { text kind } role basedIn { id } externalIds { system value }
  affiliations { id } kind protection version
  history { nodes { change diff { path before after } } }
}`;

const sourceOf = async (id: string) =>
  (await asRole('ADMIN').data(`query ($id: ID!) { source(id: $id) ${sourceFields} }`, { id }))
    .source;

const update = (
  id: string,
  version: number,
  input: object,
  role: 'ANALYST' | 'ADMIN' = 'ANALYST',
) =>
  asRole(role).ask(
    `mutation ($id: ID!, $version: Int!, $input: UpdateSourceInput!) {
      updateSource(id: $id, expectedVersion: $version, input: $input, rationale: "Decided.") {
        source ${sourceFields} warnings { code } namedTexts { count first { recordId field } }
      }
    }`,
    { id, version, input },
  );

const read = (sourceId: string, role: 'READER' | 'ADMIN' = 'READER') =>
  asRole(role).ask(
    `mutation ($sourceId: ID!) {
      readIdentity(sourceId: $sourceId) {
        source { id }
        identity {
          names { text kind language script } formerNames role basedInId
          externalIds { system value } affiliations { toId ofId role during claimIds } notes
          formerIds
        }
      }
    }`,
    { sourceId },
  );

const grant = async (sourceId: string, viewer = 'reader of the desk', hours = 1) => {
  const until = new Date(Date.now() + hours * 3_600_000).toISOString();
  const { grantIdentity } = await asRole('ADMIN').data(
    `mutation ($sourceId: ID!, $viewer: String!, $until: DateTime!) {
      grantIdentity(sourceId: $sourceId, viewer: $viewer, until: $until, purpose: "An interview.") {
        grant { id viewer purpose until revokedAt source { id } }
      }
    }`,
    { sourceId, viewer, until },
  );
  return grantIdentity.grant;
};

/** A person of whom everything is recorded. Each text has the word. */
const aPerson = (word: string, input: object = {}): Promise<string> =>
  make.aSource(`Ana ${word}`, {
    names: [
      { text: `Ana ${word}`, kind: 'PRIMARY', language: 'en' },
      { text: `Anna ${word}son`, kind: 'ALIAS' },
    ],
    role: `${word} dealer`,
    externalIds: [{ system: 'phone', value: `+${word}` }],
    ...input,
  });

describe('the identity of a protected source', () => {
  test('is read only with a grant, and each reading is listed', async () => {
    const id = await aPerson('Ostrava', { protection: 'PROTECTED', identityNotes: 'A note.' });
    const nobody = `src_${id.slice(4, -4)}0000`;
    const messages = [];
    for (const each of [id, nobody])
      for (const role of ['READER', 'ADMIN'] as const) {
        const { errors } = await read(each, role);
        expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
        messages.push(errors?.[0]?.message.replace(each, 'ID'));
      }
    expect(new Set(messages).size).toBe(1);
    const given = await grant(id);
    expect(given).toMatchObject({ viewer: 'reader of the desk', source: { id }, revokedAt: null });
    expect((await read(id, 'ADMIN')).errors).toBeDefined();
    expect((await read(id)).data.readIdentity).toEqual({
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
    const { identityReadings, identityGrants } = await asRole('ADMIN').data(`{
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
    const id = await aPerson('Pavlova', { protection: 'PROTECTED' });
    const given = await grant(id);
    const revoke = () =>
      asRole('ADMIN').ask(
        `mutation ($id: ID!) { revokeIdentityGrant(id: $id) { grant { revokedBy } } }`,
        { id: given.id },
      );
    expect((await revoke()).data.revokeIdentityGrant.grant.revokedBy).toBe('admin of the desk');
    expect((await read(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await revoke()).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const ended = await grant(id);
    await api.database.query(
      `update identity_grant set until = now() - interval '1 second' where id = $1`,
      [ended.id.slice(4)],
    );
    expect((await read(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('is changed, but never shown, by an update', async () => {
    const id = await aPerson('Quercus', { protection: 'PROTECTED' });
    const before = await sourceOf(id);
    const { data } = await update(id, 1, {
      names: [{ text: 'Bea Quercus', kind: 'PRIMARY' }],
      role: null,
      kind: 'COLLECTIVE',
    });
    expect(data.updateSource).toMatchObject({
      source: { id, name: before.name, role: null, kind: 'COLLECTIVE', version: 2 },
      warnings: [],
      namedTexts: null,
    });
    await update(id, 2, { externalIds: [] });
    await asRole('ANALYST').data(
      `mutation ($id: ID!) {
        addName(recordId: $id, name: { text: "B. Quercus", kind: ALIAS }) { record { id } }
      }`,
      { id },
    );
    const after = await sourceOf(id);
    expect([after.version, after.names]).toEqual([4, before.names]);
    expect(linesWith(await dumpOf(api), /Quercus/)).toEqual([]);
    await grant(id);
    expect((await read(id)).data.readIdentity.identity).toMatchObject({
      names: [{ text: 'Bea Quercus' }, { text: 'B. Quercus' }],
      formerNames: ['Ana Quercus', 'Anna Quercusson'],
      role: null,
      externalIds: [],
    });
  });

  test('is not read by anonymous viewers, nor granted without a purpose or an end', async () => {
    const id = await aPerson('Rosalba', { protection: 'PROTECTED' });
    const ask = (
      viewer: string,
      until: string,
      purpose: string,
      role: 'EDITOR' | 'ADMIN' = 'ADMIN',
    ) =>
      asRole(role).ask(
        `mutation ($id: ID!, $viewer: String!, $until: DateTime!, $purpose: String!) {
          grantIdentity(sourceId: $id, viewer: $viewer, until: $until, purpose: $purpose) {
            grant { id }
          }
        }`,
        { id, viewer, until, purpose },
      );
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const wrong = [
      await ask('anonymous', tomorrow, 'x'),
      await ask('', tomorrow, 'x'),
      await ask('x', tomorrow, ' '),
      await ask('x', '2020-01-01T00:00:00Z', 'x'),
      await ask('x', '2999-01-01T00:00:00Z', 'x'),
    ];
    expect(wrong.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(
      wrong.map(() => 'BAD_USER_INPUT'),
    );
    expect((await ask('x', tomorrow, 'x', 'EDITOR')).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  test('cannot be read in the database, nor with another key', async () => {
    const id = await aPerson('Sedlar', { protection: 'PROTECTED' });
    await api.database.query(
      `update source_identity set sealed = set_byte(sealed, 3, get_byte(sealed, 3) # 1)
       where source_id = $1`,
      [id.slice(4)],
    );
    await grant(id);
    expect((await read(id)).errors?.[0]?.extensions.code).toBe('INTERNAL');
    api.faults.length = 0;
  });

  test('cannot be given to another source in the database', async () => {
    const [id, other] = [
      await aPerson('Tavora', { protection: 'PROTECTED' }),
      await aPerson('Umbral', { protection: 'PROTECTED' }),
    ];
    await grant(id);
    await api.database.query('delete from source_identity where source_id = $1', [id.slice(4)]);
    await api.database.query('update source_identity set source_id = $1 where source_id = $2', [
      id.slice(4),
      other.slice(4),
    ]);
    expect((await read(id)).errors?.[0]?.extensions.code).toBe('INTERNAL');
    api.faults.length = 0;
  });
});
