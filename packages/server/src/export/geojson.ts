import { claimPages, claimQuery } from './claims.ts';
import type { ExportFormat } from './format.ts';
import {
  claimFields,
  type ExportedClaim,
  type ExportedPlace,
  pointOf,
  precisionOf,
} from './whole-claim.ts';

const query = claimQuery(claimFields);

/**
 * RFC 7946: a FeatureCollection of one Feature a claim, longitude before latitude. The geometry is where its places' points are, a Point, or
 * a MultiPoint where there are several; null where there is none, for none is made up. Each place's `geoPrecision` says how exact its point is.
 */
export const geojson: ExportFormat = {
  type: 'application/geo+json',
  extension: 'geojson',
  async *write(ledger, filter) {
    yield { text: '{"type":"FeatureCollection","features":[', records: 0 };
    let before = '\n';
    for await (const claims of claimPages<ExportedClaim>(ledger, query, filter)) {
      yield {
        text: before + claims.map((claim) => JSON.stringify(feature(claim))).join(',\n'),
        records: claims.length,
      };
      before = ',\n';
    }
    yield { text: '\n]}\n', records: 0 };
  },
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

/** `pointOf`: who gives the point, the claim itself or the gazetteer's place; null where nobody does. */
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
