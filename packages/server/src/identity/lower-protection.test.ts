import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';
import { aKnownPerson, dumpOf, faultsOfLog, linesWith, protectSource } from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

describe('lowering the protection of a source', () => {
  test('needs a reason, and puts who it is back', async () => {
    const { id, home } = await aKnownPerson(api, 'Zadeh');
    const { source } = await protectSource(api, id, 'PROTECTED');
    await refused(
      api,
      { code: 'BAD_USER_INPUT', path: 'rationale' },
      `mutation ($id: ID!, $version: Int!) {
        updateSource(id: $id, expectedVersion: $version, input: { protection: PUBLIC }) {
          source { id }
        }
      }`,
      { id: source.id, version: source.version },
    );
    const lowered = await protectSource(api, source.id, 'PUBLIC', 'She agreed.');
    expect(lowered).toMatchObject({ source: { id: source.id }, namedTexts: null });
    const found = await api.data(
      `query ($id: ID!) {
        source(id: $id) {
          name names { text kind } role basedIn { id } externalIds { value }
          affiliations { role to { __typename } claims { id } }
        }
      }`,
      { id: source.id },
    );
    expect(found.source).toEqual({
      name: 'Ilse Zadeh',
      names: [
        { text: 'Ilse Zadeh', kind: 'PRIMARY' },
        { text: 'I. Zadeh', kind: 'ALIAS' },
      ],
      role: 'Zadeh miller',
      basedIn: { id: home },
      externalIds: [{ value: '12Zadeh' }],
      affiliations: [
        {
          role: 'Zadeh clerk',
          to: { __typename: 'Faction' },
          claims: [{ id: expect.any(String) }],
        },
      ],
    });
    // It can be protected again.
    const again = await protectSource(api, source.id, 'PROTECTED');
    expect(again.source.id).not.toBe(source.id);
    expect(linesWith(await dumpOf(api), /Zadeh/i)).toEqual([]);
  });
});

test('a protected source takes no affiliation, and an upsert protects none', async () => {
  const id = await make.aSource('Ernst Ybarra', { protection: 'PROTECTED' });
  const [claim, faction] = [await make.aClaim(), await make.aFaction()];
  await refused(
    api,
    { code: 'BAD_USER_INPUT', path: 'input.sourceId' },
    `mutation ($input: AffiliationInput!) {
      affiliateSource(input: $input) { affiliation { id } }
    }`,
    { input: { sourceId: id, toId: faction, claimIds: [claim] } },
  );
  await refused(
    api,
    { code: 'BAD_USER_INPUT', path: 'input.protection' },
    `mutation ($input: CreateSourceInput!) {
      upsertSource(externalId: { system: "phone", value: "1" }, input: $input) { source { id } }
    }`,
    {
      input: {
        kind: 'PERSON',
        names: [{ text: 'Someone', kind: 'PRIMARY' }],
        protection: 'PROTECTED',
      },
    },
  );
  await refused(
    api,
    { code: 'BAD_USER_INPUT', path: 'input.identityNotes' },
    `mutation ($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }`,
    {
      input: {
        kind: 'PERSON',
        names: [{ text: 'Someone', kind: 'PRIMARY' }],
        identityNotes: 'A note.',
      },
    },
  );
});

test('what is sealed cannot refer to records that the same write creates', async () => {
  const isNew = {
    new: { names: [{ text: 'A hut of hers', kind: 'PRIMARY' }], kind: 'GOVERNORATE' },
  };
  const saidBy = { new: { names: [{ text: 'A nephew', kind: 'PRIMARY' }], kind: 'PERSON' } };
  const names = [{ text: 'Nell Sorrel', kind: 'PRIMARY', source: saidBy }];
  const create = `mutation ($input: CreateSourceInput!) {
    createSource(input: $input) { source { id } }
  }`;
  const update = `mutation ($id: ID!, $input: UpdateSourceInput!) {
    updateSource(id: $id, expectedVersion: 1, input: $input) { source { id } }
  }`;
  const plain = [{ text: 'Nell Sorrel', kind: 'PRIMARY' }];
  const person = { kind: 'PERSON', protection: 'PROTECTED', names: plain };
  const code = 'BAD_USER_INPUT';
  const at = (path: string) => ({ code, path }) as const;
  await refused(api, at('input.basedIn.new'), create, { input: { ...person, basedIn: isNew } });
  await refused(api, at('input.names.0.source.new'), create, { input: { ...person, names } });
  const known = await make.aSource('Nell Sorrel');
  const input = { protection: 'PROTECTED', basedIn: isNew };
  await refused(api, at('input.basedIn.new'), update, { id: known, input });
  const id = await make.aSource('x', { protection: 'PROTECTED', names: plain });
  await refused(api, at('input.basedIn.new'), update, { id, input: { basedIn: isNew } });
  await refused(api, at('input.names.0.source.new'), update, { id, input: { names } });
  await refused(
    api,
    at('name.source.new'),
    `mutation ($id: ID!, $name: NameInput!) {
      addName(recordId: $id, name: $name) { record { id } }
    }`,
    { id, name: { text: 'N. Sorrel', kind: 'ALIAS', source: saidBy } },
  );
  expect(linesWith(await dumpOf(api), /A hut of hers|A nephew/)).toEqual([]);
});

test('a refused lowering quotes nothing of what is sealed', async () => {
  const phone = [{ system: 'phone', value: '0778912' }];
  const id = await make.aSource('Ada Rowan', { protection: 'PROTECTED', externalIds: phone });
  await make.aSource('Another Rowan', { externalIds: phone });
  const { errors } = await api.ask(
    `mutation ($id: ID!) {
      updateSource(
        id: $id, expectedVersion: 1, rationale: "Decided.", input: { protection: PUBLIC }
      ) { source { id } }
    }`,
    { id },
  );
  expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  expect(JSON.stringify(errors)).not.toMatch(/phone|0778912|Rowan/);
});

test('the log proves its contents after all of this', async () => {
  expect(await faultsOfLog(api)).toEqual([]);
});
