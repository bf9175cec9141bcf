import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const reviewOf = async (id: string) => {
  const document = JSON.parse(await exportText(api, 'claimreview', { id: [id] }));
  expect(document['@context']).toBe('https://schema.org');
  expect(document['@graph']).toHaveLength(1);
  return document['@graph'][0];
};
const assess = (id: string, status: string, credibility: string) =>
  api.data(
    'mutation ($id: ID!, $input: AssessmentInput!) { assessClaim(claimId: $id, input: ' +
      '$input) { claim { id } } }',
    {
      id,
      input: { status, credibility, rationale: `Seen to be ${status}.` },
    },
  );

describe('claimreview', () => {
  test('has no rating for a claim that nobody has judged', async () => {
    const id = await make.aClaim({ statement: 'It is so.' });
    const review = await reviewOf(id);
    expect(review).toMatchObject({
      '@type': 'ClaimReview',
      identifier: id,
      claimReviewed: 'It is so.',
      creativeWorkStatus: 'Incomplete',
    });
    for (const key of ['reviewRating', 'author', 'datePublished'])
      expect(review).not.toHaveProperty(key);
  });

  test('shows the last assessment, with author and date, and Admiralty 1 as 5 of', async () => {
    const id = await make.aClaim();
    await assess(id, 'DISPUTED', 'FIVE');
    await assess(id, 'VERIFIED', 'TWO');
    const review = await reviewOf(id);
    expect(review).toMatchObject({
      creativeWorkStatus: 'Published',
      author: { '@type': 'Person', name: 'local' },
      datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      reviewRating: {
        '@type': 'Rating',
        ratingValue: 4,
        bestRating: 5,
        worstRating: 1,
        ratingExplanation: 'Seen to be VERIFIED.',
        alternateName: 'Verified; credibility 2, probably true',
      },
    });
  });

  test('has no rating value for credibility 6, cannot be judged', async () => {
    const id = await make.aClaim();
    await assess(id, 'DISPUTED', 'SIX');
    const { reviewRating } = await reviewOf(id);
    expect(reviewRating).not.toHaveProperty('ratingValue');
    expect(reviewRating.alternateName).toBe('Disputed; credibility cannot be judged');
  });

  test('names the origin and all works, and a first work only if it surely was first', async () => {
    const [witness, outlet] = [
      await make.aSource('A witness'),
      await make.aSource('An outlet', { kind: 'OUTLET' }),
    ];
    const early = await make.aReport({
      title: 'Early',
      publisherId: outlet,
      published: { edtf: '2018-07-03' },
      url: 'https://x.test/early',
    });
    const late = await make.aReport({
      title: 'Late',
      kind: 'SOCIAL_POST',
      published: { edtf: '2018-07' },
    });
    const undated = await make.aReport({ title: 'Undated' });
    const attributions = [{ chain: [{ sourceId: witness }, { sourceId: outlet }] }];
    const occurred = { edtf: '2018-06-30' };
    const place = await make.aLocation('Here', { point: { lat: 1, lon: 2 } });
    const places = [{ locationId: place }];
    const claimed = {
      attributions,
      occurred,
      places,
      externalIds: [{ system: 'ucdp-event', value: '7' }],
    };
    const id = await make.aClaim({ ...claimed, reportId: late, citations: [{ reportId: early }] });
    const { itemReviewed } = await reviewOf(id);
    // July may have begun with the late one.
    expect(itemReviewed).not.toHaveProperty('firstAppearance');
    expect(itemReviewed).toMatchObject({
      '@type': 'Claim',
      author: [{ '@type': 'Person', name: 'A witness' }],
      appearance: [
        { '@type': 'SocialMediaPosting', name: 'Late' },
        {
          '@type': 'Article',
          name: 'Early',
          url: 'https://x.test/early',
          datePublished: '2018-07-03',
          publisher: { '@type': 'Organization' },
        },
      ],
      temporalCoverage: '2018-06-30/2018-06-30',
      spatialCoverage: [
        {
          '@type': 'Place',
          name: 'Here',
          geo: { '@type': 'GeoCoordinates', latitude: 1, longitude: 2 },
        },
      ],
      identifier: [{ '@type': 'PropertyValue', propertyID: 'ucdp-event', value: '7' }],
    });
    expect(itemReviewed.appearance[0]).not.toHaveProperty('datePublished');
    const sure = await make.aClaim({
      reportId: early,
      citations: [{ reportId: await make.aReport({ published: { edtf: '2018-08' } }) }],
    });
    expect((await reviewOf(sure)).itemReviewed).toMatchObject({
      firstAppearance: { name: 'Early' },
      datePublished: '2018-07-03',
    });
    const open = await make.aClaim({ reportId: early, citations: [{ reportId: undated }] });
    expect((await reviewOf(open)).itemReviewed).not.toHaveProperty('firstAppearance');
  });

  test.each([
    ['2018-06-30/2018-07-02', '2018-06-30/2018-07-02'],
    ['2018-06-30/..', '2018-06-30/..'],
    ['2018-06-30/', undefined],
    ['../2018-07-02', undefined],
    ['2018-07~', undefined],
  ])('leaves an open end open, and no unknown bound is made up: %s', async (edtf, coverage) => {
    const { itemReviewed } = await reviewOf(await make.aClaim({ occurred: { edtf } }));
    expect(itemReviewed.temporalCoverage).toBe(coverage);
    expect('temporalCoverage' in itemReviewed).toBe(coverage !== undefined);
  });

  test('names an analyst as author, and cites what the figure was coded from', async () => {
    const [agency, monitor] = [await make.aSource('An agency'), await make.aSource('A monitor')];
    const cited = await make.aReport({ title: 'Cited', published: { edtf: '2018-07-03' } });
    const release = await make.aReport({ title: 'Release', kind: 'DATASET' });
    const chain = [{ sourceId: agency }, { sourceId: monitor, capacity: 'ANALYST', verb: 'coded' }];
    const id = await make.aClaim({
      reportId: release,
      citations: [{ reportId: cited }],
      attributions: [{ chain }],
    });
    const { itemReviewed } = await reviewOf(id);
    expect(itemReviewed).toMatchObject({
      author: [{ name: 'A monitor' }],
      creditText: 'coded by A monitor from An agency',
      appearance: [{ name: 'Release' }],
      citation: [{ name: 'Cited' }],
    });
    expect(itemReviewed.author).toHaveLength(1);
    expect(itemReviewed.appearance).toHaveLength(1);
  });
});
