import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { nowhere } from './refusals.testing.ts';

let api: Api;

beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

const claimsPage = 'query ($n: Int) { claims(first: $n) { totalCount } }';
const filteredClaims = 'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }';

describe('a request', () => {
  test.each<[fault: string, query: string, variables?: Record<string, unknown>]>([
    ['that is not valid GraphQL', '{ claims { nodes { id }'],
    ['that is empty', ''],
    ['for an unknown field', '{ claims { nodes { truth } } }'],
    ['with an unknown argument', '{ claims(limit: 1) { totalCount } }'],
    ['with an unknown enum value', '{ claims(filter: { kind: [WAR] }) { totalCount } }'],
    ['with an unknown key in a filter', '{ claims(filter: { colour: 1 }) { totalCount } }'],
    ['without a required argument', '{ claim { id } }'],
    [
      'to withdraw a claim without its version',
      'mutation { withdrawClaim(id: "clm_1", rationale: "x") { claim { id } } }',
    ],
    ['without a required variable', 'query ($id: ID!) { claim(id: $id) { id } }'],
    ['with a variable of the wrong type', claimsPage, { n: 'many' }],
    ['with an unknown enum value in a variable', filteredClaims, { f: { kind: ['WAR'] } }],
    ['with an unknown key in a variable', filteredClaims, { f: { colour: 1 } }],
    ['with a number too large for Int', claimsPage, { n: 2 ** 31 }],
    [
      'with a malformed language code',
      'query ($f: ReportFilter) { reports(filter: $f) { totalCount } }',
      { f: { language: ['no_such!'] } },
    ],
    [
      'with two operations and no operation name',
      'query A { claims { totalCount } } query B { claims { totalCount } }',
    ],
  ])('%s is answered with status 400, BAD_USER_INPUT', async (_fault, query, variables = {}) => {
    const { status, errors, data } = await api.ask(query, variables);
    const codes = errors?.map(({ extensions }) => extensions.code);
    expect({ status, data, codes }).toEqual({
      status: 400,
      data: undefined,
      codes: ['BAD_USER_INPUT'],
    });
  });

  test('with very many wrong values in a variable is refused for the first of them', async () => {
    const query = 'query ($by: [ClaimDimension!]) { claimStats(by: $by) { total } }';
    for (const value of [null, 'x'])
      for (const _again of [1, 2]) {
        const by = Array.from({ length: 20_000 }, () => value);
        const { status, errors } = await api.ask(query, { by });
        expect(status).toBe(400);
        expect(errors!.length).toBeLessThan(60);
        for (const { extensions } of errors!) expect(extensions.code).toBe('BAD_USER_INPUT');
      }
    expect(api.faults).toEqual([]);
  });

  test('with one faulty field of two returns the other, and the path of the error', async () => {
    const { status, data, errors } = await api.ask(
      'query ($id: ID!) { good: claims { totalCount } bad: claim(id: $id) { id } }',
      { id: `clm_${nowhere}` },
    );
    expect([status, data]).toEqual([200, { good: { totalCount: 26 }, bad: null }]);
    expect(errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['bad'], 'NOT_FOUND'],
    ]);
  });
});
