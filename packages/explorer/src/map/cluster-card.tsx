import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { claimsOptions } from '@claimgraph/sdk/react-query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { countOf } from '../data/events.ts';
import { ClaimsCard } from '../parts/claims-card.tsx';
import { useLanguage } from '../words/language.ts';
import type { Cluster } from './cluster.ts';
import { contestLines } from './contest-words.ts';
import type { Contests } from './contested.ts';

interface ClusterCardProps {
  cluster: Cluster;
  filter: ClaimFilter;
  contests: Contests;
  side: 'left' | 'right';
  onClose: () => void;
}

const maxLocations = 100;

/** What is said at a sign of the map: each event once. What is only counted is read now. */
export function ClusterCard({ cluster, filter, contests, side, onClose }: ClusterCardProps) {
  const { words, number } = useLanguage();
  const { events, fears, labels, isExact, locationIds } = cluster;
  const all = [...events, ...fears];
  const isCounted = all.some(({ isSummary }) => isSummary);
  const places = { id: locationIds.slice(0, maxLocations), scope: 'EXACT' } as const;
  const { data } = useQuery(
    claimsOptions(
      client,
      isCounted ? { filter: { and: [filter, { place: places }] }, first: 20 } : skipToken,
    ),
  );
  const claims = isCounted ? (data?.claims.nodes ?? []) : all.map((event) => event.claims[0]);
  const more = labels.length > 3 ? ` +${number(labels.length - 3)}` : '';
  return (
    <ClaimsCard
      title={labels.slice(0, 3).join(' · ') + more}
      notes={[
        ...(isExact ? [] : [words.legendArea]),
        ...contestLines(locationIds, contests, words),
      ]}
      claims={claims}
      total={isCounted ? countOf(all) : claims.length}
      side={side}
      onClose={onClose}
    />
  );
}
