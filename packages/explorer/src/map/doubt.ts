import type { LatLon, MarkPlace } from '../data/mark.ts';

/** How a place of a claim is drawn. An area is where it happened somewhere, never a point. */
export type PlaceShape =
  | { readonly kind: 'point'; readonly at: LatLon }
  | { readonly kind: 'outline'; readonly locationId: string }
  | { readonly kind: 'disc'; readonly at: LatLon; readonly radiusKm: number }
  | { readonly kind: 'none' };

/**
 * The radius in kilometres of an area whose outline the ledger does not have, by precision. The
 * legend says that these discs are as wide as the doubt, not as the area.
 */
const radiusByPrecision: Record<string, number> = {
  WITHIN_25_KM: 25,
  DISTRICT: 20,
  GOVERNORATE: 45,
  LINE_OR_REGION: 30,
};

/** The same by the kind of a location that is an area. Those without a radius have no disc. */
const radiusByKind: Record<string, number> = {
  GOVERNORATE: 45,
  DISTRICT: 20,
  SUBDISTRICT: 10,
  INFORMAL_REGION: 15,
  ROAD: 8,
  NATURAL_FEATURE: 8,
};

const pointKinds = ['COMMUNITY', 'NEIGHBOURHOOD', 'CROSSING', 'FACILITY'];
const outlinePrecisions = ['DISTRICT', 'GOVERNORATE'];

/**
 * How to draw a place of a claim, with the outlines that the ledger has. The claim's own precision
 * counts before that of the place, and the place's kind says the rest.
 */
export function shapeOf(place: MarkPlace, hasOutline: (id: string) => boolean): PlaceShape {
  const { location } = place;
  const at = place.point ?? location.point ?? undefined;
  const precision = place.geoPrecision ?? location.geoPrecision ?? undefined;
  const isPointKind = pointKinds.includes(location.kind);
  if (precision === 'COUNTRY' || precision === 'INTERNATIONAL') return { kind: 'none' };
  if (precision && outlinePrecisions.includes(precision)) {
    const area = [location, ...location.ancestors].find(({ kind }) => kind === precision);
    if (area && hasOutline(area.id)) return { kind: 'outline', locationId: area.id };
  }
  if (!precision && !isPointKind && hasOutline(location.id))
    return { kind: 'outline', locationId: location.id };
  if (!at) return insideOf(location.ancestors, hasOutline);
  const radiusKm = precision ? radiusByPrecision[precision] : radiusByKind[location.kind];
  if (radiusKm !== undefined) return { kind: 'disc', at, radiusKm };
  return precision === 'EXACT' || (!precision && isPointKind)
    ? { kind: 'point', at }
    : { kind: 'none' };
}

/**
 * A place that nobody can locate is somewhere in the smallest area around it with an outline, or
 * else with a point.
 */
function insideOf(
  ancestors: MarkPlace['location']['ancestors'],
  hasOutline: (id: string) => boolean,
): PlaceShape {
  const outlined = ancestors.find(({ id }) => hasOutline(id));
  if (outlined) return { kind: 'outline', locationId: outlined.id };
  for (const { point, kind } of ancestors) {
    const radiusKm = radiusByKind[kind];
    if (point && radiusKm) return { kind: 'disc', at: point, radiusKm };
  }
  return { kind: 'none' };
}
