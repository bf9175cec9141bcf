import { countOf } from '../data/events.ts';
import type { Cluster } from './cluster.ts';
import { radiusOf, signOf } from './cluster-sign.tsx';
import type { Contests } from './contested.ts';
import type { Flat } from './mercator.ts';

/** How contested control of a place is drawn: in its outline, or else around its sign. */
export type ContestedShape = { readonly isSure: boolean } & (
  | { readonly outlineId: string }
  /** The radius is in pixels: it is a mark, and says nothing about how wide the place is. */
  | { readonly at: Flat; readonly radius: number }
);

/** The shapes of contested control at signs. An area of doubt around a place is not one. */
export const contestedShapesOf = (
  clusters: readonly Cluster[],
  contests: Contests,
): readonly ContestedShape[] =>
  clusters.flatMap((cluster) =>
    cluster.locationIds.flatMap((id): ContestedShape[] => {
      const contest = contests.get(id);
      if (!contest) return [];
      const isSure = contest.surely.length > 0;
      const isOutlined = cluster.areas.some(
        ({ shape }) => shape.kind === 'outline' && shape.locationId === id,
      );
      return [
        isOutlined
          ? { isSure, outlineId: id }
          : { isSure, at: cluster.at, radius: haloOf(cluster) },
      ];
    }),
  );

const haloOf = (cluster: Cluster): number =>
  signOf(cluster) === 'area'
    ? 20
    : radiusOf(countOf(cluster.events) || countOf(cluster.fears)) + 10;
