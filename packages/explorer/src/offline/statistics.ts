import type { ClaimFilter, ClaimStatisticsQuery } from '@claimgraph/sdk/operations';
import { eventsOf } from '../data/events.ts';
import { isNotSaidToHaveHappened } from '../data/mark.ts';
import type { CaseClaim, CaseData } from './case-data.ts';
import { matches } from './matches.ts';

type Bucket = ClaimStatisticsQuery['claimStats']['buckets'][number];
/** The keys by which the page counts. */
type BucketKey = Partial<Pick<Bucket, 'kind' | 'status' | 'source'>>;

/**
 * Counts of a saved case: each event once, without what is refuted or retracted. Totals of figures
 * are those that the server counted for the whole case; a part of the case has none.
 */
export function statisticsOf(
  { claims, statistics }: CaseData,
  filter: ClaimFilter,
  by: readonly string[] | null | undefined,
): object {
  const selected = claims.filter((claim) => matches(claim, filter));
  if (selected.length === claims.length && !by?.length) return statistics;
  const counted = selected.filter(({ status }) => status !== 'REFUTED' && status !== 'RETRACTED');
  const events = claimsByEvent(counted);
  return {
    total: events.length,
    leftOut: claimsByEvent(selected).length - events.length,
    fears: events.filter(([claim]) => claim && isNotSaidToHaveHappened(claim)).length,
    truncated: false,
    buckets: bucketsOf(events, by?.[0]),
  };
}

/** The claims about each event. */
function claimsByEvent(claims: readonly CaseClaim[]): CaseClaim[][] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const marks = claims.map(({ mark }) => mark);
  return eventsOf(marks, isNotSaidToHaveHappened).map((event) =>
    event.claims.flatMap(({ id }) => byId.get(id) ?? []),
  );
}

function bucketsOf(events: readonly (readonly CaseClaim[])[], by: string | undefined) {
  const buckets = new Map<string, BucketKey & { count: number; quantities: never[] }>();
  for (const claims of events) {
    const keys = new Map(claims.map((claim) => keyOf(claim, by)));
    // Claims about one event that differ count for none of their keys.
    const [only] = keys.size === 1 ? keys : [];
    const [id, key]: [string, BucketKey] = only ?? ['', {}];
    const bucket = buckets.get(id) ?? { ...key, count: 0, quantities: [] };
    bucket.count += 1;
    buckets.set(id, bucket);
  }
  return [...buckets.values()].sort((a, b) => b.count - a.count);
}

/** What a claim counts for: its kind, its status or its first speaker, with an id of that. */
function keyOf(claim: CaseClaim, by: string | undefined): [id: string, key: BucketKey] {
  if (by === 'KIND') return [claim.kind, { kind: claim.kind }];
  if (by === 'STATUS') return [claim.status, { status: claim.status }];
  if (by !== 'SOURCE') return ['', {}];
  const [source, ...others] = claim.attributions.flatMap(({ chain }) => chain[0]?.source ?? []);
  const isOne = others.every(({ id }) => id === source?.id);
  return source && isOne ? [source.id, { source }] : ['', {}];
}
