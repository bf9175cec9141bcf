import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { loadSample } from './sample.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

describe('the sample', () => {
  test('has 26 claims, and none of looting or an air strike has a party', async () => {
    const { claims, looting } = await api.data(`{
      claims { totalCount }
      looting: claims(filter: { kind: [LOOTING, AIRSTRIKE] }) {
        totalCount
        nodes { parties { role } }
      }
    }`);
    expect(claims.totalCount).toBe(26);
    expect(looting.totalCount).toBe(6);
    expect(looting.nodes.flatMap(({ parties }: any) => parties)).toEqual([]);
  });

  test('has passages that are in the paraphrase, and no direct speech', async () => {
    const { claims } = await api.data(`{
      claims(first: 100) {
        nodes {
          passage { quote in start end directSpeech }
          report { title body bodyKind }
        }
      }
    }`);
    for (const { passage, report } of claims.nodes) {
      const part = passage.in === 'TITLE' ? report.title : report.body;
      expect(part.slice(passage.start, passage.end)).toBe(passage.quote);
      expect(passage.directSpeech).toBe(false);
    }
  });

  test('dates nothing that the report leaves undated', async () => {
    const { claims } = await api.data(`{
      claims(first: 100) {
        nodes { statement occurred { earliest latest basis approximate } }
      }
    }`);
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

  test('changes nothing when it is loaded again', async () => {
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
                `
                select count(*)::int as n, max(to_jsonb(t) ->> 'valid_from') as v
                from ${table} t`,
              )
            )[0],
        ),
      );
    const before = await state();
    expect(await loadSample(api.database)).toBe(false);
    expect(await state()).toEqual(before);
  });
});

test('two servers that start on one empty ledger load the sample once', async () => {
  const ledger = await startApi('ledger');
  const loaded = await Promise.all([loadSample(ledger.database), loadSample(ledger.database)]);
  expect(loaded.sort()).toEqual([false, true]);
  expect((await ledger.data('{ claims { totalCount } }')).claims.totalCount).toBe(26);
  const [{ writes }] = await ledger.database.query('select count(*)::int as writes from write_log');
  expect(writes).toBe(1);
  await ledger.stop();
});
