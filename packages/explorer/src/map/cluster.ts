import type { LocationId } from '@claimgraph/sdk/operations';
import type { ClaimEvent } from '../data/events.ts';
import { isNotSaidToHaveHappened, type LatLon } from '../data/mark.ts';
import { type PlaceShape, shapeOf } from './doubt.ts';
import { type Flat, flatLength, flatten } from './mercator.ts';

/** A place of an event that can be drawn. */
export interface PlacedEvent {
  readonly event: ClaimEvent;
  readonly shape: Exclude<PlaceShape, { kind: 'none' }>;
  readonly at: Flat;
  readonly label: string;
  readonly locationId: LocationId;
}

/** An area of doubt, and where its center is on the flat map. */
export interface AreaShape {
  readonly shape: Exclude<PlacedEvent['shape'], { kind: 'point' }>;
  readonly at: Flat;
}

/** An event that cannot be drawn: in a country, or at a place that nobody can locate. */
export interface UnplacedEvent {
  readonly event: ClaimEvent;
  readonly labels: readonly string[];
}

/** The outlines that the ledger has, by the id of their location. */
export interface Outlines {
  has(id: string): boolean;
  centerOf(id: string): LatLon | undefined;
  /** The corners of the smallest box around an outline. */
  cornersOf(id: string): readonly Flat[];
}

/** Finds out how and where each event is drawn. */
export function placeEvents(
  events: readonly ClaimEvent[],
  outlines: Outlines,
): { placed: PlacedEvent[]; unplaced: UnplacedEvent[] } {
  const placed: PlacedEvent[] = [];
  const unplaced: UnplacedEvent[] = [];
  for (const event of events) {
    const places = event.claims.flatMap((claim) => claim.places);
    const drawable = places.flatMap((place): PlacedEvent[] => {
      const shape = shapeOf(place, outlines.has);
      if (shape.kind === 'none') return [];
      const center = shape.kind === 'outline' ? outlines.centerOf(shape.locationId) : shape.at;
      const { label, id: locationId } = place.location;
      return center ? [{ event, shape, at: flatten(center), label, locationId }] : [];
    });
    placed.push(...drawable);
    if (drawable.length === 0)
      unplaced.push({ event, labels: [...new Set(places.map(({ location }) => location.label))] });
  }
  return { placed, unplaced };
}

/** Positions that a view must contain to show a placed event with all of its area. */
export function reachOf({ shape, at: [x, y] }: PlacedEvent, outlines: Outlines): readonly Flat[] {
  if (shape.kind === 'point') return [[x, y]];
  if (shape.kind === 'outline') return outlines.cornersOf(shape.locationId);
  const radius = flatLength(shape.radiusKm, shape.at.lat);
  return [
    [x - radius, y - radius],
    [x + radius, y + radius],
  ];
}

/** Events that share one sign, because their places are too close to tell apart. */
export interface Cluster {
  readonly key: string;
  /** Whether its places are known exactly. Others are areas, drawn below the sign. */
  readonly isExact: boolean;
  /** The areas, each once; empty if the places are known exactly. */
  readonly areas: readonly AreaShape[];
  readonly at: Flat;
  /** Events that are said to have happened. */
  readonly events: readonly ClaimEvent[];
  /** What is feared, predicted or denied. It never counts among the events. */
  readonly fears: readonly ClaimEvent[];
  /** The labels of the places, each once. */
  readonly labels: readonly string[];
  readonly locationIds: readonly LocationId[];
}

/**
 * Groups placed events by cells; `cell` is the size of one on the flat map. A place that is known
 * exactly never shares a sign with an area. Within a sign, an event counts once, however many of
 * its places are there.
 */
export function clusterEvents(placed: readonly PlacedEvent[], cell: number): Cluster[] {
  const groups = new Map<string, PlacedEvent[]>();
  for (const each of placed) {
    const [x, y] = each.at.map((length) => Math.floor(length / cell));
    const key = `${each.shape.kind === 'point' ? 'point' : 'area'} ${x} ${y}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups].map(([key, group]) => clusterOf(key, group));
}

function clusterOf(key: string, group: readonly PlacedEvent[]): Cluster {
  const events = [...new Set(group.map(({ event }) => event))];
  const mean = (i: 0 | 1) => group.reduce((sum, { at }) => sum + at[i], 0) / group.length;
  const areas = new Map<string, AreaShape>();
  for (const { shape, at } of group)
    if (shape.kind === 'outline') areas.set(shape.locationId, { shape, at });
    else if (shape.kind === 'disc') areas.set(`${shape.radiusKm} ${at}`, { shape, at });
  return {
    key,
    isExact: areas.size === 0,
    areas: [...areas.values()],
    at: [mean(0), mean(1)],
    events: events.filter(({ claims: [claim] }) => !isNotSaidToHaveHappened(claim)),
    fears: events.filter(({ claims: [claim] }) => isNotSaidToHaveHappened(claim)),
    labels: [...new Set(group.map(({ label }) => label))].sort(),
    locationIds: [...new Set(group.map(({ locationId }) => locationId))],
  };
}
