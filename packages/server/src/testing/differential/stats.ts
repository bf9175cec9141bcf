import { Claim } from '../../claims/claim.entity.ts';
import { ClaimLink } from '../../claims/claim-link.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import { occurrenceModalities } from './claim-filter.ts';
import { type Filters, keysWithin, modalitiesIn, type Predicate } from './filters.ts';
import type { Graph } from './graph.ts';
import { JsonText } from './json.ts';
import { byCodePoint, sorted } from './order.ts';
import type { Places } from './places.ts';
import { standing } from './record-filters.ts';
import { badInput, type Path, readAll } from './refusals.ts';
import { dimensions, type Key, keyFields, times } from './stats-dimensions.ts';

interface Arguments {
  filter?: Record<string, unknown> | null;
  by?: string[] | null;
  countOnce: 'SAME_EVENT' | 'CLAIM';
  first: number;
}

/** @throws a refusal with the invalid argument. */
export function readStats({ filter, first }: Arguments, filters: Filters, path: Path): Predicate {
  const checkFilter = () => checkCountable(filter, filters, path);
  const checkFirst = (): Predicate => {
    if (first < 1 || first > 1_000) throw badInput([...path, 'first']);
    return () => true;
  };
  const [, matches] = readAll([checkFirst, checkFilter], (read) => read()) as [
    Predicate,
    Predicate,
  ];
  return matches;
}

/** @throws a refusal of a filter that is invalid or asks for withdrawn claims. */
export function checkCountable(
  filter: Arguments['filter'],
  filters: Filters,
  path: Path,
): Predicate {
  if (keysWithin(filter ?? {}).includes('withdrawn')) throw badInput([...path, 'filter']);
  return filters.of('Claim', filter, [...path, 'filter']);
}

export const standingClaims = (graph: Graph): Claim[] => standing(graph.all(Claim));

/** The statuses that a filter lists, except below `not`. */
const statusesAskedFor = ({ status, and, or }: any): string[] => [
  ...(status ?? []),
  ...[and ?? [], or ?? []].flat(2).flatMap(statusesAskedFor),
];

/** The matching claims that count, and those that are left out, as false or taken back. */
export function divide(claims: readonly Claim[], filter: Arguments['filter']): [Claim[], Claim[]] {
  const asked = statusesAskedFor(filter ?? {});
  const isFalse = ({ status }: Claim) =>
    ['REFUTED', 'RETRACTED'].includes(status) && !asked.includes(status);
  return [claims.filter((claim) => !isFalse(claim)), claims.filter(isFalse)];
}

/** The event of each claim: the smallest id among the claims that SAME_EVENT or REPEATS joins. */
export function events(graph: Graph): ReadonlyMap<string, string> {
  const claims = standing(graph.all(Claim));
  const event = new Map(claims.map(({ id }) => [id, id]));
  const joins = standing(graph.all(ClaimLink)).filter(
    ({ kind, fromId, toId }) =>
      (kind === 'SAME_EVENT' || kind === 'REPEATS') && event.has(fromId) && event.has(toId),
  );
  for (let moved = true; moved; ) {
    moved = false;
    for (const { fromId, toId } of joins) {
      const [from, to] = [event.get(fromId)!, event.get(toId)!];
      if (from === to) continue;
      moved = true;
      event.set(from < to ? toId : fromId, from < to ? from : to);
    }
  }
  return event;
}

/** A figure, or the span of the figures of an event. */
interface Figure {
  measure: string;
  min: number | null;
  best: number | null;
  max: number | null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const nonNull = (numbers: readonly (number | null)[]) => numbers.filter((each) => each !== null);
const byMeasure = (figures: readonly Figure[]) =>
  sorted([...new Set(figures.map(({ measure }) => measure))], (measure) => measure);

/** Figures that are not part of another. */
const wholes = (graph: Graph, id: string): Quantity[] =>
  graph.by<Quantity>(Quantity, 'claimId', id).filter(({ partOf }) => partOf === null);

/** The figure of one claim for a measure. */
function ofClaim(figures: readonly Figure[]): {
  low: number | null;
  best: number | null | undefined;
  high: number | null;
} {
  const [mins, bests, maxes] = [
    nonNull(figures.map(({ min }) => min)),
    nonNull(figures.map(({ best }) => best)),
    nonNull(figures.map(({ max }) => max)),
  ];
  return {
    low: mins.length > 0 ? sum(mins) : null,
    // Only some figures have a best estimate, so the sum has none.
    best: bests.length === 0 ? null : bests.length === figures.length ? sum(bests) : undefined,
    high: maxes.length === figures.length ? sum(maxes) : null,
  };
}

/** The figures of an event: one per measure, from the smallest to the largest of its claims. */
function spans(claims: readonly (readonly Figure[])[]): Figure[] {
  return byMeasure(claims.flat()).map((measure) => {
    const claimed = claims
      .map((figures) => figures.filter((figure) => figure.measure === measure))
      .filter((figures) => figures.length > 0)
      .map(ofClaim);
    const lows = nonNull(claimed.map(({ low }) => low));
    const highs = nonNull(claimed.map(({ high }) => high));
    const bests = new Set(claimed.map(({ best }) => best).filter((best) => best !== null));
    const [best] = bests;
    return {
      measure,
      min: lows.length > 0 ? Math.min(...lows) : null,
      best: bests.size === 1 && best !== undefined ? best : null,
      max: highs.length === claimed.length ? Math.max(...highs) : null,
    };
  });
}

function total(measure: string, figures: readonly Figure[]) {
  const { low, high } = ofClaim(figures);
  const bests = nonNull(figures.map(({ best }) => best));
  const number = (value: number | null) => (value === null ? null : new JsonText(String(value)));
  return {
    measure,
    figures: figures.length,
    withBest: bests.length,
    openAbove: figures.filter(({ max }) => max === null).length,
    sumMin: number(low),
    sumBest: number(bests.length > 0 ? sum(bests) : null),
    sumMax: number(high),
  };
}

interface Unit {
  keys: Key[];
  figures: readonly Figure[];
}

/** The key that all claims of an event share. */
function shared(keys: readonly Key[]): Key {
  const [first, ...others] = keys as [Key];
  const text = JSON.stringify(first);
  return others.every((key) => JSON.stringify(key) === text) ? first : { reason: 'SEVERAL' };
}

const keyValue = (key: Key | undefined) => (key && 'key' in key ? key.key : null);

/** The number of claims, and the sums of their figures. */
export function claimStats(
  { graph, places }: { graph: Graph; places: Places },
  args: Arguments,
  matches: Predicate,
): object {
  const by = [...new Set(args.by ?? [])];
  const event = events(graph);
  const groups = new Map<string, Claim[]>();
  const modalities = [...occurrenceModalities, ...modalitiesIn(args.filter ?? {})];
  const isFear = ({ modality }: Claim) => !modalities.includes(modality);
  const found = standingClaims(graph).filter(matches);
  const fears = divide(found, args.filter)[0].filter(isFear);
  // A feared air strike is not counted as an air strike.
  const ofKinds = by.includes('KIND') ? found.filter((claim) => !isFear(claim)) : found;
  const [counted, leftOut] = divide(ofKinds, args.filter);
  for (const claim of counted) {
    const key = args.countOnce === 'CLAIM' ? claim.id : event.get(claim.id)!;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const units = [...groups].map(([, claims]): Unit => {
    // People who are feared dead are not counted among the dead.
    const figures = claims.map((claim) => (isFear(claim) ? [] : wholes(graph, claim.id)));
    // A claim that shares its event with no other claim counts all its figures separately.
    const alone =
      claims.length === 1 &&
      (args.countOnce === 'CLAIM' ||
        ![...event].some(([id, of]) => of === event.get(claims[0]!.id) && id !== claims[0]!.id));
    return {
      keys: by.map((dimension) =>
        shared(claims.map((claim) => dimensions[dimension]!({ graph, places }, claim))),
      ),
      figures: alone ? figures[0]! : spans(figures),
    };
  });
  const buckets = new Map<string, Unit[]>();
  for (const unit of units) {
    const values = JSON.stringify(unit.keys.map(keyValue));
    buckets.set(values, [...(buckets.get(values) ?? []), unit]);
  }
  const ordered = [...buckets.values()].sort((a, b) => compareBuckets(by, a, b));
  return {
    total: units.length,
    leftOut: leftOut.length,
    fears: fears.length,
    truncated: ordered.length > args.first,
    buckets: ordered.slice(0, args.first).map((within) => bucketOf(by, within)),
  };
}

function bucketOf(by: readonly string[], units: readonly Unit[]): object {
  const figures = units.flatMap((unit) => unit.figures);
  const keys = Object.entries(keyFields).map(([dimension, field]) => [
    field,
    by.includes(dimension) ? keyValue(units[0]!.keys[by.indexOf(dimension)]) : null,
  ]);
  const without = (i: number, reason: string): number =>
    units.filter(({ keys: [...all] }) => {
      const key = all[i]!;
      return 'reason' in key && key.reason === reason;
    }).length;
  return {
    ...Object.fromEntries(keys),
    nulls: by.flatMap((dimension, i) =>
      keyValue(units[0]!.keys[i]) === null
        ? [
            {
              dimension,
              unknown: without(i, 'UNKNOWN'),
              several: without(i, 'SEVERAL'),
              outside: without(i, 'OUTSIDE'),
            },
          ]
        : [],
    ),
    count: units.length,
    quantities: byMeasure(figures).map((measure) =>
      total(
        measure,
        figures.filter((figure) => figure.measure === measure),
      ),
    ),
  };
}

/** Sorts by time if asked, otherwise by count; then by the other keys. Null keys come last. */
function compareBuckets(by: readonly string[], a: readonly Unit[], b: readonly Unit[]): number {
  const places = [...by.keys()];
  const isTime = (i: number) => times.includes(by[i]!);
  const order = [...places.filter(isTime), ...places.filter((i) => !isTime(i))];
  if (!places.some(isTime) && a.length !== b.length) return b.length - a.length;
  for (const i of order) {
    const [left, right] = [keyValue(a[0]!.keys[i]), keyValue(b[0]!.keys[i])];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return typeof left === 'number' ? left - Number(right) : byCodePoint(left, String(right));
  }
  return 0;
}
