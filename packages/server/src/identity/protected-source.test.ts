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

const pseudonym = /^Source [0-9A-HJKMNP-TV-Z]{4}$/;

const sourceFields = `{
  id name names { text kind } role basedIn { id } externalIds { system value }
  affiliations { id } kind protection version
  history { nodes { change diff { path before after } } }
}`;

const sourceOf = async (id: string) =>
  (await asRole('ADMIN').data(`query ($id: ID!) { source(id: $id) ${sourceFields} }`, { id }))
    .source;

const _update = (
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

const _read = (sourceId: string, role: 'READER' | 'ADMIN' = 'READER') =>
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

const _grant = async (sourceId: string, viewer = 'reader of the desk', hours = 1) => {
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

describe('a source that is created as protected', () => {
  test.each(['PSEUDONYMOUS', 'PROTECTED'])('has only a pseudonym: %s', async (protection) => {
    const word = `Quillon${protection.toLowerCase()}`;
    const id = await aPerson(word, { protection, identityNotes: `She met ${word}.` });
    expect(await sourceOf(id)).toMatchObject({
      name: expect.stringMatching(pseudonym),
      names: [{ text: expect.stringMatching(pseudonym), kind: 'PRIMARY' }],
      role: null,
      basedIn: null,
      externalIds: [],
      affiliations: [],
      kind: 'PERSON',
      protection,
      version: 1,
    });
    expect(linesWith(await dumpOf(api), new RegExp(word, 'i'))).toEqual([]);
  });

  test('is found neither by its name nor by its external id', async () => {
    const id = await aPerson('Zerilda', { protection: 'PROTECTED' });
    const found = await asRole('ADMIN').data(`{
      byText: sources(filter: { text: "Zerilda" }) { totalCount }
      byId: sources(filter: { externalId: { system: "phone", value: "+Zerilda" } }) { totalCount }
      record(type: SOURCE, externalId: { system: "phone", value: "+Zerilda" }) { id }
      search(text: "Ana Zerilda", types: [SOURCE]) { nodes { score } }
    }`);
    expect(found).toMatchObject({ byText: { totalCount: 0 }, byId: { totalCount: 0 } });
    expect(found.record).toBeNull();
    expect(found.search.nodes).toEqual([]);
    const { errors } = await asRole('ANALYST').ask(
      `mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } } }`,
      { input: { kind: 'ARTICLE', title: 'x', publisher: { name: 'Ana Zerilda' } } },
    );
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    // The external id is free for others, so that nobody learns of it.
    expect(
      await make.aSource('Other', { externalIds: [{ system: 'phone', value: '+Zerilda' }] }),
    ).not.toBe(id);
  });

  test('can be created inside another input, and several at once', async () => {
    const names = (text: string) => [{ text, kind: 'PRIMARY' }];
    const source = (text: string) => ({
      new: { kind: 'PERSON', names: names(text), protection: 'PROTECTED' },
    });
    const { createClaim } = await asRole('ANALYST').data(
      `mutation ($input: CreateClaimInput!) {
        createClaim(input: $input) {
          claim { attributions { chain { source { name protection } } } }
        }
      }`,
      {
        input: {
          reportId: await make.aReport(),
          statement: 'Something is said.',
          kind: 'OTHER',
          attributions: [
            { chain: [{ source: source('Nested Ferrow') }, { source: source('Other Ferrow') }] },
          ],
        },
      },
    );
    const [first, second] = createClaim.claim.attributions[0].chain.map(
      ({ source }: { source: { name: string } }) => source.name,
    );
    expect([first, second]).toEqual([
      expect.stringMatching(pseudonym),
      expect.stringMatching(pseudonym),
    ]);
    expect(first).not.toBe(second);
    expect(linesWith(await dumpOf(api), /Ferrow/)).toEqual([]);
  });
});

test('the database refuses to close a write that says who a protected source is', async () => {
  const id = await aPerson('Tarquin', { protection: 'PROTECTED' });
  const runner = api.database.createQueryRunner();
  try {
    for (const change of [
      `update source set role = 'clerk' where id = $1`,
      `insert into name (id, source_id, text, kind, position)
       values (gen_random_uuid(), $1, 'Tarquin', 'ALIAS', 1)`,
      `insert into external_id (id, source_id, system, value)
       values (gen_random_uuid(), $1, 'phone', '7')`,
    ]) {
      await runner.query('begin');
      await runner.query(`select open_write('test', 'test')`);
      await runner.query(change, [id.slice(4)]);
      await expect(runner.query('select close_write()')).rejects.toThrow('is not sealed');
      await runner.query('rollback');
    }
  } finally {
    await runner.release();
  }
});
