import { bodyKinds, reportKinds } from '@claimgraph/sdk/lists';
import type { ClaimFilter, ReportId } from '@claimgraph/sdk/operations';
import { claimsInReportOptions, reportByIdOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { partsOf } from '../list/passage.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useLanguage } from '../words/language.ts';
import { RecordClaims } from './record-claims.tsx';
import { RecordPage } from './record-page.tsx';
import { isWebAddress } from './web-address.ts';
import { Withdrawn } from './withdrawn.tsx';

/** A report: what it is, its text with the passages of its claims, and the claims. */
export function ReportView({ id, filter }: { id: ReportId; filter: ClaimFilter }) {
  const { words, label, date } = useLanguage();
  const { data, error } = useQuery(reportByIdOptions(client, { id }));
  const claims = useQuery(claimsInReportOptions(client, { id, first: 100 })).data?.report?.claims;
  const report = data?.report;
  if (error) return <Trouble error={error} />;
  if (!report) return <p role="status">{words.loading}</p>;
  const passages = (claims?.nodes ?? []).flatMap(({ passage }) =>
    passage?.in === 'BODY' ? [passage] : [],
  );
  return (
    <RecordPage
      version={report.version}
      isWithdrawn={Boolean(report.withdrawn)}
      id={id}
      kicker={[
        label(reportKinds, report.kind),
        report.published ? date(report.published) : words.unknownPublication,
      ]}
      title={report.title}
    >
      <Withdrawn withdrawal={report.withdrawn} />
      <p>
        {[report.publisher, ...report.authors].map(
          (source) =>
            source && (
              <span key={source.id}>
                <RecordLink id={source.id}>{source.name}</RecordLink>{' '}
              </span>
            ),
        )}
        {report.dateline && (
          <RecordLink id={report.dateline.id}>{report.dateline.label}</RecordLink>
        )}
      </p>
      {report.reprintOf && (
        <p>
          {words.reprintOf}{' '}
          <RecordLink id={report.reprintOf.id}>{report.reprintOf.title}</RecordLink>
        </p>
      )}
      {isWebAddress(report.url) && (
        <p>
          <a href={report.url} rel="noreferrer noopener" target="_blank">
            {words.openOriginal}
          </a>
        </p>
      )}
      {report.summary && <p dir="auto">{report.summary}</p>}
      {report.body && (
        <>
          <h2>{words.body}</h2>
          <figure className="body-excerpt">
            <figcaption className="aside">
              {report.bodyKind && `${label(bodyKinds, report.bodyKind)} · `}
              {words.passages}
            </figcaption>
            <p lang={report.language ?? undefined} dir="auto">
              {partsOf(report.body, passages).map(({ text, isMarked, start }) =>
                isMarked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
              )}
            </p>
          </figure>
        </>
      )}
      <RecordClaims filter={filter} by="SOURCE" />
    </RecordPage>
  );
}
