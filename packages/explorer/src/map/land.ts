import { useQuery } from '@tanstack/react-query';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import landUrl from 'world-atlas/land-50m.json?url';
import { pathOf } from './paths.ts';

/**
 * The coasts of the world, served from here. Natural Earth's file of countries is not used: it
 * draws disputed borders as facts.
 */
export function useLand(): Path2D | undefined {
  const { data } = useQuery({
    queryKey: ['land'],
    queryFn: async ({ signal }) => {
      const response = await fetch(landUrl, { signal });
      const topology = (await response.json()) as Topology<{ land: GeometryCollection }>;
      const path = new Path2D();
      for (const { geometry } of feature(topology, topology.objects.land).features)
        if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
          path.addPath(pathOf(geometry));
      return path;
    },
    staleTime: Infinity,
  });
  return data;
}
