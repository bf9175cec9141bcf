import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { exportText } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { GeoJson } from '../values/geojson.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('sample');
  make = fixtures(api);
});
afterAll(() => api.stop());

const featureOf = async (places: object[]) => {
  const id = await make.aClaim({ places });
  const { features } = JSON.parse(await exportText(api, 'geojson', { id: [id] }));
  expect(features).toHaveLength(1);
  expect(features[0].id).toBe(id);
  return features[0];
};

describe('geojson', () => {
  test('follows RFC 7946, with one Feature per claim and its speakers and report', async () => {
    const collection = JSON.parse(await exportText(api, 'geojson'));
    expect(Object.keys(collection).sort()).toEqual(['features', 'type']);
    expect(collection.type).toBe('FeatureCollection');
    expect(collection.features.length).toBeGreaterThan(25);
    for (const feature of collection.features) {
      expect(Object.keys(feature).sort()).toEqual(['geometry', 'id', 'properties', 'type']);
      expect(feature.type).toBe('Feature');
      if (feature.geometry !== null)
        expect(GeoJson.parseValue(feature.geometry)).toEqual(feature.geometry);
      expect(feature.properties.attributions[0].chain[0].source.name).toEqual(expect.any(String));
      expect(feature.properties.report.id).toMatch(/^rpt_/);
    }
  });

  test('writes longitude first, and prefers the claim’s point to the gazetteer’s', async () => {
    const place = await make.aLocation('South', {
      point: { lat: -33, lon: 150 },
      geoPrecision: 'DISTRICT',
    });
    const own = await featureOf([
      { locationId: place, lat: -33.5, lon: 150.25, geoPrecision: 'EXACT' },
    ]);
    expect(own.geometry).toEqual({ type: 'Point', coordinates: [150.25, -33.5] });
    expect(own.properties.places[0]).toMatchObject({
      id: place,
      pointOf: 'CLAIM',
      geoPrecision: 'EXACT',
    });
    const kept = await featureOf([{ locationId: place }]);
    expect(kept.geometry).toEqual({ type: 'Point', coordinates: [150, -33] });
    expect(kept.properties.places[0]).toMatchObject({ pointOf: 'PLACE', geoPrecision: 'DISTRICT' });
  });

  test('invents no point: none gives a null geometry, several give a MultiPoint', async () => {
    const nowhere = await make.aLocation('Wooded land', { kind: 'DESCRIBED' });
    const none = await featureOf([{ locationId: nowhere }]);
    expect(none.geometry).toBeNull();
    expect(none.properties.places[0]).toMatchObject({ pointOf: null, geoPrecision: null });
    expect((await featureOf([])).geometry).toBeNull();
    const [a, b] = [
      await make.aLocation('A', { point: { lat: 1, lon: 2 } }),
      await make.aLocation('B', { point: { lat: 3, lon: 4 } }),
    ];
    const several = await featureOf([
      { locationId: a, role: 'FROM' },
      { locationId: nowhere },
      { locationId: b, role: 'TO' },
    ]);
    expect(several.geometry).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [2, 1],
        [4, 3],
      ],
    });
    expect(several.properties.places.map(({ role, pointOf }: any) => [role, pointOf])).toEqual([
      ['FROM', 'PLACE'],
      ['AT', null],
      ['TO', 'PLACE'],
    ]);
  });

  test('of no claims is an empty collection', async () => {
    expect(JSON.parse(await exportText(api, 'geojson', { id: [] }))).toEqual({
      type: 'FeatureCollection',
      features: [],
    });
  });
});
