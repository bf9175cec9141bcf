import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import {
  aKnownPerson,
  dumpOf,
  faultsOfLog,
  linesWith,
  protectSource,
  versionOf,
} from './identity.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const claimSources = `query ($id: ID!) {
  claim(id: $id) { version attributions { chain { source { id name } } }
    history { nodes { version diff { path before after } } } }
}`;

describe('raising the protection of a source', () => {
  test('removes who it is from every table, the past included', async () => {
    const { id } = await aKnownPerson(api, 'Uldissen');
    const { source, namedTexts } = await protectSource(api, id, 'PROTECTED');
    expect(source).toEqual({
      id: expect.not.stringMatching(id),
      name: expect.stringMatching(/^Source \w{4}$/),
      version: expect.any(Number),
    });
    expect(namedTexts).toEqual({ count: 0, first: [] });
    const dump = await dumpOf(api);
    expect(linesWith(dump, /Uldissen/i)).toEqual([]);
    // The id was a hash of the name if an import created the source.
    expect(linesWith(dump, new RegExp(id.slice(4)))).toEqual([]);
    for (const format of ['csv', 'geojson', 'claimreview', 'jsonl'])
      expect(await exportText(api, format)).not.toMatch(/Uldissen/i);
  });

  test('gives it a new id, under which everything else stays as it was', async () => {
    const { id, claim, publisher, written, home } = await aKnownPerson(api, 'Vandermolen');
    const before = await api.data(claimSources, { id: claim });
    const past = await api.data(
      'query ($id: ID!) { source(id: $id) { version history { totalCount } } }',
      { id },
    );
    const { source } = await protectSource(api, id, 'PSEUDONYMOUS');
    const after = await api.data(claimSources, { id: claim });
    expect(JSON.stringify(after)).toBe(
      JSON.stringify(before).replaceAll(id, source.id).replaceAll('Ilse Vandermolen', source.name),
    );
    const found = await api.data(
      `query ($id: ID!, $home: ID!) {
        source(id: $id) {
          version reliability ratings { rationale } protection role basedIn { id }
          names { text } externalIds { value } affiliations { id }
          claims { nodes { id } } reports { nodes { id } }
          history(first: 1) { totalCount nodes { change rationale diff { path before after } } }
          first: history(last: 1) { nodes { change diff { path after } } }
        }
        location(id: $home) { names { text source { id } } }
      }`,
      { id: source.id, home },
    );
    expect(found.source).toMatchObject({
      version: past.source.version + 1,
      reliability: 'B',
      ratings: [{ rationale: 'Met.' }],
      protection: 'PSEUDONYMOUS',
      role: null,
      basedIn: null,
      names: [{ text: source.name }],
      externalIds: [],
      affiliations: [],
      claims: { nodes: [{ id: claim }] },
      history: {
        totalCount: past.source.history.totalCount + 1,
        nodes: [
          {
            change: 'UPDATED',
            rationale: 'The desk decided.',
            diff: [{ path: ['protection'], before: 'PUBLIC', after: 'PSEUDONYMOUS' }],
          },
        ],
      },
    });
    expect(new Set(found.source.reports.nodes.map(({ id: each }: any) => each))).toEqual(
      new Set([publisher, written]),
    );
    const [{ diff }] = found.source.first.nodes;
    expect(diff).toContainEqual({ path: ['name'], after: source.name });
    expect(found.location.names).toContainEqual({ text: 'The hut', source: { id: source.id } });
  });

  test('makes the old id answer like one that never existed', async () => {
    const { id } = await aKnownPerson(api, 'Wyckoff');
    await protectSource(api, id, 'PROTECTED');
    const never = `src_${id.slice(4, -4)}abcd`;
    const ask = async (each: string) => {
      const answers = [
        await api.ask('query ($id: ID!) { source(id: $id) { id } }', { id: each }),
        await api.ask('query ($id: [ID!]) { sources(filter: { id: $id }) { totalCount } }', {
          id: [each],
        }),
        await api.ask('mutation ($id: ID!) { readIdentity(sourceId: $id) { source { id } } }', {
          id: each,
        }),
        await api.ask(
          `mutation ($id: ID!) {
            withdrawSource(id: $id, expectedVersion: 1, rationale: "x") { source { id } }
          }`,
          { id: each },
        ),
      ];
      return JSON.stringify(answers).replaceAll(each, 'ID');
    };
    expect(await ask(id)).toBe(await ask(never));
  });

  test('opens the identity by the old id for a viewer with a grant', async () => {
    const { id, home, claim } = await aKnownPerson(api, 'Xanthou');
    const { source } = await protectSource(api, id, 'PROTECTED');
    await api.data(
      `mutation ($id: ID!, $until: DateTime!) {
        grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "x") { grant { id } }
      }`,
      { id: source.id, until: new Date(Date.now() + 60_000).toISOString() },
    );
    const { readIdentity } = await api.data(
      `mutation ($id: ID!) {
        readIdentity(sourceId: $id) {
          source { id }
          identity {
            names { text kind } formerNames role basedInId externalIds { system value }
            affiliations { toId role claimIds } formerIds
          }
        }
      }`,
      { id },
    );
    expect(readIdentity).toEqual({
      source: { id: source.id },
      identity: {
        names: [
          { text: 'Ilse Xanthou', kind: 'PRIMARY' },
          { text: 'I. Xanthou', kind: 'ALIAS' },
        ],
        formerNames: ['Former Xanthou'],
        role: 'Xanthou miller',
        basedInId: home,
        externalIds: [{ system: 'phone', value: '12Xanthou' }],
        affiliations: [
          { toId: expect.stringMatching(/^fac_/), role: 'Xanthou clerk', claimIds: [claim] },
        ],
        formerIds: [id],
      },
    });
  });

  test('gives no new version to a source that is said to belong to it', async () => {
    const { id, claim } = await aKnownPerson(api, 'Yarrowton');
    const member = await make.aSource('A member');
    await api.data(
      `mutation ($input: AffiliationInput!) {
        affiliateSource(input: $input) { affiliation { id } }
      }`,
      { input: { sourceId: member, toId: id, claimIds: [claim], role: 'Yarrowton clerk' } },
    );
    const before = await versionOf(api, member);
    const { source } = await protectSource(api, id, 'PROTECTED');
    const after = await api.data(
      'query ($id: ID!) { source(id: $id) { version affiliations { id } updatedAt } }',
      { id: member },
    );
    expect(after.source).toMatchObject({ version: before, affiliations: [] });
    expect(linesWith(await dumpOf(api), /Yarrowton/i)).toEqual([]);
    await protectSource(api, source.id, 'PUBLIC');
    const back = await api.data('query ($id: ID!) { source(id: $id) { affiliations { role } } }', {
      id: member,
    });
    expect(back.source.affiliations).toEqual([{ role: 'Yarrowton clerk' }]);
  });

  test('lists the free texts that name it, for a person to decide', async () => {
    const { id, claim } = await aKnownPerson(api, 'Yarrowby');
    const other = await make.aClaim({ statement: 'As Ilse Yarrowby said, it rained.' });
    const report = await make.aReport({ title: 'A talk with I. Yarrowby' });
    await make.aClaim({ statement: 'Yarrow grows by the road.' });
    await api.data(
      `mutation ($claim: ID!) {
        assessClaim(claimId: $claim, input: {
          status: VERIFIED, credibility: TWO, rationale: "So says Former Yarrowby."
        }) { claim { id } }
      }`,
      { claim },
    );
    const own = await make.aReport({ title: 'A page', url: 'https://x.test/', publisherId: id });
    const { namedTexts } = await protectSource(api, id, 'PROTECTED');
    expect(namedTexts.count).toBe(4);
    expect(namedTexts.first).toEqual(
      expect.arrayContaining([
        { recordId: other, field: 'statement' },
        { recordId: report, field: 'title' },
        { recordId: claim, field: 'assessments.rationale' },
        { recordId: own, field: 'url' },
      ]),
    );
  });
});

test('the log proves its contents after all of this', async () => {
  expect(await faultsOfLog(api)).toEqual([]);
});
