import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';
import { searchDocument, searchFor } from './search.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
let area: string;

const search = (text: string, more?: object) => searchFor(api, text, more);

beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
  area = await make.aLocation('Hama', { kind: 'GOVERNORATE' });
  for (let i = 0; i < 12; i += 1) await make.aLocation('Mansura');
});
afterAll(() => api.stop());

describe('pages of a search', () => {
  test('follow each other in both directions, without gap or repetition', async () => {
    const all = (await search('Mansoura', { first: 100 })).nodes.map(
      ({ record }: any) => record.id,
    );
    expect(all.length).toBeGreaterThanOrEqual(12);
    const walk = async (
      size: 'first' | 'last',
      from: 'after' | 'before',
      cursor: string,
      more: string,
    ) => {
      const visited: string[] = [];
      for (let at: string | undefined; ; ) {
        const { nodes, pageInfo, totalCount } = await search('Mansoura', {
          [size]: 5,
          ...(at && { [from]: at }),
        });
        visited.push(
          ...(size === 'first' ? nodes : nodes.reverse()).map(({ record }: any) => record.id),
        );
        expect(totalCount).toBe(all.length);
        if (!pageInfo[more]) return visited;
        at = pageInfo[cursor];
      }
    };
    expect(await walk('first', 'after', 'endCursor', 'hasNextPage')).toEqual(all);
    expect(await walk('last', 'before', 'startCursor', 'hasPreviousPage')).toEqual(
      [...all].reverse(),
    );
  });

  test('refuse a cursor of another search or of another connection', async () => {
    const { endCursor } = (await search('Mansoura', { first: 1 })).pageInfo;
    for (const more of [
      { text: 'Mansura' },
      { types: ['LOCATION'] },
      { match: 'SPELLING' },
      { within: area },
      { near: { lat: 35, lon: 36, withinKm: 5 } },
    ])
      await refused(api, { code: 'BAD_USER_INPUT', path: 'after' }, searchDocument, {
        text: 'Mansoura',
        after: endCursor,
        ...more,
      });
    await refused(
      api,
      { code: 'BAD_USER_INPUT', path: 'after' },
      'query ($after: String!) { locations(after: $after) { totalCount } }',
      {
        after: endCursor,
      },
    );
    expect((await search('Mansoura', { first: 7, after: endCursor })).nodes).toHaveLength(7);
  });

  test('are read by one statement each', async () => {
    const sent = await api.statements(() => search('Mansura'));
    expect(sent.filter((text) => /\bselect\b/i.test(text))).toHaveLength(1);
    expect(sent.join()).not.toContain('Mansura');
  });
});
