import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';
import type { Cluster } from './cluster.ts';

const maxClaims = 30;

/** What is said at a sign of the map: each claim once. */
export function ClusterCard({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) {
  const { words, date, number } = useLanguage();
  const { events, fears, labels, shape } = cluster;
  const claims = [...events, ...fears].map((event) => event.claims[0]);
  return (
    <div className="card">
      <header>
        <strong>
          <bdi>{labels.slice(0, 3).join(' · ')}</bdi>
          {labels.length > 3 && ` +${number(labels.length - 3)}`}
        </strong>
        <button type="button" aria-label={words.closeMenu} onClick={onClose}>
          ×
        </button>
      </header>
      {shape.kind !== 'point' && <p className="aside">{words.legendArea}</p>}
      <ol>
        {claims.slice(0, maxClaims).map((claim) => (
          <li key={claim.id}>
            <RecordLink id={claim.id}>{claim.statement}</RecordLink>
            <span className="aside"> {date(claim.occurred)}</span>
          </li>
        ))}
      </ol>
      {claims.length > maxClaims && <p className="aside">+{number(claims.length - maxClaims)}</p>}
    </div>
  );
}
