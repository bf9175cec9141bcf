import { useEffect, useRef } from 'react';

import { RecordLink } from '../parts/record-link.tsx';
import { useSelectionLink } from '../state/use-selection.tsx';
import { useWritingWords } from '../words/writing.ts';
import type { SavedReport } from './use-save.ts';

interface SavedNoticeProps {
  saved: SavedReport;
  onAnother: () => void;
}

/** What was recorded, where to see it, and what the server found worth a look. */
export function SavedNotice({ saved, onAnother }: SavedNoticeProps) {
  const words = useWritingWords();
  const link = useSelectionLink();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { report, claims, warnings, unwritten } = saved;

  return (
    <section className="record saved" aria-labelledby="saved">
      <h2 id="saved" ref={heading} tabIndex={-1}>
        {words.saved(report.title)}
      </h2>
      <p>
        <a className="act" {...link({ task: undefined, open: report.id })}>
          {words.seeReport}
        </a>{' '}
        <button type="button" className="quiet" onClick={onAnother}>
          {words.another}
        </button>
      </p>
      <p className="aside">{words.nextStep}</p>
      <ul className="links">
        {claims.map((claim) => (
          <li key={claim.id}>
            <RecordLink id={claim.id}>{claim.statement}</RecordLink>
          </li>
        ))}
      </ul>
      {unwritten.map(({ claimId, index, affiliation: { source, to }, reason, isUnknown }) => (
        <p key={`${claimId} ${index}`} className="problem">
          {(isUnknown ? words.maybeAffiliated : words.notAffiliated)(
            source?.label ?? '',
            to?.label ?? '',
          )}{' '}
          <bdi>{reason}</bdi> <RecordLink id={claimId}>{words.affiliateThere}</RecordLink>
        </p>
      ))}
      {warnings.length > 0 && (
        <>
          <h3>{words.warnings}</h3>
          <ul>
            {warnings.map(({ code, message }) => (
              <li key={`${code} ${message}`}>
                <bdi>{message}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
