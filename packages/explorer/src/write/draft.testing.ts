import { type Draft, type DraftClaim, newClaim } from './draft.ts';

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
  published: { text: '' },
  bodyKind: 'VERBATIM',
  body: 'The bakery burned. The bakery was shelled at dawn.',
  claims: [claimWith()],
  ...changes,
});
