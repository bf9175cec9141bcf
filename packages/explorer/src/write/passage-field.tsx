import type { Issue } from '@claimgraph/sdk';
import { isQuotation } from '../list/passage.ts';
import { useWritingWords } from '../words/writing.ts';
import { anchorOf } from './anchor.ts';
import type { ReportOfClaim } from './claim-parts.tsx';
import type { DraftClaim } from './draft.ts';
import { TextField } from './text-field.tsx';

interface PassageFieldProps {
  at: Issue['path'];
  report: ReportOfClaim;
  claim: DraftClaim;
  onChange: (changes: Pick<DraftClaim, 'quote' | 'start'>) => void;
}

/** The words on which a claim is based, and whether the text has them. */
export function PassageField({ at, report, claim, onChange }: PassageFieldProps) {
  const words = useWritingWords();
  const anchor = claim.quote ? anchorOf(report, claim) : undefined;
  return (
    <>
      <TextField
        label={words.passage}
        at={[...at, 'quote']}
        value={claim.quote}
        hint={words.passageHint}
        rows={2}
        onChange={(quote) => onChange({ quote, start: undefined })}
      />
      <p className="understood" aria-live="polite">
        {anchor && 'in' in anchor && (
          <>{anchor.in === 'TITLE' ? words.anchoredTitle : words.anchored} </>
        )}
        {anchor && 'problem' in anchor && <span className="problem">{words[anchor.problem]} </span>}
        {anchor && !isQuotation(report.bodyKind) && (
          <span className="aside">{words.isParaphrase}</span>
        )}
      </p>
    </>
  );
}
