import { claimKinds } from '@claimgraph/sdk/lists';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { claimStatisticsOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { ClaimList } from '../list/claim-list.tsx';
import { Summary } from '../list/summary.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { useLanguage } from '../words/language.ts';

interface RecordClaimsProps {
  filter: ClaimFilter;
  /** Count by first speaker or by kind. */
  by: 'SOURCE' | 'KIND';
}

const maxRows = 8;

/** What is said about a record: how much, by whom or of what kind, and the claims themselves. */
export function RecordClaims({ filter, by }: RecordClaimsProps) {
  const { words, number, label } = useLanguage();
  const { data } = useQuery(claimStatisticsOptions(client, { filter, by: [by] }));
  const buckets = [...(data?.claimStats.buckets ?? [])]
    .filter(({ source, kind }) => source ?? kind)
    .sort((a, b) => b.count - a.count);
  return (
    <>
      <h2>{words.ofClaims}</h2>
      <Summary filter={filter} />
      {buckets.length > 1 && (
        <ul className="counts" aria-label={by === 'SOURCE' ? words.bySpeaker : words.byKind}>
          {buckets.slice(0, maxRows).map(({ source, kind, count }) => (
            <li key={source?.id ?? kind}>
              {source ? (
                <RecordLink id={source.id}>{source.name}</RecordLink>
              ) : (
                label(claimKinds, kind ?? '')
              )}{' '}
              <b>{number(count)}</b>
            </li>
          ))}
        </ul>
      )}
      <ClaimList filter={filter} />
    </>
  );
}
