/** What this browser keeps of forms begins with this. It may name sources that are protected. */
const prefix = 'claimgraph draft';

type Drafts = Pick<Storage, 'length' | 'key' | 'removeItem'>;

const keysOf = (storage: Drafts): string[] =>
  Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) =>
    key.startsWith(prefix),
  );

/** Whether anything typed is kept in this browser. */
export const hasDrafts = (storage: Drafts): boolean => keysOf(storage).length > 0;

/** Removes everything typed that this browser keeps. */
export function removeDrafts(storage: Drafts): void {
  for (const key of keysOf(storage)) storage.removeItem(key);
}
