import { bodyKinds, reportKinds } from '@claimgraph/sdk/lists';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { type Change, Changes } from './changes.tsx';
import { useClaimFieldNames, useClaimText } from './claim-text.ts';
import { claimFields } from './compared-fields.ts';
import { type Draft, newClaim } from './draft.ts';
import type { DraftConflict } from './use-draft.ts';

interface DraftConflictNoticeProps {
  draft: Draft;
  conflict: DraftConflict;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Another tab has changed the same draft. Both versions are shown, and both stay stored. */
export function DraftConflictNotice(props: DraftConflictNoticeProps) {
  const { draft, conflict, onKeepMine, onTakeTheirs } = props;
  const words = useWritingWords();
  const changesOf = useDraftChanges();
  const { theirs } = conflict;
  return (
    <div role="alert" className="notice differences">
      <p>
        <b>{theirs ? words.otherTab : words.otherTabRemoved}</b>{' '}
        {theirs ? words.otherTabHint : words.otherTabRemovedHint}
      </p>
      {theirs && (
        <Changes
          changes={changesOf(theirs, draft)}
          titles={{ before: words.inOtherTab, after: words.here }}
        />
      )}
      <p className="buttons">
        <button type="button" className="act" onClick={onKeepMine}>
          {theirs ? words.keepMineHere : words.keepAsNew}
        </button>{' '}
        <button type="button" className="act" onClick={onTakeTheirs}>
          {theirs ? words.takeOtherTab : words.startEmpty}
        </button>
      </p>
    </div>
  );
}

/** How two versions of a draft differ, in words. */
function useDraftChanges(): (before: Draft, after: Draft) => Change[] {
  const words = useWritingWords();
  const { label, number } = useLanguage();
  const names = useClaimFieldNames();
  const textOf = useClaimText();
  const reportText = (draft: Draft): [string, string][] => [
    [words.title, draft.title],
    [words.url, draft.url],
    [words.kind, label(reportKinds, draft.kind)],
    [words.language, draft.language],
    [words.publisher, draft.publisher?.label ?? ''],
    [words.authors, draft.authors.map((author) => author.label).join('; ')],
    [words.published, draft.published.text],
    [words.bodyKind, label(bodyKinds, draft.bodyKind)],
    [words.body, draft.body],
  ];
  return (before, after) => {
    const old = reportText(before);
    const changes = reportText(after).map(([name, text], i) => ({
      name,
      before: old[i]?.[1] ?? '',
      after: text,
    }));
    const count = Math.max(before.claims.length, after.claims.length);
    for (let i = 0; i < count; i++)
      for (const field of claimFields)
        changes.push({
          name: `${words.claim(number(i + 1))}, ${names[field]}`,
          before: textOf(field, before.claims[i] ?? newClaim()),
          after: textOf(field, after.claims[i] ?? newClaim()),
        });
    return changes.filter((change) => change.before !== change.after);
  };
}
