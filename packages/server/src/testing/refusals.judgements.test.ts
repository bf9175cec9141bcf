import { describe, expect, test } from '@jest/globals';
import { fixtures } from './fixtures.ts';
import { bad, type Input, missing, nowhere, setUpRefusals, taken } from './refusals.testing.ts';

const ledger = setUpRefusals();
const { id, refused } = ledger;

describe('a relation of factions or an affiliation of a source', () => {
  const relate = (input: Input) =>
    [
      `mutation ($input: FactionRelationInput!) {
        relateFactions(input: $input) { relation { id } }
      }`,
      {
        input: {
          fromId: id.faction,
          toId: id.otherFaction,
          kind: 'ALLIED_WITH',
          claimIds: [id.claim],
          ...input,
        },
      },
    ] as const;
  const affiliate = (input: Input) =>
    [
      `mutation ($input: AffiliationInput!) {
        affiliateSource(input: $input) { affiliation { id } }
      }`,
      { input: { sourceId: id.source, toId: id.faction, claimIds: [id.claim], ...input } },
    ] as const;

  test('is refused without a claim', async () => {
    await refused(bad('input.claimIds'), ...relate({ claimIds: [] }));
    await refused(bad('input.claimIds'), ...affiliate({ claimIds: [] }));
  });

  test('cannot join a record to itself', async () => {
    await refused(bad('input.toId'), ...relate({ toId: id.faction }));
    await refused(bad('input.toId'), ...affiliate({ toId: id.source }));
    const inCapitals = id.source!.slice(0, 4) + id.source!.slice(4).toUpperCase();
    await refused(bad('input.toId'), ...affiliate({ toId: inCapitals }));
  });

  test('joins existing records of the right types and cites existing claims', async () => {
    await refused(bad('input.claimIds.1'), ...relate({ claimIds: [id.claim, id.report] }));
    await refused(
      missing('input.claimIds.1'),
      ...relate({ claimIds: [id.claim, `clm_${nowhere}`] }),
    );
    await refused(missing('input.toId'), ...relate({ toId: `fac_${nowhere}` }));
    await refused(bad('input.fromId'), ...relate({ fromId: id.source }));
    await refused(bad('input.during.edtf'), ...relate({ during: { edtf: '2018-02-30' } }));
    await refused(bad('input.toId'), ...affiliate({ toId: id.town }));
    await refused(missing('input.toId'), ...affiliate({ toId: `src_${nowhere}` }));
    await refused(bad('input.role'), ...affiliate({ role: '' }));
  });
});

const link = (input: Input) =>
  [
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    {
      input: {
        fromId: id.claim,
        toId: id.other,
        kind: 'REFINES',
        rationale: 'It names the place.',
        ...input,
      },
    },
  ] as const;
const withdraw = (type: string, recordId: string | undefined, rationale: string) =>
  [
    `mutation ($id: ID!, $rationale: String!) {
      withdraw${type}(id: $id, expectedVersion: 1, rationale: $rationale) {
        ${type.toLowerCase()} { id }
      }
    }`,
    { id: recordId, rationale },
  ] as const;

describe('a judgement', () => {
  test.each(['', '   ', '\n'])('is refused when its rationale is blank: %j', async (rationale) => {
    await refused(bad('input.rationale'), ...link({ rationale }));
    await refused(
      bad('input.rationale'),
      `mutation ($id: ID!, $input: AssessmentInput!) {
        assessClaim(claimId: $id, input: $input) { claim { id } }
      }`,
      { id: id.claim, input: { status: 'VERIFIED', credibility: 'ONE', rationale } },
    );
    await refused(
      bad('input.rationale'),
      `mutation ($id: ID!, $input: RatingInput!) {
        rateSource(sourceId: $id, input: $input) { source { id } }
      }`,
      { id: id.source, input: { reliability: 'A', rationale } },
    );
    for (const type of ['Report', 'Source', 'Faction', 'Location', 'Claim']) {
      const recordId = type === 'Location' ? id.town : id[type.toLowerCase()];
      await refused(bad('rationale'), ...withdraw(type, recordId, rationale));
    }
  });

  test('is refused when its rationale is longer than 2,000 characters', async () => {
    const rationale = 'x'.repeat(2_001);
    await refused(bad('input.rationale'), ...link({ rationale }));
    const claim = await fixtures(ledger.api).aClaim();
    await refused(bad('rationale'), ...withdraw('Claim', claim, rationale));
  });
});

describe('a link', () => {
  test('joins two different claims that exist', async () => {
    await refused(bad('input.toId'), ...link({ toId: id.claim }));
    await refused(missing('input.toId'), ...link({ toId: `clm_${nowhere}` }));
    await refused(bad('input.fromId'), ...link({ fromId: id.report }));
  });

  test('is made once and removed once', async () => {
    const toId = await fixtures(ledger.api).aClaim();
    const { linkClaims } = await ledger.api.data(...link({ toId }));
    const { errors } = await refused(taken('input.kind'), ...link({ toId, rationale: 'Again.' }));
    expect(errors![0]!.message).toContain(linkClaims.link.id);
    const unlink = (rationale: string) =>
      [
        `mutation ($id: ID!, $rationale: String!) {
          unlinkClaims(id: $id, rationale: $rationale) { link { id } }
        }`,
        { id: linkClaims.link.id, rationale },
      ] as const;
    await refused(bad('rationale'), ...unlink(' '));
    await ledger.api.data(...unlink('It names another place.'));
    await refused(taken('id'), ...unlink('Again.'));
  });
});
