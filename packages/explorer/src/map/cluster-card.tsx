import { ClaimsCard } from '../parts/claims-card.tsx';
import { useLanguage } from '../words/language.ts';
import type { Cluster } from './cluster.ts';

/** What is said at a sign of the map: each event once. */
export function ClusterCard({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) {
  const { words, number } = useLanguage();
  const { events, fears, labels, isExact } = cluster;
  const more = labels.length > 3 ? ` +${number(labels.length - 3)}` : '';
  return (
    <ClaimsCard
      title={labels.slice(0, 3).join(' · ') + more}
      note={isExact ? undefined : words.legendArea}
      claims={[...events, ...fears].map((event) => event.claims[0])}
      onClose={onClose}
    />
  );
}
