import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let claimId: string;
let ids: Record<string, string>;

beforeAll(async () => {
  api = await startApi('ledger');
  const { aClaim, aFaction, aSource } = fixtures(api);
  claimId = await aClaim();
  ids = { from: await aFaction('One'), to: await aFaction('Other'), source: await aSource() };
});
afterAll(() => api.stop());

const changeClaim = async (occurred: object) => {
  const { claim } = await api.data(`{ claim(id: "${claimId}") { version } }`);
  const { updateClaim } = await api.data(
    `mutation ($id: ID!, $version: Int!, $input: UpdateClaimInput!) {
      updateClaim(id: $id, expectedVersion: $version, input: $input) {
        claim { occurred { earliest latest } } warnings { code message } } }`,
    { id: claimId, version: claim.version, input: { occurred } },
  );
  return updateClaim;
};

describe('a date whose bounds cannot be derived', () => {
  test.each(['2018-22', '2018-07-10~', '2018-21/2018-22'])(
    'is accepted with a warning that names the field: %s',
    async (edtf) => {
      expect(await changeClaim({ edtf })).toEqual({
        claim: { occurred: { earliest: null, latest: null } },
        warnings: [
          {
            code: 'DATE_WITHOUT_BOUNDS',
            message: expect.stringMatching(/^input\.occurred: ".+" has no bounds/),
          },
        ],
      });
    },
  );

  test.each([
    ['2018-22', '2018-06-01', '2018-08-31'],
    ['2018-24', '2017-12-01', '2018-02-28'],
    ['2018-22', '2018-12-01', '2019-02-28'],
  ])('is accepted with bounds that the writer gives: %s', async (edtf, earliest, latest) => {
    expect(await changeClaim({ edtf, earliest, latest })).toEqual({
      claim: { occurred: { earliest, latest } },
      warnings: [],
    });
    const { claims } = await api.data(
      `{ claims(filter: { occurred: { from: "${latest}", to: "${latest}" } }) { totalCount } }`,
    );
    expect(claims.totalCount).toBe(1);
  });

  test('is refused with bounds of another year', async () => {
    const { errors } = await api.ask(
      'mutation ($input: CreateReportInput!) { createReport(input: $input) { report { id } } }',
      {
        input: {
          kind: 'ARTICLE',
          title: 'T',
          published: { edtf: '2018-22', earliest: '2021-06-01' },
        },
      },
    );
    expect(errors![0]!.extensions.issues).toEqual([
      { path: ['input', 'published', 'earliest'], message: expect.any(String) },
    ]);
  });

  test('has a warning in reports, names, relations and affiliations, too', async () => {
    const during = { edtf: '2019-23' };
    const answer = await api.data(
      `mutation ($published: FuzzyDateInput, $names: [NameInput!]!,
        $relation: FactionRelationInput!, $affiliation: AffiliationInput!) {
        createReport(input: { kind: ARTICLE, title: "T", published: $published }) {
          warnings { message } }
        createFaction(input: { kind: MILITIA, names: $names }) { warnings { message } }
        relateFactions(input: $relation) { warnings { message } }
        affiliateSource(input: $affiliation) { warnings { message } }
      }`,
      {
        published: during,
        names: [{ text: 'N', kind: 'PRIMARY', during }],
        relation: {
          fromId: ids.from,
          toId: ids.to,
          kind: 'ALLIED_WITH',
          during,
          claimIds: [claimId],
        },
        affiliation: { sourceId: ids.source, toId: ids.to, during, claimIds: [claimId] },
      },
    );
    const fields = Object.values(answer).map((payload: any) =>
      payload.warnings.map(({ message }: { message: string }) => message.split(':')[0]),
    );
    expect(fields).toEqual([
      ['input.published'],
      ['input.names.0.during'],
      ['input.during'],
      ['input.during'],
    ]);
  });
});
