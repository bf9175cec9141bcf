import { afterAll, beforeAll } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { type Blame, fixtures, refused } from './fixtures.ts';
import type { Template } from './scratch.ts';

export type Input = Record<string, unknown>;

/** A UUID that no record has. */
export const nowhere = '01900000-0000-7000-8000-000000000000';

export const bad = (path: string) => ({ code: 'BAD_USER_INPUT', path });
/** A refusal of the whole operation. */
export const tooMany = (path: string) => ({ ...bad(path), status: 400 });
export const missing = (path: string) => ({ code: 'NOT_FOUND', path });
export const taken = (path: string) => ({ code: 'CONFLICT', path });

export const create = (type: string, input: Input) =>
  [
    `mutation ($input: Create${type}Input!) { create${type}(input: $input) {
      ${type.toLowerCase()} { id } } }`,
    { input },
  ] as const;

export const update = (type: string, key: string, input: Input, expectedVersion = 1) =>
  [
    `mutation ($id: ID!, $expectedVersion: Int!, $input: Update${type}Input!) {
      update${type}(id: $id, expectedVersion: $expectedVersion, input: $input) {
      ${type.toLowerCase()} { id } }
    }`,
    { id: key, expectedVersion, input },
  ] as const;

/**
 * Starts a server before the tests of a file, and stops it after.
 * @returns the records that `prepare` gives, by name, and `refused` for this server.
 */
export function setUpRefusals(
  template: Template = 'ledger',
  prepare: (api: Api) => Promise<Record<string, string>> = ledgerForRefusals,
) {
  let api: Api;
  const id: Record<string, string> = {};
  beforeAll(async () => {
    api = await startApi(template);
    Object.assign(id, await prepare(api));
  });
  afterAll(() => api.stop());
  return {
    id,
    get api() {
      return api;
    },
    refused: (blame: Blame, query: string, variables?: Input, headers?: Record<string, string>) =>
      refused(api, blame, query, variables, headers),
  };
}

/** Records that refused writes refer to, by name. The claim `gone` is withdrawn. */
async function ledgerForRefusals(api: Api): Promise<Record<string, string>> {
  const id: Record<string, string> = {};
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.source = await aSource('A speaker');
  id.faction = await aFaction('A party');
  id.otherFaction = await aFaction('Another party');
  id.country = await aLocation('Country', { kind: 'COUNTRY' });
  id.region = await aLocation('Region', { kind: 'INFORMAL_REGION' });
  id.town = await aLocation('Town', {
    parentId: id.country,
    alsoInIds: [id.region],
    externalIds: [{ system: 'ocha-pcode', value: 'C1' }],
  });
  id.quarter = await aLocation('Quarter', { parentId: id.town });
  id.report = await aReport({
    title: 'Left',
    body: 'They left. Many left at night, and they left nothing behind.',
    bodyKind: 'VERBATIM',
    externalIds: [{ system: 'desk', value: '1' }],
  });
  id.bare = await aReport({ title: 'No body' });
  id.claim = await aClaim({
    reportId: id.report,
    sourceId: id.source,
    passage: { quote: 'Many left at night' },
  });
  id.other = await aClaim({ reportId: id.report, sourceId: id.source });
  id.gone = await aClaim({ reportId: id.report, sourceId: id.source });
  await api.data(
    `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 1,
      rationale: "Written twice.") { claim { id } } }`,
    {
      id: id.gone,
    },
  );
  return id;
}
