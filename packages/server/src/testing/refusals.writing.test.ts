import { describe, expect, test } from '@jest/globals';
import {
  bad,
  create,
  type Input,
  missing,
  nowhere,
  setUpRefusals,
  taken,
  update,
} from './refusals.testing.ts';

const ledger = setUpRefusals();
const { id, refused } = ledger;

describe('an update is refused', () => {
  test('at a version that is not the present one', async () => {
    for (const version of [0, 2, -1]) {
      const { errors } = await refused(
        taken('expectedVersion'),
        ...update('Claim', id.claim!, { statement: 'New.' }, version),
      );
      expect(errors![0]!.message).toContain('version 1');
    }
  });

  test('of a withdrawn record', async () => {
    await refused(taken('id'), ...update('Claim', id.gone!, { statement: 'New.' }, 2));
    const rationale = 'Again.';
    await refused(
      taken('id'),
      `mutation ($id: ID!, $rationale: String!) { withdrawClaim(id: $id, expectedVersion: 2,
        rationale: $rationale) { claim { id } } }`,
      { id: id.gone, rationale },
    );
    await refused(
      taken('claimId'),
      `mutation ($id: ID!, $input: AssessmentInput!) { assessClaim(claimId: $id, input: $input) {
        claim { id } } }`,
      {
        id: id.gone,
        input: { status: 'VERIFIED', credibility: 'ONE', rationale },
      },
    );
  });

  test.each(['statement', 'language', 'kind', 'modality', 'attributions', 'aggregate'])(
    'that clears the %s of a claim',
    async (key) => {
      await refused(bad(`input.${key}`), ...update('Claim', id.claim!, { [key]: null }));
    },
  );

  test.each([
    ['Report', 'report', ['kind', 'title']],
    ['Source', 'source', ['kind', 'names', 'protection']],
    ['Faction', 'faction', ['kind', 'names', 'collective']],
    ['Location', 'town', ['kind', 'names']],
  ])('that clears a required field of a %s', async (type, key, required) => {
    for (const field of required)
      await refused(bad(`input.${field}`), ...update(type, id[key]!, { [field]: null }));
  });

  test('of a record that does not exist, or is of another type', async () => {
    await refused(missing('id'), ...update('Claim', `clm_${nowhere}`, { statement: 'New.' }));
    await refused(bad('id'), ...update('Claim', id.report!, { statement: 'New.' }));
  });
});

describe('a report is refused', () => {
  test.each<[string, string, Input]>([
    ['without a title', 'input.title', { title: '' }],
    ['with a title of 1,001 characters', 'input.title', { title: 'x'.repeat(1_001) }],
    ['with a body but no bodyKind', 'input.bodyKind', { body: 'Text' }],
    ['with a bodyKind but no body', 'input.bodyKind', { bodyKind: 'VERBATIM' }],
    ['whose url is not an address', 'input.url', { url: 'not a url' }],
    [
      'whose archivedUrl is a javascript address',
      'input.archivedUrl',
      { archivedUrl: 'javascript:alert(1)' },
    ],
    [
      'whose date of publication is an interval',
      'input.published.edtf',
      { published: { edtf: '2018-07-01/2018-07-02' } },
    ],
    ['whose author is of another type', 'input.authorIds.0', { authorIds: ['fac_x'] }],
  ])('%s', async (_what, path, input) => {
    await refused(bad(path), ...create('Report', { kind: 'ARTICLE', title: 'T', ...input }));
  });

  test('with a wrong claim among its claims: nothing is written', async () => {
    const claim = {
      statement: 'Said.',
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId: id.source }] }],
    };
    const ask = (claims: Input[]) =>
      [
        'mutation ($input: RecordReportInput!) { recordReport(input: $input) { report { id } } }',
        { input: { report: { kind: 'ARTICLE', title: 'Three' }, claims } },
      ] as const;
    const wrong = { ...claim, quantities: [{ measure: 'STRIKES', min: 2, max: 1 }] };
    await refused(bad('input.claims.1.quantities.0.min'), ...ask([claim, wrong, claim]));
    await refused(
      bad('input.claims.2.reportId'),
      ...ask([wrong, claim, { ...claim, reportId: id.report }]),
    );
    await refused(
      missing('input.claims.1.places.0.locationId'),
      ...ask([claim, { ...claim, places: [{ locationId: `loc_${nowhere}` }] }]),
    );
    const { reports } = await ledger.api.data(
      '{ reports(filter: { text: "Three" }) { totalCount } }',
    );
    expect(reports.totalCount).toBe(0);
  });
});
