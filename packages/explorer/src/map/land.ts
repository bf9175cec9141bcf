import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import landUrl from 'world-atlas/land-50m.json?url';
import { isSavedCase, savedCase } from '../offline/saved-case.ts';
import { pathOf } from './paths.ts';

/**
 * The coasts of the world as a file, served from here. Natural Earth's file of countries is not
 * used: it draws disputed borders as facts.
 */
export const readLand = async (): Promise<unknown> =>
  isSavedCase ? (await savedCase()).land : (await fetch(landUrl)).json();

/** The coasts of the world as polygons. */
export function polygonsOf(land: unknown): (GeoJSON.Polygon | GeoJSON.MultiPolygon)[] {
  const topology = land as Topology<{ land: GeometryCollection }>;
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [geometry] : [],
  );
}

/** The coasts of the world, for drawing. */
export function useLand(): Path2D | undefined {
  const { data } = useQuery({ queryKey: ['land'], queryFn: readLand, staleTime: Infinity });
  return useMemo(() => {
    if (!data) return undefined;
    const path = new Path2D();
    for (const geometry of polygonsOf(data)) path.addPath(pathOf(geometry));
    return path;
  }, [data]);
}
