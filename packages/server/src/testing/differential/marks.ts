import type { Claim } from '../../claims/claim.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import type { Location } from '../../locations/location.entity.ts';
import type { Point } from '../../values/point.ts';
import type { Filters, Predicate } from './filters.ts';
import type { Graph } from './graph.ts';
import { JsonText } from './json.ts';
import { byCodePoint } from './order.ts';
import { badInput, type Path, readAll } from './refusals.ts';
import { checkCountable, divide, events, standingClaims } from './stats.ts';

interface Arguments {
  filter?: Record<string, unknown> | null;
  by: string[];
  first: number;
}

/** @throws a refusal with the invalid argument. */
export function readMarks({ filter, first }: Arguments, filters: Filters, path: Path): Predicate {
  const checkFirst = (): Predicate => {
    if (first < 1 || first > 4_000) throw badInput([...path, 'first']);
    return () => true;
  };
  const checkFilter = () => checkCountable(filter, filters, path);
  const [, matches] = readAll([checkFirst, checkFilter], (read) => read());
  return matches!;
}

interface Mark {
  location: Location | null;
  point: Point | null;
  /** The values by which marks differ, in the order in which they are sorted. */
  keys: Record<string, string | number | boolean | null>;
}

function markOf(claim: Claim, place: ClaimPlace | undefined, by: readonly string[]): Mark {
  const ofPlace = by.includes('PLACE') ? place : undefined;
  const location = (ofPlace?.location ?? null) as Location | null;
  // TypeORM reads an embedded value whose columns are all null as an object of nulls.
  const given = ofPlace?.point?.lat == null ? location?.point : ofPlace.point;
  const point = given?.lat == null ? null : given;
  const occurred = by.includes('TIME') && claim.occurred?.edtf != null ? claim.occurred : null;
  return {
    location,
    point,
    keys: {
      location: location?.id ?? null,
      // TypeORM reads decimals as text.
      lat: point && Number(point.lat),
      lon: point && Number(point.lon),
      geoPrecision: ofPlace?.geoPrecision ?? location?.geoPrecision ?? null,
      earliest: occurred?.earliest ?? null,
      latest: occurred?.latest ?? null,
      extent: occurred?.extent ?? null,
      isInferred: occurred ? occurred.basis === 'INFERRED' : null,
      isVague: occurred ? occurred.approximate || occurred.uncertain : null,
      kind: by.includes('KIND') ? claim.kind : null,
      modality: claim.modality,
    },
  };
}

/** Claims grouped by what a drawing distinguishes, with the number of their events. */
export function claimMarks(graph: Graph, args: Arguments, matches: Predicate): object {
  const event = events(graph);
  const [counted, leftOut] = divide(standingClaims(graph).filter(matches), args.filter);
  const marks = new Map<string, Mark & { events: Set<string> }>();
  for (const claim of counted) {
    const places = graph.by<ClaimPlace>(ClaimPlace, 'claimId', claim.id);
    const drawn = args.by.includes('PLACE') && places.length > 0 ? places : [undefined];
    for (const place of drawn) {
      const mark = markOf(claim, place, args.by);
      const key = JSON.stringify(mark.keys);
      const same = marks.get(key) ?? { ...mark, events: new Set() };
      marks.set(key, same);
      same.events.add(event.get(claim.id)!);
    }
  }
  const ordered = [...marks.values()].sort(compareMarks);
  return {
    total: new Set(counted.map(({ id }) => event.get(id))).size,
    leftOut: leftOut.length,
    truncated: ordered.length > args.first,
    marks: ordered.slice(0, args.first).map(({ keys, location, point, events: { size } }) => ({
      ...keys,
      // PostgreSQL writes -0.00009 as -9e-05.
      lat: point && new JsonText(String(point.lat)),
      lon: point && new JsonText(String(point.lon)),
      location,
      count: size,
    })),
  };
}

/** Those of most events first; then by their keys, null last. */
function compareMarks(a: Mark & { events: Set<string> }, b: typeof a): number {
  if (a.events.size !== b.events.size) return b.events.size - a.events.size;
  for (const [key, left] of Object.entries(a.keys)) {
    const right = b.keys[key] ?? null;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return typeof left === 'string'
      ? byCodePoint(left, String(right))
      : Number(left) - Number(right);
  }
  return 0;
}
