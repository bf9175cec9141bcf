import { type Draft, isEmptyDraft, newDraft } from './draft.ts';

const key = 'claimgraph draft 1';

/** The draft that this browser keeps, else an empty one. One that cannot be read stays stored. */
export function readDraft(storage: Pick<Storage, 'getItem' | 'setItem'>): Draft {
  const text = storage.getItem(key);
  if (!text) return newDraft();
  try {
    const draft = JSON.parse(text) as Draft;
    if (Array.isArray(draft.claims) && typeof draft.body === 'string') return draft;
  } catch {
    // Somebody may have typed it.
  }
  storage.setItem(`${key} unreadable`, text);
  return newDraft();
}

/** Keeps a draft in this browser until it is saved. False: the browser did not keep it. */
export function storeDraft(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  draft: Draft,
): boolean {
  try {
    if (isEmptyDraft(draft)) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
