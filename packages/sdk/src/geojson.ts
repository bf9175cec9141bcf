/** Longitude and latitude in degrees (WGS 84), and optionally metres above the ellipsoid. */
export type Position = [longitude: number, latitude: number, altitude?: number];

/** A geometry object of GeoJSON (RFC 7946, section 3.1). */
export type GeoJSON =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
  | { type: 'GeometryCollection'; geometries: GeoJSON[] };
