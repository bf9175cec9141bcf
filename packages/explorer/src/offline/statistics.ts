import type { ClaimFilter, ClaimStatisticsQuery } from '@claimgraph/sdk/operations';
import { countOf, eventsOf } from '../data/events.ts';
import { isNotSaidToHaveHappened } from '../data/mark.ts';
import type { CaseClaim, CaseData } from './case-data.ts';
import { matches } from './matches.ts';

type Statistics = ClaimStatisticsQuery['claimStats'];
type Bucket = Statistics['buckets'][number];

const emptyBucket: Bucket = {
  ...{ day: null, week: null, month: null, year: null, dateWidth: null, kind: null, status: null },
  ...{ location: null, admin1: null, admin2: null, faction: null, source: null, outlet: null },
  ...{ count: 0, quantities: [] },
} as unknown as Bucket;

/**
 * Counts of a saved case: each event once, without what is refuted or retracted. Totals of figures
 * are those that the server counted for the whole case; a part of the case has none.
 */
export function statisticsOf(
  { claims, statistics }: CaseData,
  filter: ClaimFilter,
  by: readonly string[] | null | undefined,
): Statistics {
  const found = claims.filter((claim) => matches(claim, filter));
  const isWhole = found.length === claims.length;
  if (isWhole && !by?.length) return statistics;
  const counted = found.filter(({ status }) => status !== 'REFUTED' && status !== 'RETRACTED');
  return {
    total: countEvents(counted),
    leftOut: countEvents(found) - countEvents(counted),
    fears: countEvents(counted.filter(isNotSaidToHaveHappened)),
    truncated: false,
    buckets: by?.[0]
      ? bucketsOf(counted, by[0])
      : [{ ...emptyBucket, count: countEvents(counted) }],
  } as Statistics;
}

const countEvents = (claims: readonly CaseClaim[]): number =>
  countOf(
    eventsOf(
      claims.map(({ mark }) => mark),
      isNotSaidToHaveHappened,
    ),
  );

function bucketsOf(claims: readonly CaseClaim[], by: string): Bucket[] {
  const groups = new Map<string, { key: Partial<Bucket>; claims: CaseClaim[] }>();
  for (const claim of claims)
    for (const [id, key] of keysOf(claim, by)) {
      const group = groups.get(id) ?? { key, claims: [] };
      group.claims.push(claim);
      groups.set(id, group);
    }
  return [...groups.values()].map(({ key, claims: each }) => ({
    ...emptyBucket,
    ...key,
    count: countEvents(each),
  }));
}

/** What a claim counts for: its kind, its status or its first speakers. */
function keysOf(claim: CaseClaim, by: string): [id: string, key: Partial<Bucket>][] {
  if (by === 'KIND') return [[claim.kind, { kind: claim.kind }]];
  if (by === 'STATUS') return [[claim.status, { status: claim.status }]];
  const first = claim.attributions.flatMap(({ chain }) => chain[0]?.source ?? []);
  return [...new Map(first.map((source) => [source.id, { source }]))];
}
