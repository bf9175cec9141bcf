import { columns } from './csv-columns.ts';
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
 * have none. `geoPrecision` of each place says how exact its point is. Flat features have the
 * columns of CSV as their properties, because GIS programs filter by plain values only.
 */
export const geojson: ExportFormat = {
  type: 'application/geo+json',
  extension: 'geojson',
  options: ['flat'],
  write: (ledger, { filter, flat }) =>
    jsonList<ExportedClaim>(ledger, exportClaims, filter, {
      head: '{"type":"FeatureCollection","features":[',
      item: flat ? flatFeature : feature,
    }),
};

const feature = ({ id, places, ...properties }: ExportedClaim) => ({
  type: 'Feature',
  id,
  geometry: geometryOf(places),
  properties: { ...properties, places: places.map(placeProperties) },
});

const flatFeature = (claim: ExportedClaim) => ({
  type: 'Feature',
  id: claim.id,
  geometry: geometryOf(claim.places),
  properties: Object.fromEntries(flatColumns.map(([name, value]) => [name, value(claim)])),
});

/** The days are called `earliest` and `latest`. The geometry says where the points are. */
const flatColumns: typeof columns = columns
  .filter(([name]) => !['latitude', 'longitude', 'points'].includes(name))
  .map(([name, value]) => [name.replace(/^occurred_(?=earliest$|latest$)/, ''), value]);

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
