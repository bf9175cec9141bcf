import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { protectSource } from '../identity/identity.testing.ts';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { exportText, linesOf } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
});
afterAll(() => api.stop());

const importLines = (to: Api, text: string) =>
  importPath(to, 'jsonl', fileOf(text, 'ledger.jsonl'), { force: true });

describe('an older export of this ledger', () => {
  test('changes no judgement, link or protection that a person decided since', async () => {
    const { aClaim, aSource } = fixtures(api);
    let source = await aSource('A witness');
    const [claim, other] = [await aClaim({ sourceId: source }), await aClaim()];
    const link = (
      await api.data(
        `mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }`,
        { input: { fromId: claim, toId: other, kind: 'REPEATS', rationale: 'Same words.' } },
      )
    ).linkClaims.link.id;
    const backup = await exportText(api, 'jsonl');
    await api.data(
      `mutation ($claim: ID!, $source: ID!, $link: ID!) {
        assessClaim(
          claimId: $claim
          input: { status: REFUTED, credibility: FIVE, rationale: "The place was empty." }
        ) { warnings { code } }
        rateSource(sourceId: $source, input: { reliability: D, rationale: "Twice wrong." }) {
          warnings { code }
        }
        unlinkClaims(id: $link, rationale: "Other words.") { warnings { code } }
      }`,
      { claim, source, link },
    );
    source = (await protectSource(api, source)).source.id;
    await importLines(api, backup);
    const read = () =>
      api.data(
        `query ($claim: ID!, $source: ID!, $link: ID!) {
          claim(id: $claim) { status credibility assessments { rationale } links { id } }
          source(id: $source) { reliability protection ratings { reliability } }
          node(id: $link) { ... on ClaimLink { withdrawn { rationale } } }
        }`,
        { claim, source, link },
      );
    expect(await read()).toEqual({
      claim: {
        status: 'REFUTED',
        credibility: 'FIVE',
        assessments: [{ rationale: 'The place was empty.' }],
        links: [],
      },
      source: { reliability: 'D', protection: 'PROTECTED', ratings: [{ reliability: 'D' }] },
      node: { withdrawn: { rationale: 'Other words.' } },
    });
    const listed = await review.conflicts({ record: [claim, source] });
    expect(listed.map(({ field }: any) => field).sort()).toEqual([
      'credibility',
      `links.${link}`,
      'status',
    ]);
    const lines = linesOf(backup).map(({ id }) => id);
    expect(listed.find(({ field }: any) => field === 'status')).toMatchObject({
      value: 'REFUTED',
      fileValue: 'UNVERIFIED',
      format: 'jsonl',
      line: lines.indexOf(claim) + 1,
    });
    expect(await review.resolveAll({ record: [claim], field: ['status'] }, 'TAKE')).toMatchObject({
      resolved: 1,
    });
    expect((await read()).claim).toMatchObject({
      status: 'UNVERIFIED',
      credibility: 'FIVE',
      assessments: [{ rationale: 'By the rule of the desk.' }, {}],
    });
    await review.resolveAll({ record: [claim], field: [`links.${link}`] }, 'TAKE');
    expect((await read()).claim.links).toEqual([{ id: link }]);
  });
});

describe('an export of another ledger', () => {
  test('brings its assessments, which change a claim that nobody assessed here', async () => {
    const desk = await startApi('ledger');
    const claim = await fixtures(desk).aClaim();
    const before = await exportText(desk, 'jsonl');
    await importLines(api, before);
    await desk.data(
      `mutation ($id: ID!) {
        assessClaim(
          claimId: $id
          input: { status: VERIFIED, credibility: ONE, rationale: "Filmed." }
        ) { warnings { code } }
      }`,
      { id: claim },
    );
    await importLines(api, await exportText(desk, 'jsonl'));
    await desk.stop();
    const read = async () =>
      (
        await api.data('query ($id: ID!) { claim(id: $id) { status assessments { rationale } } }', {
          id: claim,
        })
      ).claim;
    const verified = { status: 'VERIFIED', assessments: [{ rationale: 'Filmed.' }] };
    expect(await read()).toEqual(verified);
    await importLines(api, before);
    expect(await read()).toEqual(verified);
  });

  test('may hold corrections, so a data set does not change its values', async () => {
    const desk = await startApi('ledger');
    const event = { id: '8100', side_b: 'Green Band', side_b_new_id: '9810' };
    await importPath(desk, 'ucdp', fileOf(ucdpFile(event)), { release: '19.1' });
    const lines = linesOf(await exportText(desk, 'jsonl')).map((line) =>
      line.type === 'Claim' ? { ...line, statement: 'Corrected there.' } : line,
    );
    await desk.stop();
    await importLines(api, lines.map((line) => JSON.stringify(line)).join('\n'));
    await importPath(api, 'ucdp', fileOf(ucdpFile({ ...event, where_coordinates: 'Elsewhere' })), {
      release: '23.1',
    });
    const id = await review.idOf('CLAIM', 'ucdp-event', '8100');
    const { claim } = await api.data('query ($id: ID!) { claim(id: $id) { statement } }', { id });
    expect(claim.statement).toBe('Corrected there.');
  });
});
