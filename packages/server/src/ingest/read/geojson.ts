type Json = Record<string, unknown>;

/** Whether an object is a feature of GeoJSON (RFC 7946). */
export const isFeature = ({ type }: Json): boolean => type === 'Feature';

const geometries = [
  ...['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  'GeometryCollection',
];

/** What an object of JSON is that is not a feature, and what to do about it. */
export function describeOtherJson(object: Json): string {
  const { type } = object;
  if (type === 'Topology')
    return (
      'is TopoJSON. Convert it to GeoJSON, such as with mapshaper -o format=geojson, and import ' +
      'that.'
    );
  if (type === 'FeatureCollection')
    return Array.isArray(object.features)
      ? 'is a FeatureCollection inside a list. Import each collection by itself.'
      : 'is a FeatureCollection of GeoJSON, but has no list of features. Export it again.';
  if (geometries.includes(String(type)))
    return (
      `is a bare geometry of GeoJSON (${type}), so nothing says which place it is. Export it as ` +
      'a Feature whose properties have a P-code and a name.'
    );
  if ('attributes' in object || 'geometryType' in object || 'rings' in object)
    return 'is JSON of ArcGIS. Export it as GeoJSON (f=geojson), and import that.';
  if ('elements' in object)
    return 'is JSON of OpenStreetMap (Overpass). Convert it to GeoJSON, such as with osmtogeojson.';
  const members = Object.keys(object)
    .slice(0, 8)
    .map((key) => key.slice(0, 40))
    .join(', ');
  return (
    'is JSON, but neither a Feature of GeoJSON nor a unit of Open Syria. ' +
    `It has ${members === '' ? 'no members' : `the members ${members}`}.`
  );
}
