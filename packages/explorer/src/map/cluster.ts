import type { ClaimEvent } from '../data/events.ts';
import { isNotSaidToHaveHappened, type LatLon } from '../data/mark.ts';
import { type PlaceShape, shapeOf } from './doubt.ts';
import { type Flat, flatten } from './mercator.ts';

/** A place of an event that can be drawn. */
export interface PlacedEvent {
  readonly event: ClaimEvent;
  readonly shape: Exclude<PlaceShape, { kind: 'none' }>;
  readonly at: Flat;
  readonly label: string;
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
      const { label } = place.location;
      return center ? [{ event, shape, at: flatten(center), label }] : [];
    });
    placed.push(...drawable);
    if (drawable.length === 0)
      unplaced.push({ event, labels: [...new Set(places.map(({ location }) => location.label))] });
  }
  return { placed, unplaced };
}

/** Events that are drawn as one sign: at one place or in one area, or too close to tell apart. */
export interface Cluster {
  readonly key: string;
  readonly shape: PlacedEvent['shape'];
  readonly at: Flat;
  /** Events that are said to have happened. */
  readonly events: readonly ClaimEvent[];
  /** What is feared, predicted or denied. It never counts among the events. */
  readonly fears: readonly ClaimEvent[];
  /** The labels of the places, each once. */
  readonly labels: readonly string[];
}

/**
 * Groups placed events. Points are grouped by cells, areas only with the same area: a point is
 * never merged into an area. Within a sign, an event counts once, however many of its places are
 * there. `cell` is the size of a cell on the flat map.
 */
export function clusterEvents(placed: readonly PlacedEvent[], cell: number): Cluster[] {
  const groups = new Map<string, PlacedEvent[]>();
  for (const each of placed) {
    const key = keyOf(each, cell);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups].map(([key, group]) => clusterOf(key, group));
}

const keyOf = ({ shape, at: [x, y] }: PlacedEvent, cell: number): string =>
  shape.kind === 'outline'
    ? shape.locationId
    : shape.kind === 'disc'
      ? `${shape.radiusKm} km ${x.toFixed(6)} ${y.toFixed(6)}`
      : `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;

function clusterOf(key: string, group: readonly PlacedEvent[]): Cluster {
  const events = [...new Set(group.map(({ event }) => event))];
  const [first] = group as [PlacedEvent];
  const mean = (i: 0 | 1) => group.reduce((sum, { at }) => sum + at[i], 0) / group.length;
  return {
    key,
    shape: first.shape,
    at: [mean(0), mean(1)],
    events: events.filter(({ claims: [claim] }) => !isNotSaidToHaveHappened(claim)),
    fears: events.filter(({ claims: [claim] }) => isNotSaidToHaveHappened(claim)),
    labels: [...new Set(group.map(({ label }) => label))].sort(),
  };
}
