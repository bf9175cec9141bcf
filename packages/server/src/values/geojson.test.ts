import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { refused } from '../testing/fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

describe('an outline', () => {
  const points = (count: number) =>
    Array.from({ length: count }, (_, i) => [36 + (i % 100) / 100, 32 + i / 100_000]);
  const ask = (coordinates: unknown, more: object = {}) => {
    const input = {
      kind: 'ROAD',
      names: [{ text: 'Road', kind: 'PRIMARY' }],
      geometry: { type: 'LineString', coordinates, ...more },
    };
    return [
      `mutation ($input: CreateLocationInput!) { createLocation(input: $input) { location {
        geometry } } }`,
      { input },
    ] as const;
  };
  const written = async (...asked: Parameters<typeof ask>) =>
    (await api.data(...ask(...asked))).createLocation.location.geometry;
  const blame = { code: 'BAD_USER_INPUT', path: 'input.geometry', status: 400 };

  test('of many thousands of points gives all of them back', async () => {
    const coordinates = points(100_000);
    expect(await written(coordinates)).toEqual({ type: 'LineString', coordinates });
  });

  test('of too many points is refused, in any number of parts', async () => {
    const { errors } = await api.ask(...ask(points(100_001)));
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', issues: [{ path: ['input', 'geometry'] }] },
    });
    expect(errors?.[0]?.message).toMatch(
      /at most 200000 numbers, two or more a position\. It has 200002\.$/,
    );
    for (const coordinates of [
      [points(60_000), points(60_000)],
      Array(200_001).fill([]),
      Array(200_001).fill('x'),
    ])
      await refused(api, blame, ...ask(coordinates));
    await refused(
      api,
      blame,
      ...ask([], {
        type: 'GeometryCollection',
        geometries: Array(3).fill({ type: 'LineString', coordinates: points(50_000) }),
      }),
    );
    await refused(
      api,
      blame,
      ...ask([], { type: 'GeometryCollection', geometries: Array(200_001).fill({}) }),
    );
  });

  test('that is none, in however many parts, or nested deeper than any, is refused', async () => {
    for (const wrong of [['x'], [[]], [1], [null]].map(([part]) => Array(190_000).fill(part)))
      await refused(api, blame, ...ask([wrong], { type: 'Polygon' }));
    for (const depth of [5, 2_000])
      await refused(api, blame, ...ask(JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)));
  });

  test('drops members that GeoJSON does not define', async () => {
    for (const text of ['a\0b', '\ud800'])
      expect(await written(points(2), { note: text, [text]: 1 })).toEqual({
        type: 'LineString',
        coordinates: points(2),
      });
  });
});
