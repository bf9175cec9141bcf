import { measures } from '@claimgraph/sdk/lists';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { claimStatisticsOptions, countClaimsOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { useLanguage } from '../words/language.ts';
import { figureOfTotal } from './totals.ts';

/** How much is said, and the totals of its figures: each event once, with bounds. */
export function Summary({ filter }: { filter: ClaimFilter }) {
  const { words, number, figure, label } = useLanguage();
  const { data, error } = useQuery(claimStatisticsOptions(client, { filter }));
  const claims = useQuery(countClaimsOptions(client, { filter })).data?.claims.totalCount;
  const stats = data?.claimStats;
  const wordCounts = (ofClaims: number, ofEvents: number) => {
    const text = words.count(number(ofClaims), ofClaims === 1);
    const isSame = ofClaims === ofEvents + (stats?.leftOut ?? 0);
    return isSame ? text : `${text} · ${words.events(number(ofEvents), ofEvents === 1)}`;
  };
  const totals = stats?.buckets[0]?.quantities ?? [];
  // The list below says what went wrong.
  if (error) return null;
  return (
    <div className="summary" aria-live="polite">
      <p title={words.eventsHint}>
        {stats && claims !== undefined ? (
          <b>{wordCounts(claims, stats.total)}</b>
        ) : (
          <span className="aside">{words.loading}</span>
        )}
        {stats && stats.leftOut > 0 && (
          <span className="aside"> · {words.leftOut(number(stats.leftOut))}</span>
        )}
      </p>
      {totals.length > 0 && (
        <ul className="totals" aria-label={words.figuresTotal}>
          {totals.map((total) => (
            <li key={total.measure}>
              {label(measures, total.measure)} <b>{figure(figureOfTotal(total))}</b>
              {total.openAbove > 0 && (
                <span className="aside"> ({words.openAbove(number(total.openAbove))})</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
