/** What this browser keeps of forms begins with this. It may name sources that are protected. */
const prefix = 'claimgraph draft';

/** Which forms got no answer. */
const unansweredPrefix = 'claimgraph unanswered ';
/** Says that some tab may have a private draft, and nothing of what is in it. */
const privateNote = 'claimgraph private drafts';

type Drafts = Pick<Storage, 'length' | 'key' | 'removeItem'>;
type Items = Pick<Storage, 'getItem' | 'setItem'>;

const keysOf = (storage: Drafts, start = prefix): string[] =>
  Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) =>
    key.startsWith(start),
  );

/** Whether anything typed is kept in this browser. */
export const hasDrafts = (storage: Drafts): boolean => keysOf(storage).length > 0;

/** Removes everything typed that this browser keeps. */
export function removeDrafts(storage: Drafts): void {
  for (const key of keysOf(storage)) storage.removeItem(key);
}

/** Forgets private drafts of other tabs, and lost answers to forms whose text is not kept. */
export function forgetSession(storage: Drafts & Items): void {
  storage.removeItem(privateNote);
  for (const key of keysOf(storage, unansweredPrefix))
    if (storage.getItem(key.replace(unansweredPrefix, `${prefix} `)) === null)
      storage.removeItem(key);
}

/** Lets every tab know that this one has a private draft, if it has one. */
export function notePrivateDrafts(local: Items, session: Drafts): void {
  try {
    if (hasDrafts(session)) local.setItem(privateNote, 'yes');
  } catch {
    // The browser has no room. This tab still knows it.
  }
}

/** Whether any tab may have a private draft, which goes when one of them signs out. */
export const mayHavePrivateDrafts = (local: Items, session: Drafts): boolean =>
  hasDrafts(session) || local.getItem(privateNote) !== null;
