import { type Draft, newDraft } from './draft.ts';
import { newSeed } from './write-key.ts';

/** The same draft under a name of its own. It was not sent yet. */
export const asCopy = (draft: Draft): Draft => ({ ...draft, key: newSeed(), isSent: false });

/**
 * Whether two versions of a draft say the same. Text in fields for sources is left out: each tab
 * has its own.
 */
export const isSameDraft = (a: Draft | undefined, b: Draft | undefined): boolean =>
  contentOf(a) === contentOf(b);

function contentOf(draft: Draft | undefined): string | undefined {
  if (!draft) return undefined;
  const typed = Object.entries(draft.typed)
    .filter(([, { type }]) => type !== 'SOURCE')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...draft, typed });
}

/** An empty draft in place of one that is saved or not wanted. What was typed since stays. */
export function withoutDraft(now: Draft, discarded: Draft): Draft {
  const isSame = isSameDraft({ ...now, isSent: false }, { ...discarded, isSent: false });
  return isSame ? newDraft() : asCopy(now);
}
