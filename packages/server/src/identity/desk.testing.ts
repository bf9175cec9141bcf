import { type GuardedApi, withKey } from '../access/access.testing.ts';
import type { Role } from '../access/roles.ts';
import { fixtures } from '../testing/fixtures.ts';

/** What tests of protected sources do on a server with keys. */
export type GuardedDesk = ReturnType<typeof guardedDesk>;

const sourceFields = `{
  id name names { text kind } role basedIn { id } externalIds { system value }
  affiliations { id } kind protection version
  history { nodes { change diff { path before after } } }
}`;

export function guardedDesk(api: GuardedApi) {
  /** The API as a viewer of a role uses it. */
  const asRole = (role: Role) => ({
    ...api,
    data: (query: string, variables?: Record<string, unknown>) =>
      api.data(query, variables, withKey(api.keys[role])),
    ask: (query: string, variables?: Record<string, unknown>) =>
      api.ask(query, variables, withKey(api.keys[role])),
  });
  const make = fixtures(asRole('ADMIN'));

  const sourceOf = async (id: string) =>
    (await asRole('ADMIN').data(`query ($id: ID!) { source(id: $id) ${sourceFields} }`, { id }))
      .source;

  const update = (id: string, version: number, input: object, role: Role = 'ANALYST') =>
    asRole(role).ask(
      `mutation ($id: ID!, $version: Int!, $input: UpdateSourceInput!) {
        updateSource(id: $id, expectedVersion: $version, input: $input, rationale: "Decided.") {
          source ${sourceFields} warnings { code } namedTexts { count first { recordId field } }
        }
      }`,
      { id, version, input },
    );

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

  const grant = async (sourceId: string, viewer = 'reader of the desk', hours = 1) =>
    (
      await asRole('ADMIN').data(grantMutation, {
        sourceId,
        viewer,
        until: new Date(Date.now() + hours * 3_600_000).toISOString(),
      })
    ).grantIdentity.grant;

  const read = (sourceId: string, role: Role = 'READER') =>
    asRole(role).ask(readMutation, { sourceId });

  return { asRole, make, sourceOf, update, aPerson, grant, read };
}

const grantMutation = `
  mutation ($sourceId: ID!, $viewer: String!, $until: DateTime!) {
    grantIdentity(sourceId: $sourceId, viewer: $viewer, until: $until, purpose: "An interview.") {
      grant { id viewer credentialId purpose until revokedAt source { id } }
    }
  }`;

/** Reads who a source is, with all fields. */
export const readMutation = `
  mutation ($sourceId: ID!) {
    readIdentity(sourceId: $sourceId) {
      source { id }
      identity {
        names { text kind language script } formerNames role basedInId
        externalIds { system value } affiliations { toId ofId role during claimIds } notes
        formerIds
      }
    }
  }`;
