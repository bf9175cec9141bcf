import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { loadSample } from './sample.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

describe('the sample', () => {
  test('has 26 claims, and no looting or air strike among them names an actor', async () => {
    const { claims, looting } = await api.data(`{
      claims { totalCount }
      looting: claims(filter: { kind: [LOOTING, AIRSTRIKE] }) { totalCount nodes { parties { role } } }
    }`);
    expect(claims.totalCount).toBe(26);
    expect(looting.totalCount).toBe(6);
    expect(looting.nodes.flatMap(({ parties }: any) => parties)).toEqual([]);
  });

  test('is anchored: each passage stands in the paraphrase, and none is passed off as direct speech', async () => {
    const { claims } = await api.data(
      '{ claims(first: 100) { nodes { passage { quote in start end directSpeech } report { title body bodyKind } } } }',
    );
    for (const { passage, report } of claims.nodes) {
      const part = passage.in === 'TITLE' ? report.title : report.body;
      expect(part.slice(passage.start, passage.end)).toBe(passage.quote);
      expect(passage.directSpeech).toBe(false);
    }
  });

  test('dates nothing that the report leaves undated', async () => {
    const { claims } = await api.data(
      '{ claims(first: 100) { nodes { statement occurred { earliest latest basis approximate } } } }',
    );
    const undated = claims.nodes.filter(({ occurred }: any) => occurred === null);
    expect(undated).toHaveLength(9);
    for (const { occurred } of claims.nodes.filter((claim: any) => claim.occurred))
      expect(occurred).toEqual({
        earliest: '2018-06-19',
        latest: '2018-07-14',
        basis: 'INFERRED',
        approximate: true,
      });
  });

  test('loaded again changes nothing', async () => {
    const state = async () =>
      Promise.all(
        [
          'write_log',
          'revision',
          'claim',
          'report',
          'source',
          'faction',
          'location',
          'name',
          'speaker',
          'claim_link',
          'external_id',
        ].map(
          async (table) =>
            (
              await api.database.query(
                `select count(*)::int as n, max(valid.v) as v from ${table} t, lateral (select (to_jsonb(t) ->> 'valid_from') as v) valid`,
              )
            )[0],
        ),
      );
    const before = await state();
    expect(await loadSample(api.database)).toBe(false);
    expect(await state()).toEqual(before);
  });
});
