import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { aFullClaim } from './claim.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

describe('judging claims', () => {
  test('assessments change status and credibility, and are all listed, newest first', async () => {
    const id = await make.aClaim();
    const assess = (status: string, credibility: string, rationale: string) =>
      api.data(
        `mutation ($id: ID!, $input: AssessmentInput!) {
          assessClaim(claimId: $id, input: $input) { claim { version status credibility
          assessments { status credibility rationale by } } }
        }`,
        { id, input: { status, credibility, rationale } },
      );
    await assess('DISPUTED', 'FOUR', 'Two accounts differ.');
    const { assessClaim } = await assess('DISPUTED', 'FOUR', 'And a third.');
    expect(assessClaim.claim).toEqual({
      version: 3,
      status: 'DISPUTED',
      credibility: 'FOUR',
      assessments: ['And a third.', 'Two accounts differ.'].map((rationale) => ({
        status: 'DISPUTED',
        credibility: 'FOUR',
        rationale,
        by: 'local',
      })),
    });
  });

  test('links are listed at both claims until they are withdrawn', async () => {
    const [from, to] = [await make.aClaim(), await make.aClaim()];
    const { linkClaims } = await api.data(
      `mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id at by kind
        rationale sharedOrigin withdrawn { at } from { id version } to { id version } } } }`,
      { input: { fromId: from, toId: to, kind: 'CONTRADICTS', rationale: 'The day differs.' } },
    );
    const { link } = linkClaims;
    expect(link).toMatchObject({
      kind: 'CONTRADICTS',
      sharedOrigin: 'UNKNOWN',
      rationale: 'The day differs.',
      by: 'local',
      withdrawn: null,
    });
    expect([link.from, link.to]).toEqual([
      { id: from, version: 2 },
      { id: to, version: 2 },
    ]);
    const links = async (id: string) =>
      (
        await api.data(
          `query ($id: ID!) { claim(id: $id) { links { id } none: links(kinds: [REPEATS]) {
            id } } }`,
          { id },
        )
      ).claim;
    for (const id of [from, to])
      expect(await links(id)).toEqual({ links: [{ id: link.id }], none: [] });
    await api.data(
      `mutation ($id: ID!) { unlinkClaims(id: $id, rationale: "The same day after all.") { link {
        withdrawn { rationale } } } }`,
      { id: link.id },
    );
    for (const id of [from, to]) expect(await links(id)).toEqual({ links: [], none: [] });
    const { node } = await api.data(
      'query ($id: ID!) { node(id: $id) { id ... on ClaimLink { withdrawn { rationale by } } } }',
      {
        id: link.id,
      },
    );
    expect(node).toEqual({
      id: link.id,
      withdrawn: { rationale: 'The same day after all.', by: 'local' },
    });
  });

  test.each(['SAME_EVENT', 'CONTRADICTS'])('a %s link is written once', async (symmetric) => {
    const [a, b] = [await make.aClaim(), await make.aClaim()];
    const link = (fromId: string, toId: string, kind: string) =>
      api.ask('mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }', {
        input: { fromId, toId, kind, rationale: 'One day, one place.' },
      });
    expect((await link(a, b, symmetric)).errors).toBeUndefined();
    expect((await link(b, a, symmetric)).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await link(b, a, 'REFINES')).errors).toBeUndefined();
  });

  test('a link to a withdrawn claim is neither listed nor found by filters', async () => {
    const [from, to] = [await make.aClaim(), await make.aClaim()];
    await api.data(
      'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
      {
        input: { fromId: from, toId: to, kind: 'CORROBORATES', rationale: 'Both saw it.' },
      },
    );
    const seen = async () =>
      api.data(
        `query ($id: ID!) { claim(id: $id) { links { id } } claims(filter: { id: [$id], link: {
          kind: [CORROBORATES] } }) { totalCount } }`,
        {
          id: from,
        },
      );
    expect(await seen()).toEqual({
      claim: { links: [expect.anything()] },
      claims: { totalCount: 1 },
    });
    await api.data(
      `mutation ($id: ID!) { withdrawClaim(id: $id, expectedVersion: 2, rationale: "Misread.") {
        claim { id } } }`,
      {
        id: to,
      },
    );
    expect(await seen()).toEqual({ claim: { links: [] }, claims: { totalCount: 0 } });
  });

  test('a claim that refers to something withdrawn is marked, with a warning', async () => {
    const { id, ids } = await aFullClaim(api);
    for (const [type, key] of [
      ['Source', ids.origin],
      ['Faction', ids.faction],
      ['Location', ids.town],
      ['Report', ids.reportId],
    ] as const) {
      const { made } = await api.data(
        `mutation ($id: ID!) { made: withdraw${type}(id: $id, expectedVersion: 1,
          rationale: "Wrong.") { warnings { code recordId message } } }`,
        { id: key },
      );
      expect(made.warnings).toEqual([
        {
          code: 'RESTS_ON_WITHDRAWN',
          recordId: key,
          message: expect.stringMatching(/^1 claim depends on it/),
        },
      ]);
      const { claims } = await api.data(
        `query ($ids: [ID!]) { claims(filter: { id: $ids, restsOnWithdrawn: true }) { nodes {
          restsOnWithdrawn version } } }`,
        { ids: [id] },
      );
      expect(claims.nodes).toEqual([{ restsOnWithdrawn: true, version: 1 }]);
    }
    const { updateClaim } = await api.data(
      `mutation ($id: ID!, $input: UpdateClaimInput!) { updateClaim(id: $id, expectedVersion: 1,
        input: $input) { warnings { code recordId message } } }`,
      { id, input: { places: [{ locationId: ids.town }] } },
    );
    const { warnings } = updateClaim;
    expect(warnings).toEqual([
      {
        code: 'REFERS_TO_WITHDRAWN',
        recordId: ids.town,
        message: expect.stringContaining('input.places.0.locationId'),
      },
      expect.objectContaining({ code: 'LIST_SHORTENED' }),
    ]);
  });
});
