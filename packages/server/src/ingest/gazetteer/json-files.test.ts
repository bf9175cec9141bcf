import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fileOf, importPath } from '../ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const importJson = (value: unknown, name = 'areas.json') =>
  importPath(api, 'gazetteer', fileOf(JSON.stringify(value), name));
const countPlaces = async () => (await api.data('{ locations { totalCount } }')).locations;
const point = { type: 'Point', coordinates: [1.5, 42.5] };
const feature = (ADM1_PCODE: string, geometry: unknown = point) => ({
  type: 'Feature',
  properties: { ADM1_PCODE, ADM1_EN: `Area ${ADM1_PCODE}` },
  geometry,
});

describe('a JSON file without features', () => {
  test.each([
    ['TopoJSON', { type: 'Topology', objects: {}, arcs: [[[0, 0]]] }, /is TopoJSON\. Convert/],
    ['no list of features', { type: 'FeatureCollection' }, /has no list of features\. Export/],
    ['null features', { type: 'FeatureCollection', features: null }, /has no list of features/],
    ['a geometry', point, /is a bare geometry of GeoJSON \(Point\), so nothing says which place/],
    ['geometries', { type: 'GeometryCollection', geometries: [point] }, /\(GeometryCollection\)/],
    ['a list of geometries', [point, point], /is a bare geometry of GeoJSON \(Point\)/],
    ['collections in a list', [{ type: 'FeatureCollection', features: [] }], /Import each/],
    ['ArcGIS', { features: [{ attributes: { ADM1_PCODE: 'AD01' } }] }, /is JSON of ArcGIS/],
    ['Overpass', { version: 0.6, elements: [] }, /is JSON of OpenStreetMap/],
    ['anything else', [{ code: 'AD01', title: 'x' }], /It has the members code, title\./],
    ['an empty object', {}, /It has no members\./],
  ])('is refused with what it is and what to do: %s', async (_what, value, message) => {
    const before = await countPlaces();
    await expect(importJson(value)).rejects.toMatchObject({
      name: 'FileRefused',
      code: 'WRONG_FORMAT',
      message: expect.stringMatching(message),
    });
    expect(await countPlaces()).toEqual(before);
  });
});

test('features may be in a list, as Open Syria writes its units', async () => {
  expect(await importJson([feature('AD11'), feature('AD12')])).toMatchObject({
    rowsImported: 2,
    rowsRefused: 0,
  });
});

test('an object that is not a feature costs only that object', async () => {
  const bare = { ...feature('AD14'), properties: null };
  const text = [{ generator: 'x' }, feature('AD13'), bare].map((each) => JSON.stringify(each));
  const counts = await importPath(api, 'gazetteer', fileOf(text.join('\n'), 'areas.geojsonl'));
  expect(counts).toMatchObject({ rowsImported: 1, rowsRefused: 2 });
  expect(counts.list.map(({ line, kind, column }) => [line, kind, column])).toEqual([
    [1, 'NO_FEATURE', 'type'],
    [3, 'NO_FEATURE', 'properties'],
  ]);
});

describe('a reason for refusal is in words that a reader of the map understands', () => {
  const square = [
    [1, 42],
    [2, 42],
    [2, 43],
    [1, 42],
  ];
  test.each([
    ['Polygon', [[...square.slice(0, 3), [2, 42.5]]], /coordinates\[0\]: a ring ends at the pos/],
    ['Polygon', [square.slice(1)], /coordinates\[0\]: a ring is a list of at least 4 positions/],
    ['Polygon', square, /a position is a list of a longitude, a latitude/],
    ['Point', [42.5, 101.5], /coordinates\[1\]: a latitude is a number from −90 to 90\.$/],
    ['Point', ['1.5', 42], /coordinates\[0\]: a longitude is a number from −180 to 180\.$/],
    ['Circle', [1, 42], /a geometry is an object whose type is one of Point, .*GeometryCollection/],
  ])('of an outline: %s', async (type, coordinates, reason) => {
    const { list } = await importJson({
      type: 'FeatureCollection',
      features: [feature('AD15', { type, coordinates })],
    });
    expect(list).toMatchObject([
      { kind: 'BAD_GEOMETRY', refused: true, reason: expect.stringMatching(reason) },
    ]);
  });

  test.each([
    [{ name: 'Weir' }, 'name', 'name has to be a group of members in braces, not "Weir".'],
    [{ name: {} }, 'name.en', 'name.en is missing.'],
    [{ aliases: [{ value: 7 }] }, 'aliases[0].value', 'aliases[0].value has to be a text, not 7.'],
    [
      { centroid: { latitude: 95, longitude: 1 } },
      'centroid.latitude',
      'centroid.latitude has to be at most 90, not 95.',
    ],
  ])('of a unit of Open Syria: %j', async (fault, column, reason) => {
    const unit = { id: 'u', name: { en: 'Weir' }, externalIds: { ochaPcode: 'AD16' } };
    const { list } = await importJson([{ ...unit, ...fault }]);
    expect(list).toMatchObject([
      {
        kind: 'BAD_RECORD',
        column,
        reason: `This is not a unit as Open Syria writes it. ${reason}`,
      },
    ]);
  });
});

test('a point in the properties of a feature is read in any digits, or is an issue', async () => {
  const area = (code: string, lat: unknown, lon: unknown) => {
    const { properties, ...rest } = feature(code, null);
    return { ...rest, properties: { ...properties, center_lat: lat, center_lon: lon } };
  };
  const { list } = await importJson({
    type: 'FeatureCollection',
    features: [area('AD41', '+42,5', '\u0661\u066b\u0665'), area('AD42', 'north', 1.5)],
  });
  expect(list).toMatchObject([{ kind: 'BAD_POINT', value: 'north, 1.5', refused: false }]);
  const { record } = await api.data(
    `{ record(type: LOCATION, externalId: { system: "ocha-pcode", value: "AD41" }) {
      ... on Location { point { lat lon } }
    } }`,
  );
  expect(record.point).toEqual({ lat: 42.5, lon: 1.5 });
});
