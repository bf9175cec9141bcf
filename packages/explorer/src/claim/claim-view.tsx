import { claimKinds, claimStatuses, modalities } from '@claimgraph/sdk/lists';
import type { ClaimId } from '@claimgraph/sdk/operations';
import { claimByIdOptions, reportByIdOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { ForRole } from '../access/for-role.tsx';
import { client } from '../data/client.ts';
import { lazily } from '../parts/lazily.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { History } from '../records/history.tsx';
import { Withdrawn } from '../records/withdrawn.tsx';
import { useLanguage } from '../words/language.ts';
import { Chain } from './chain.tsx';
import { Figures, Parties, Places } from './claim-parts.tsx';
import { HowDoWeKnow } from './how-do-we-know.tsx';
import { Judgements } from './judgements.tsx';
import { Links } from './links.tsx';
import { PassageInBody } from './passage-in-body.tsx';

const JudgeClaim = lazily(() => import('../judge/judge-claim.tsx'));

/** One claim: who says so and how it reached us, then everything that it says. */
export function ClaimView({ id }: { id: ClaimId }) {
  const { words, label, date } = useLanguage();
  const { data, error, refetch } = useQuery(claimByIdOptions(client, { id }));
  const claim = data?.claim;
  const report = useQuery({
    ...reportByIdOptions(client, { id: claim?.report.id ?? 'rpt_' }),
    enabled: claim !== undefined,
  }).data?.report;
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!claim) return <p role="status">{words.loading}</p>;
  const { passage } = claim;
  return (
    <article className={`record claim-view claim-${claim.modality.toLowerCase()}`}>
      <p className="kicker">
        {label(claimKinds, claim.kind)} · <em>{label(modalities, claim.modality)}</em> ·{' '}
        {label(claimStatuses, claim.status)}
        {claim.aggregate && ` · ${words.aggregate}`}
      </p>
      <h1 lang={claim.language}>
        <bdi>{claim.statement}</bdi>
      </h1>
      <Withdrawn withdrawal={claim.withdrawn} restsOnWithdrawn={claim.restsOnWithdrawn} />
      <p className="when">
        {date(claim.occurred)}
        {claim.occurred?.asWritten && (
          <span className="aside">
            {' '}
            ({words.asWritten}: <bdi>{claim.occurred.asWritten}</bdi>)
          </span>
        )}
      </p>

      <h2>{words.chain}</h2>
      {claim.attributions.map(({ chain }) => (
        <Chain key={chain.map(({ source }) => source.id).join()} chain={chain} claim={claim} />
      ))}
      {passage && report ? (
        <PassageInBody report={report} passage={passage} />
      ) : (
        <p className="aside">{passage ? words.loading : words.noPassage}</p>
      )}
      {claim.citations.length > 0 && (
        <>
          <h3>{words.cites}</h3>
          <ul>
            {claim.citations.map(({ report: cited, locator }) => (
              <li key={`${cited.id} ${locator}`}>
                <RecordLink id={cited.id}>{cited.title}</RecordLink>{' '}
                <span className="aside">
                  {[cited.publisher?.name, cited.published && date(cited.published), locator]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}

      <Figures figures={claim.quantities} />
      <Places places={claim.places} />
      <Parties parties={claim.parties} />

      <HowDoWeKnow claim={claim} />
      <Links links={claim.links} of={claim.id} />
      <Judgements assessments={claim.assessments} />
      <ForRole needed="ANALYST" action={words.judging}>
        <JudgeClaim key={claim.id} claim={claim} />
      </ForRole>
      {claim.importIssues.length > 0 && (
        <>
          <h3>{words.problems}</h3>
          <ul>
            {claim.importIssues.map(({ column, value, reason }) => (
              <li key={`${column} ${value}`}>
                <code>{column}</code> <bdi>{value}</bdi>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <History id={claim.id} />
    </article>
  );
}
