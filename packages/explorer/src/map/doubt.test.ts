import { describe, expect, test } from '@jest/globals';
import { placeOf } from '../data/mark.testing.ts';
import { shapeOf } from './doubt.ts';

const district = { id: 'loc_00000000-0000-7000-8000-000000000002', kind: 'DISTRICT' } as const;
const none = () => false;
const all = () => true;

describe('a place of a claim', () => {
  test('is a point only if it is known exactly', () => {
    expect(shapeOf(placeOf('COMMUNITY'), none).kind).toBe('point');
    expect(shapeOf(placeOf('COMMUNITY', { geoPrecision: 'EXACT' }), none).kind).toBe('point');
    for (const geoPrecision of ['WITHIN_25_KM', 'DISTRICT', 'GOVERNORATE', 'LINE_OR_REGION'])
      expect(shapeOf(placeOf('COMMUNITY', { geoPrecision }), none).kind).toBe('disc');
  });

  test('that is known to the district is the outline of the district, never a point', () => {
    const place = placeOf('COMMUNITY', {
      geoPrecision: 'DISTRICT',
      location: { ancestors: [district] },
    });
    expect(shapeOf(place, all)).toEqual({ kind: 'outline', locationId: district.id });
    expect(shapeOf(place, none)).toMatchObject({ kind: 'disc' });
  });

  test('known within 25 km is a disc of this radius around the point of the claim', () => {
    const point = { lat: 32.5, lon: 36.5 };
    expect(shapeOf(placeOf('COMMUNITY', { geoPrecision: 'WITHIN_25_KM', point }), all)).toEqual({
      kind: 'disc',
      at: point,
      radiusKm: 25,
    });
  });

  test('that is an area is an area even if the gazetteer has a point for it', () => {
    for (const kind of ['GOVERNORATE', 'DISTRICT', 'SUBDISTRICT', 'INFORMAL_REGION', 'ROAD'])
      expect(shapeOf(placeOf(kind), none).kind).toBe('disc');
  });

  test('of an unknown kind or precision is never a point', () => {
    expect(shapeOf(placeOf('NEW_KIND'), none).kind).toBe('none');
    expect(shapeOf(placeOf('COMMUNITY', { geoPrecision: 'NEW' }), none).kind).toBe('none');
  });

  test('without a point is somewhere in the smallest area around it', () => {
    const place = placeOf('DESCRIBED', { location: { point: null, ancestors: [district] } });
    const hasDistrict = (id: string) => id === district.id;
    expect(shapeOf(place, hasDistrict)).toEqual({ kind: 'outline', locationId: district.id });
    expect(shapeOf(place, none).kind).toBe('none');
  });

  test('without a point and without outlines is a disc around the area, never a point', () => {
    const ancestors = [{ ...district, point: { lat: 32, lon: 36 } }];
    const place = placeOf('DESCRIBED', { location: { point: null, ancestors } });
    expect(shapeOf(place, none)).toMatchObject({ kind: 'disc', at: { lat: 32, lon: 36 } });
    const country = { ...district, kind: 'COUNTRY', point: { lat: 35, lon: 38 } };
    const inCountry = placeOf('DESCRIBED', { location: { point: null, ancestors: [country] } });
    expect(shapeOf(inCountry, none).kind).toBe('none');
  });

  test('known to the country only is not drawn', () => {
    expect(shapeOf(placeOf('COMMUNITY', { geoPrecision: 'COUNTRY' }), all).kind).toBe('none');
    expect(shapeOf(placeOf('COUNTRY'), none).kind).toBe('none');
  });
});
