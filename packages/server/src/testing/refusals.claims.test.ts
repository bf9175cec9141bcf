import { describe, expect, test } from '@jest/globals';
import {
  bad,
  create,
  type Input,
  missing,
  nowhere,
  setUpRefusals,
  tooMany,
} from './refusals.testing.ts';

const ledger = setUpRefusals();
const { id, refused } = ledger;

const aClaimOf = (input: Input) =>
  create('Claim', {
    reportId: id.report,
    statement: 'Said.',
    kind: 'OTHER',
    attributions: [{ chain: [{ sourceId: id.source }] }],
    ...input,
  });

describe('a claim is refused', () => {
  const cases: [string, string, () => Input][] = [
    ['without a report', 'input.reportId', () => ({ reportId: null })],
    ['whose report is a source', 'input.reportId', () => ({ reportId: id.source })],
    ['without attributions', 'input.attributions', () => ({ attributions: [] })],
    [
      'with an empty chain',
      'input.attributions.0.chain',
      () => ({ attributions: [{ chain: [] }] }),
    ],
    [
      'with a chain of 21 speakers',
      'input.attributions.0.chain',
      () => ({ attributions: [{ chain: Array(21).fill({ sourceId: id.source }) }] }),
    ],
    [
      'whose speaker is a faction',
      'input.attributions.0.chain.0.sourceId',
      () => ({ attributions: [{ chain: [{ sourceId: id.faction }] }] }),
    ],
    ['with an empty statement', 'input.statement', () => ({ statement: '' })],
    [
      'with a statement of 5,001 characters',
      'input.statement',
      () => ({ statement: 'x'.repeat(5_001) }),
    ],
    ['with a NUL character in its statement', 'input.statement', () => ({ statement: 'a\u0000b' })],
    ['with half a character in its statement', 'input.statement', () => ({ statement: 'a\ud83d' })],
    [
      'with half a character in a place',
      'input.places.0.asWritten',
      () => ({ places: [{ locationId: id.town, asWritten: '\udc00' }] }),
    ],
    [
      'whose date is not a day of the calendar',
      'input.occurred.edtf',
      () => ({ occurred: { edtf: '2018-02-30' } }),
    ],
    ['whose date has a month 13', 'input.occurred.edtf', () => ({ occurred: { edtf: '2018-13' } })],
    [
      'whose date is not EDTF',
      'input.occurred.edtf',
      () => ({ occurred: { edtf: 'last summer' } }),
    ],
    ['whose date is empty', 'input.occurred.edtf', () => ({ occurred: { edtf: '' } })],
    [
      'that ends before it starts',
      'input.occurred.edtf',
      () => ({ occurred: { edtf: '2018-07-02/2018-07-01' } }),
    ],
    [
      'whose date has an earliest day after its latest',
      'input.occurred.latest',
      () => ({ occurred: { edtf: '2018-07~', earliest: '2018-07-03', latest: '2018-07-02' } }),
    ],
    [
      'whose earliest day is not in the calendar',
      'input.occurred.earliest',
      () => ({ occurred: { edtf: '2018-07~', earliest: '2018-02-29' } }),
    ],
    [
      'whose earliest day contradicts its date',
      'input.occurred.earliest',
      () => ({ occurred: { edtf: '2018-07-10', earliest: '2018-07-09' } }),
    ],
    [
      'whose latest day contradicts its date',
      'input.occurred.latest',
      () => ({ occurred: { edtf: '2018-07', latest: '2018-08-01' } }),
    ],
    [
      'whose words for the date are empty',
      'input.occurred.asWritten',
      () => ({ occurred: { edtf: '2018', asWritten: '' } }),
    ],
    [
      'whose words for the date are too long',
      'input.occurred.asWritten',
      () => ({ occurred: { edtf: '2018', asWritten: 'x'.repeat(501) } }),
    ],
    [
      'whose quote is not in the body',
      'input.passage.quote',
      () => ({ passage: { quote: 'They stayed' } }),
    ],
    ['whose quote is empty', 'input.passage.quote', () => ({ passage: { quote: '' } })],
    [
      'whose quote occurs several times',
      'input.passage.quote',
      () => ({ passage: { quote: 'left' } }),
    ],
    [
      'whose quote does not start there',
      'input.passage.start',
      () => ({ passage: { quote: 'left', start: 3 } }),
    ],
    [
      'whose quote does not follow the prefix',
      'input.passage.prefix',
      () => ({ passage: { quote: 'left', prefix: 'We ' } }),
    ],
    [
      'whose quote is only in the title',
      'input.passage.quote',
      () => ({ passage: { quote: 'Left', in: 'BODY' } }),
    ],
    [
      'whose passage has page 0',
      'input.passage.page',
      () => ({ passage: { quote: 'Many left', page: 0 } }),
    ],
    [
      'that quotes a report without a body',
      'input.passage.in',
      () => ({ reportId: id.bare, passage: { quote: 'No body' } }),
    ],
    [
      'with a quantity whose min is above its max',
      'input.quantities.0.min',
      () => ({ quantities: [{ measure: 'STRIKES', min: 3, max: 2 }] }),
    ],
    [
      'with a quantity whose best is below its min',
      'input.quantities.0.best',
      () => ({ quantities: [{ measure: 'STRIKES', min: 3, best: 2 }] }),
    ],
    [
      'with a quantity whose best is above its max',
      'input.quantities.0.best',
      () => ({ quantities: [{ measure: 'STRIKES', best: 3, max: 2 }] }),
    ],
    [
      'with a negative quantity',
      'input.quantities.0.min',
      () => ({ quantities: [{ measure: 'STRIKES', min: -1 }] }),
    ],
    [
      'with a quantity that has no number',
      'input.quantities.0.min',
      () => ({ quantities: [{ measure: 'STRIKES' }] }),
    ],
    [
      'with a wrong part of its second quantity',
      'input.quantities.1.parts.0.max',
      () => ({
        quantities: [
          { measure: 'STRIKES', min: 1 },
          { measure: 'STRIKES', min: 1, parts: [{ measure: 'STRIKES', max: -2 }] },
        ],
      }),
    ],
    [
      'with a part of a quantity that has parts',
      'input.quantities.0.parts.0.parts',
      () => ({
        quantities: [
          {
            measure: 'STRIKES',
            min: 1,
            parts: [{ measure: 'STRIKES', min: 1, parts: [{ measure: 'STRIKES', min: 1 }] }],
          },
        ],
      }),
    ],
    [
      'with a latitude above 90 degrees',
      'input.places.0.lat',
      () => ({ places: [{ locationId: id.town, lat: 90.01, lon: 0 }] }),
    ],
    [
      'with a longitude below -180 degrees',
      'input.places.0.lon',
      () => ({ places: [{ locationId: id.town, lat: 0, lon: -180.01 }] }),
    ],
    [
      'with a latitude but no longitude',
      'input.places.0.lon',
      () => ({ places: [{ locationId: id.town, lat: 1 }] }),
    ],
    [
      'with a negative group',
      'input.parties.0.group',
      () => ({ parties: [{ factionId: id.faction, role: 'ACTOR', group: -1 }] }),
    ],
    [
      'with a URL as external id',
      'input.externalIds.0.value',
      () => ({ externalIds: [{ system: 'web', value: 'https://example.org/1' }] }),
    ],
    [
      'with the same external id twice',
      'input.externalIds.1.value',
      () => ({ externalIds: Array(2).fill({ system: 'desk', value: '7' }) }),
    ],
    [
      'with an empty external id',
      'input.externalIds.0.value',
      () => ({ externalIds: [{ system: 'desk', value: '' }] }),
    ],
  ];
  test.each(cases)('%s', async (_what, path, input) => {
    await refused(bad(path), ...aClaimOf(input()));
  });

  test('with 501 places', async () => {
    const places = Array(501).fill({ locationId: id.town });
    await refused(tooMany('input.places'), ...aClaimOf({ places }));
  });

  const unknown: [string, () => Input][] = [
    ['input.reportId', () => ({ reportId: `rpt_${nowhere}` })],
    [
      'input.attributions.0.chain.1.sourceId',
      () => ({
        attributions: [{ chain: [{ sourceId: id.source }, { sourceId: `src_${nowhere}` }] }],
      }),
    ],
    [
      'input.attributions.0.chain.0.reportId',
      () => ({ attributions: [{ chain: [{ sourceId: id.source, reportId: `rpt_${nowhere}` }] }] }),
    ],
    [
      'input.places.1.locationId',
      () => ({ places: [{ locationId: id.town }, { locationId: `loc_${nowhere}` }] }),
    ],
    [
      'input.parties.0.factionId',
      () => ({ parties: [{ factionId: `fac_${nowhere}`, role: 'ACTOR' }] }),
    ],
    ['input.citations.0.reportId', () => ({ citations: [{ reportId: `rpt_${nowhere}` }] })],
    [
      'input.quantities.0.factionId',
      () => ({ quantities: [{ measure: 'STRIKES', min: 1, factionId: `fac_${nowhere}` }] }),
    ],
  ];
  test.each(unknown)('that refers at %s to a record that does not exist', async (path, input) => {
    await refused(missing(path), ...aClaimOf(input()));
  });

  test('with every problem named at once', async () => {
    const { errors } = await refused(
      bad('input.occurred.edtf'),
      ...aClaimOf({ occurred: { edtf: 'x' }, passage: { quote: 'nowhere' } }),
    );
    expect(errors![0]!.extensions.issues!.map(({ path }) => path.join('.'))).toEqual([
      'input.occurred.edtf',
      'input.passage.quote',
    ]);
  });
});

test.each([
  [{ start: 40 }, 40],
  [{ prefix: 'Many ' }, 16],
  [{ suffix: ' nothing' }, 40],
])('a quote that occurs several times is accepted with %j', async (more, start) => {
  const { made } = await ledger.api.data(
    `mutation ($input: CreateClaimInput!) { made: createClaim(input: $input) { claim { passage {
      quote start end } } } }`,
    aClaimOf({ passage: { quote: 'left', ...more } })[1],
  );
  expect(made.claim.passage).toEqual({ quote: 'left', start, end: start + 4 });
});
