import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { LocationAlsoIn, LocationOverlap } from '../../locations/area.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import type { Graph } from './graph.ts';
import { sorted } from './order.ts';

/** Which place contains which, by `parent` and `alsoIn`. */
export class Places {
  private readonly known = new Map<string, ReadonlyMap<string, number>>();

  constructor(private readonly graph: Graph) {}

  /** The places that contain a place, with the fewest steps to each. The place itself is at 0. */
  depths(id: string): ReadonlyMap<string, number> {
    const known = this.known.get(id);
    if (known) return known;
    const depths = new Map([[id, 0]]);
    const queue = [id];
    for (const each of queue) {
      const also = this.graph
        .by<LocationAlsoIn>(LocationAlsoIn, 'locationId', each)
        .map(({ areaId }) => areaId);
      const { parentId } = this.graph.one<Location>(Location, each)!;
      for (const area of [...(parentId === null ? [] : [parentId]), ...also]) {
        if (depths.has(area)) continue;
        depths.set(area, depths.get(each)! + 1);
        queue.push(area);
      }
    }
    this.known.set(id, depths);
    return depths;
  }

  /** All places that contain it, innermost first. */
  ancestors(id: string): Location[] {
    const depths = this.depths(id);
    const areas = [...depths.keys()]
      .filter((area) => area !== id)
      .map((area) => this.graph.one<Location>(Location, area)!);
    return sorted(
      areas,
      (area) => depths.get(area.id)!,
      (area) => area.name,
      (area) => area.id,
    );
  }

  /** The only area of a kind that contains a place, or is the place. Null: none or several. */
  areaOf(id: string, kind: string): string | null {
    const areas = [...this.depths(id).keys()].filter(
      (area) => this.graph.one<Location>(Location, area)!.kind === kind,
    );
    return areas.length === 1 ? areas[0]! : null;
  }

  overlaps(id: string): Location[] {
    const pairs = [
      ...this.graph.by<LocationOverlap>(LocationOverlap, 'lowId', id),
      ...this.graph.by<LocationOverlap>(LocationOverlap, 'highId', id),
    ];
    const areas = pairs.map(
      ({ lowId, highId }) => this.graph.one<Location>(Location, lowId === id ? highId : lowId)!,
    );
    return sorted(
      areas,
      (area) => area.name,
      (area) => area.id,
    );
  }

  /** The label: name, subdistrict, governorate. */
  label(place: Location): string {
    const depths = this.depths(place.id);
    const areas = this.ancestors(place.id).filter(
      ({ kind }) => kind === 'SUBDISTRICT' || kind === 'GOVERNORATE',
    );
    const told = sorted(
      areas,
      ({ kind }) => (kind === 'SUBDISTRICT' ? 0 : 1),
      ({ id }) => depths.get(id)!,
      ({ id }) => id,
    );
    return [place, ...told].map(({ name }) => name).join(', ');
  }

  /** Whether a place is one of some places, or is inside or overlaps one, as the scope says. */
  liesAt(id: string, places: ReadonlySet<string>, scope: string): boolean {
    if (scope === 'EXACT') return places.has(id);
    const reached =
      scope === 'WITHIN'
        ? places
        : new Set([
            ...places,
            ...[...places].flatMap((each) => this.overlaps(each).map((area) => area.id)),
          ]);
    return [...this.depths(id).keys()].some((area) => reached.has(area));
  }

  /** Whether a claim has such a place. */
  claimIsAt(claimId: string, places: ReadonlySet<string>, scope: string): boolean {
    return this.graph
      .by<ClaimPlace>(ClaimPlace, 'claimId', claimId)
      .some(({ locationId }) => this.liesAt(locationId, places, scope));
  }
}

interface Spot {
  lat: number;
  lon: number;
}

/** Whether a point is in a box, which may cross the antimeridian. */
export const isInBox = (
  { lat, lon }: Spot,
  { west, south, east, north }: Record<'west' | 'south' | 'east' | 'north', number>,
): boolean =>
  lat >= south &&
  lat <= north &&
  (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);

/** Whether a point is in a GeoJSON polygon: a ray from it crosses an odd number of edges. */
export function isInPolygon({ lat, lon }: Spot, geometry: any): boolean {
  const polygons: number[][][][] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => {
    let isInside = false;
    for (const ring of rings)
      for (let i = 1; i < ring.length; i += 1) {
        const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!] as [number[], number[]] as any;
        if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1)
          isInside = !isInside;
      }
    return isInside;
  });
}

/** Whether a ring of a polygon has fewer than three different points. */
export function hasFlatRing({ type, coordinates }: any): boolean {
  const rings: number[][][] = type === 'Polygon' ? coordinates : coordinates.flat();
  return rings.some((ring) => new Set(ring.map((position) => position.join())).size < 3);
}

/** Kilometres on a sphere with the IUGG mean radius. */
export function distance(a: Spot, b: Spot): number {
  const radians = Math.PI / 180;
  const half =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) *
      Math.cos(b.lat * radians) *
      Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 2 * 6_371.0088 * Math.asin(Math.sqrt(Math.min(1, half)));
}
