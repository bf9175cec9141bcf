import { type Draft, isEmptyDraft, withAllFields } from './draft.ts';
import { isSensitive } from './sensitive.ts';

/** Each draft has an item of its own, so that no tab overwrites the draft of another one. */
const prefix = 'claimgraph draft report ';
/** Names of sources that are typed and not chosen yet. Nobody has said whether they are public. */
const namesPrefix = 'claimgraph draft names ';

type Items = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** What lasts until it is deleted, and what lasts until the tab is closed. */
export interface Storages {
  readonly local: Items;
  readonly session: Items;
}

export interface StoredDraft {
  readonly draft: Draft;
  /** When it was last changed, as ISO text. */
  readonly editedAt: string;
}

export const itemOf = (draftKey: string): string => prefix + draftKey;

/** Whether a draft is kept only until the tab is closed. */
export const isForSession = (draft: Draft): boolean => draft.isPrivate || isSensitive(draft);

/** The drafts that this browser keeps, the last changed first. Unreadable ones stay stored. */
export function listDrafts({ local, session }: Storages): StoredDraft[] {
  return [local, session]
    .flatMap((items) => keysOf(items).map((key) => readItem(items.getItem(key), session)))
    .filter((stored) => stored !== undefined)
    .sort((a, b) => (a.editedAt < b.editedAt ? 1 : -1));
}

/** A draft that this browser keeps, as it is stored now. Undefined: it keeps none of this name. */
export const readDraft = ({ local, session }: Storages, key: string): StoredDraft | undefined =>
  readItem(session.getItem(itemOf(key)) ?? local.getItem(itemOf(key)), session);

/**
 * Keeps a draft in this browser until it is saved. A draft that names a protected source is kept
 * only until the tab is closed. False: the browser did not keep it.
 */
export function storeDraft({ local, session }: Storages, draft: Draft, now: Date): boolean {
  const key = itemOf(draft.key);
  const names = namesPrefix + draft.key;
  try {
    if (isEmptyDraft(draft)) {
      removeDraft({ local, session }, draft.key);
    } else if (isForSession(draft)) {
      session.setItem(key, toItem(draft, now));
      local.removeItem(key);
      session.removeItem(names);
    } else {
      const [sources, others] = bySecrecy(draft.typed);
      if (Object.keys(sources).length) session.setItem(names, JSON.stringify(sources));
      else session.removeItem(names);
      local.setItem(key, toItem({ ...draft, typed: others }, now));
      session.removeItem(key);
    }
    return true;
  } catch {
    return false;
  }
}

export function removeDraft({ local, session }: Storages, draftKey: string): void {
  for (const items of [local, session]) {
    items.removeItem(itemOf(draftKey));
    items.removeItem(namesPrefix + draftKey);
  }
}

const toItem = (draft: Draft, now: Date): string =>
  JSON.stringify({ draft, editedAt: now.toISOString() } satisfies StoredDraft);

function readItem(text: string | null, session: Items): StoredDraft | undefined {
  try {
    const stored = JSON.parse(text ?? 'null') as StoredDraft | null;
    if (!Array.isArray(stored?.draft.claims) || typeof stored.draft.body !== 'string')
      return undefined;
    const names = session.getItem(namesPrefix + stored.draft.key);
    const typed = { ...stored.draft.typed, ...(JSON.parse(names ?? '{}') as Draft['typed']) };
    return { draft: withAllFields({ ...stored.draft, typed }), editedAt: stored.editedAt };
  } catch {
    // Somebody may have typed it. It stays stored as it is.
    return undefined;
  }
}

const keysOf = (items: Items): string[] =>
  Array.from({ length: items.length }, (_, i) => items.key(i) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/** What is typed in fields for sources, and in all other fields. */
function bySecrecy(typed: Draft['typed']): [Draft['typed'], Draft['typed']] {
  const entries = Object.entries(typed);
  const pick = (isSource: boolean) =>
    Object.fromEntries(entries.filter(([, { type }]) => (type === 'SOURCE') === isSource));
  return [pick(true), pick(false)];
}
