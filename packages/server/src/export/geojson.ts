import {
  type ExportedClaim,
  type ExportedPlace,
  exportClaims,
  pointOf,
  precisionOf,
} from './exported-claim.ts';
import type { ExportFormat } from './format.ts';
import { jsonList } from './json-list.ts';

/**
 * GeoJSON by RFC 7946: a FeatureCollection with one Feature per claim, longitude before latitude.
 * The geometry is a Point, a MultiPoint if the claim's places have several points, or null if they
 * have none. `geoPrecision` of each place says how exact its point is.
 */
export const geojson: ExportFormat = {
  type: 'application/geo+json',
  extension: 'geojson',
  write: (ledger, filter) =>
    jsonList<ExportedClaim>(ledger, exportClaims, filter, {
      head: '{"type":"FeatureCollection","features":[',
      item: feature,
    }),
};

const feature = ({ id, places, ...properties }: ExportedClaim) => ({
  type: 'Feature',
  id,
  geometry: geometryOf(places),
  properties: { ...properties, places: places.map(placeProperties) },
});

function geometryOf(places: readonly ExportedPlace[]) {
  const positions = places.flatMap((place) => {
    const point = pointOf(place);
    return point ? [[point.lon, point.lat]] : [];
  });
  if (positions.length === 0) return null;
  return positions.length === 1
    ? { type: 'Point', coordinates: positions[0] }
    : { type: 'MultiPoint', coordinates: positions };
}

/** `pointOf` says who gives the point: the claim, or the place of the gazetteer. Null: nobody. */
const placeProperties = (place: ExportedPlace) => ({
  id: place.location.id,
  label: place.location.label,
  kind: place.location.kind,
  role: place.role,
  basis: place.basis,
  asWritten: place.asWritten,
  geoPrecision: precisionOf(place),
  pointOf: place.point ? 'CLAIM' : place.location.point ? 'PLACE' : null,
});
