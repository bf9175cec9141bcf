import { FileRefused } from '../problem.ts';

/** The names of WGS 84 with longitude and latitude in degrees, as programs write them. */
const wgs84Names = [
  /^(urn:(x-)?ogc:def:crs:)?(OGC|EPSG):([\d.]*:)?(CRS84h?|4326|4979)$/i,
  /^https?:\/\/www\.opengis\.net\/def\/crs\/(OGC|EPSG)\/[\d.]+\/(CRS84h?|4326|4979)$/i,
  /^(CRS84h?|4326|(GCS[ _])?WGS[ _]?(19)?84)$/i,
];

/**
 * Checks the member `crs`, which GeoJSON had before RFC 7946. Without it, or if it is null,
 * coordinates are in WGS 84.
 *
 * @throws FileRefused if it names another reference system.
 */
export function assertWgs84(crs: unknown, where: string): void {
  if (crs === undefined || crs === null) return;
  const { properties } = crs as { properties?: Record<string, unknown> | null };
  const named = properties?.name ?? properties?.code ?? properties?.href;
  const name = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : '';
  if (wgs84Names.some((pattern) => pattern.test(name))) return;
  throw new FileRefused(
    `${where}: the reference system is ${name.slice(0, 100) || 'not named'}. ` +
      'GeoJSON has to be in WGS 84 (RFC 7946). Convert the file, such as with ' +
      'ogr2ogr -t_srs EPSG:4326, and import it again.',
    'WRONG_FORMAT',
  );
}
