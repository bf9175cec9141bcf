import { queryOptions } from '@claimgraph/sdk/react-query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../data/client.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { useDelayed } from '../parts/use-delayed.ts';
import { useWritingWords } from '../words/writing.ts';
import { hashOfText, RecordedReports, urlSpellings } from './already-recorded.ts';

const typingPause = 400;

/** Says before saving that a report with this URL or this text is recorded. */
export function AlreadyRecordedNotice({ url, body }: { url: string; body: string }) {
  const words = useWritingWords();
  const [askedUrl, askedBody] = [useDelayed(url, typingPause), useDelayed(body, typingPause)];
  const hash = useMemo(() => hashOfText(askedBody), [askedBody]);
  const conditions = [
    ...urlSpellings(askedUrl).map((each) => ({ url: each })),
    ...(hash ? [{ bodySha256: hash }] : []),
  ];
  const filter = { or: conditions, withdrawn: 'INCLUDE' as const };
  const { data } = useQuery({
    ...queryOptions(client, RecordedReports, conditions.length ? { filter } : skipToken),
    staleTime: 0,
  });
  const found = conditions.length ? (data?.reports.nodes ?? []) : [];
  return (
    <div aria-live="polite">
      {found.map((report) => (
        <p key={report.id} className="notice">
          {report.bodySha256 === hash ? words.alreadyByText : words.alreadyByUrl}{' '}
          <RecordLink id={report.id}>{report.title}</RecordLink>
          {report.withdrawn && <span className="aside"> ({words.alreadyWithdrawn})</span>}
        </p>
      ))}
    </div>
  );
}
