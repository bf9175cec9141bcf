import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../data/client.ts';
import type { LatLon } from '../data/mark.ts';
import { AreaOutlines } from './area-outlines.ts';
import { centroid, cornersOf } from './centroid.ts';
import type { Outlines } from './cluster.ts';
import type { Flat } from './mercator.ts';
import { pathOf } from './paths.ts';

/** The outline of an area, for drawing. */
export interface AreaOutline {
  readonly path: Path2D;
  readonly outline: GeoJSON.Polygon | GeoJSON.MultiPolygon;
  readonly isGovernorate: boolean;
}

/** Outlines of governorates and districts, as the ledger's gazetteer has them. */
export function useOutlines(): Outlines & {
  areas: ReadonlyMap<string, AreaOutline>;
  /** Those of all outlines. */
  corners: readonly Flat[];
} {
  const { data } = useQuery({
    queryKey: ['outlines'],
    queryFn: ({ signal }) => client.execute(AreaOutlines, {}, { signal }),
    staleTime: Infinity,
  });
  return useMemo(() => {
    const centers = new Map<string, LatLon>();
    const areas = new Map<string, AreaOutline>();
    const corners = new Map<string, readonly Flat[]>();
    const add = (nodes: readonly { id: string; geometry?: unknown }[], isGovernorate: boolean) => {
      for (const { id, geometry } of nodes) {
        const outline = geometry as GeoJSON.Geometry | null | undefined;
        if (outline?.type !== 'Polygon' && outline?.type !== 'MultiPolygon') continue;
        centers.set(id, centroid(outline));
        corners.set(id, cornersOf(outline));
        areas.set(id, { path: pathOf(outline), outline, isGovernorate });
      }
    };
    add(data?.governorates.nodes ?? [], true);
    add(data?.districts.nodes ?? [], false);
    return {
      areas,
      corners: [...corners.values()].flat(),
      has: (id) => areas.has(id),
      centerOf: (id) => centers.get(id),
      cornersOf: (id) => corners.get(id) ?? [],
    };
  }, [data]);
}
