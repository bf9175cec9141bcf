import { type Draft, type DraftClaim, newClaim } from './draft.ts';
import type { Storages } from './stored-draft.ts';

const uuid = '01900000-0000-7000-8000-00000000000';

/** A claim of a draft that says enough to be saved. */
export const claimWith = (changes: Partial<DraftClaim> = {}): DraftClaim => ({
  ...newClaim(),
  statement: 'A bakery was shelled.',
  kind: 'SHELLING',
  chains: [
    [{ source: { id: `src_${uuid}1`, label: 'A baker' }, capacity: 'WITNESS', verb: 'said' }],
  ],
  ...changes,
});

/** A draft that can be saved. */
export const draftWith = (changes: Partial<Draft> = {}): Draft => ({
  key: 'draft',
  title: 'Bread and fire',
  url: '',
  kind: 'ARTICLE',
  language: '',
  authors: [],
  published: { text: '' },
  bodyKind: 'VERBATIM',
  body: 'The bakery burned. The bakery was shelled at dawn.',
  claims: [claimWith()],
  typed: {},
  isPrivate: false,
  isSent: false,
  ...changes,
});

/** What a browser keeps, empty. */
export const storagesOf = (): Storages => ({ local: itemsOf(), session: itemsOf() });

function itemsOf(): Storages['local'] {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
