import { reliabilities, sourceKinds } from '@claimgraph/sdk/lists';
import type { ClaimFilter, SourceId } from '@claimgraph/sdk/operations';
import { sourceByIdOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useLanguage } from '../words/language.ts';
import { CompareSources } from './compare-sources.tsx';
import { Names } from './names.tsx';
import { RecordClaims } from './record-claims.tsx';
import { RecordPage } from './record-page.tsx';
import { Withdrawn } from './withdrawn.tsx';

/** A source: who it is, how it was rated over time, and what it said or passed on. */
export function SourceView({ id, filter }: { id: SourceId; filter: ClaimFilter }) {
  const { words, label, moment } = useLanguage();
  const { data, error } = useQuery(sourceByIdOptions(client, { id }));
  const source = data?.source;
  if (error) return <Trouble error={error} />;
  if (!source) return <p role="status">{words.loading}</p>;
  return (
    <RecordPage
      version={source.version}
      isWithdrawn={Boolean(source.withdrawn)}
      id={id}
      kicker={[label(sourceKinds, source.kind), source.role, source.basedIn?.label]}
      title={source.name}
      narrow={{ source: id, open: undefined }}
    >
      <Withdrawn withdrawal={source.withdrawn} />
      {(source.redacted || source.protection !== 'PUBLIC') && (
        <p className="withdrawn">{words.protection}</p>
      )}
      <Names title={source.name} names={source.names} externalIds={source.externalIds} />
      <p>
        {words.reliability}: <b>{label(reliabilities, source.reliability)}</b>
      </p>
      {source.ratings.length > 0 && (
        <>
          <h2>{words.ratings}</h2>
          <ol className="changes">
            {source.ratings.map(({ reliability, rationale, at, by }) => (
              <li key={at}>
                <b>{label(reliabilities, reliability)}</b> <span dir="auto">{rationale}</span>{' '}
                <span className="aside">
                  {moment(at)}, <bdi>{by}</bdi>
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {source.affiliations.length > 0 && (
        <>
          <h2>{words.affiliations}</h2>
          <ul className="links">
            {source.affiliations.map(({ id: affiliation, role, to, claims }) => (
              <li key={affiliation}>
                {role} <RecordLink id={to.id}>{to.name}</RecordLink>{' '}
                <span className="aside">{words.assertedBy} </span>
                {claims.map((claim) => (
                  <RecordLink key={claim.id} id={claim.id}>
                    {claim.statement}
                  </RecordLink>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <CompareSources id={id} />
      <RecordClaims filter={filter} by="KIND" />
    </RecordPage>
  );
}
