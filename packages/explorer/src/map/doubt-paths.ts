import type { AreaShape, Cluster } from './cluster.ts';
import { flatLength } from './mercator.ts';
import type { AreaOutline } from './outlines.ts';
import { pathWorld } from './paths.ts';

/** The areas of doubt of all signs. They are made once, not each time the map moves. */
export interface DoubtPaths {
  /** All areas as one, so that hatching many of them does not make a black spot. */
  readonly all: Path2D;
  readonly areas: readonly { readonly path: Path2D; readonly cluster: Cluster }[];
}

export function doubtPathsOf(
  clusters: readonly Cluster[],
  outlines: ReadonlyMap<string, AreaOutline>,
): DoubtPaths {
  const areas = clusters.flatMap((cluster) =>
    cluster.areas.flatMap((area) => {
      const path = pathOfArea(area, outlines);
      return path ? [{ path, cluster }] : [];
    }),
  );
  const all = new Path2D();
  for (const { path } of areas) all.addPath(path);
  return { all, areas };
}

function pathOfArea(
  { shape, at: [x, y] }: AreaShape,
  outlines: ReadonlyMap<string, AreaOutline>,
): Path2D | undefined {
  if (shape.kind === 'outline') return outlines.get(shape.locationId)?.path;
  const disc = new Path2D();
  const radius = flatLength(shape.radiusKm, shape.at.lat) * pathWorld;
  disc.arc(x * pathWorld, y * pathWorld, radius, 0, 2 * Math.PI);
  return disc;
}
