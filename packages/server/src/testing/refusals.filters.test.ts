import { describe, expect, test } from '@jest/globals';
import { bad, setUpRefusals } from './refusals.testing.ts';
import { sampleIds } from './sample.testing.ts';

const ledger = setUpRefusals('sample', sampleIds);
const { id, refused } = ledger;

const claims = (filter: object) =>
  ['query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }', { filter }] as const;
const claimsOfReport = (filter: object) =>
  [
    `query ($id: ID!, $filter: ClaimFilter) {
      report(id: $id) { claims(filter: $filter) { totalCount } }
    }`,
    { id: id.report, filter },
  ] as const;

describe('a filter', () => {
  test('takes a text of 1,000 characters of any size in bytes, and not of 1,001', async () => {
    for (const sign of ['x', '🕊']) {
      expect(
        (await ledger.api.data(...claims({ text: sign.repeat(1_000) }))).claims.totalCount,
      ).toBe(0);
      await refused(bad('filter.text'), ...claims({ text: sign.repeat(1_001) }));
    }
  });

  test.each([
    [{ from: '2018-07-02', to: '2018-07-01' }, 'to'],
    [{ from: '2018-02-30' }, 'from'],
    [{ to: '2018-13-01' }, 'to'],
    [{ to: '2018' }, 'to'],
    [{ from: '' }, 'from'],
    [{ from: 'yesterday' }, 'from'],
    [{ from: '0000-01-01' }, 'from'],
  ])('with the period %j is refused, blaming its %s', async (period, key) => {
    await refused(bad(`filter.occurred.${key}`), ...claims({ occurred: period }));
    await refused(bad(`filter.or.0.reported.${key}`), ...claims({ or: [{ reported: period }] }));
    await refused(
      bad(`filter.report.published.${key}`),
      ...claims({ report: { published: period } }),
    );
    await refused(
      bad(`filter.published.${key}`),
      'query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }',
      { filter: { published: period } },
    );
  });

  test('takes no number of words below 0, at any depth', async () => {
    const fewer = { minWordCount: -1 };
    await refused(bad('filter.report.minWordCount'), ...claims({ report: fewer }));
    await refused(
      bad('filter.not.or.0.minWordCount'),
      'query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }',
      { filter: { not: { or: [fewer] } } },
    );
  });

  test('on relations takes only a day of the calendar', async () => {
    await refused(
      bad('relations.at'),
      'query ($id: ID!) { faction(id: $id) { relations(at: "2018-02-30") { id } } }',
      { id: id.faction },
    );
  });

  test.each([
    [{ lat: 90.1, lon: 0, withinKm: 1 }, 'lat'],
    [{ lat: 0, lon: -180.5, withinKm: 1 }, 'lon'],
    [{ lat: 0, lon: 0, withinKm: 0 }, 'withinKm'],
    [{ lat: 0, lon: 0, withinKm: 20_000 }, 'withinKm'],
  ])('near %j is refused, blaming its %s', async (near, key) => {
    await refused(bad(`filter.place.near.${key}`), ...claims({ place: { near } }));
  });

  test('with more than 100 conditions is refused', async () => {
    await refused(
      bad('filter.or.49'),
      ...claims({ or: Array.from({ length: 60 }, () => ({ aggregate: true, kind: ['CLASH'] })) }),
    );
  });

  test('with a list of more than 100 items is refused', async () => {
    const kind = Array.from({ length: 101 }, () => 'CLASH');
    await refused(bad('filter.kind'), ...claims({ kind }));
  });

  test('with more than four levels of combinations is refused', async () => {
    const filter = { or: [{ and: [{ not: { or: [{ not: { aggregate: true } }] } }] }] };
    await refused(bad('filter.or.0.and.0.not.or.0.not'), ...claims(filter));
  });

  test('with a text that PostgreSQL cannot store is refused, in nested lists too', async () => {
    for (const text of ['\u0000', '\ud800']) {
      await refused(bad('filter.text'), ...claims({ text }));
      await refused(
        bad('claims.filter.text'),
        `query ($id: ID!, $text: String) {
          report(id: $id) { claims(filter: { text: $text }) { totalCount } }
        }`,
        { id: id.report, text },
      );
    }
    await refused(
      bad('externalId.value'),
      '{ record(type: CLAIM, externalId: { system: "x", value: "\\u0000" }) { id } }',
    );
  });

  test('obeys the limits of its input types, in nested lists too', async () => {
    for (const value of ['', ' 7', 'x'.repeat(201)]) {
      const filter = { externalId: { system: 'desk', value } };
      await refused(
        bad('externalId.value'),
        'query ($by: ExternalIdInput!) { record(type: CLAIM, externalId: $by) { id } }',
        { by: filter.externalId },
      );
      await refused(bad('filter.externalId.value'), ...claims(filter));
      await refused(bad('filter.not.externalId.value'), ...claims({ not: filter }));
      await refused(bad('claims.filter.externalId.value'), ...claimsOfReport(filter));
    }
  });
});
