import { expect, test } from '@jest/globals';
import type { Execute } from '../judge/use-action.ts';
import { affiliate, affiliationsOf, type Ids, withIds } from './affiliate.ts';
import { claimWith, draftWith } from './draft.testing.ts';

const nurse = { label: 'A nurse', kind: 'PERSON' } as const;
const reds = { label: 'Reds', kind: 'REBEL_GROUP' } as const;
const greens = { label: 'Greens', kind: 'REBEL_GROUP' } as const;
const editor = { label: 'An editor', kind: 'PERSON' } as const;
const clinic = { id: 'src_clinic', label: 'The clinic' } as const;

test('affiliations cite their claim, and name what its report has created', () => {
  const claim = claimWith({
    chains: [[{ source: nurse, capacity: 'WITNESS', verb: '' }]],
    parties: [{ faction: reds, role: 'ACTOR' }],
    figures: [{ text: '40', parts: [{ text: '12', faction: greens }] }],
    affiliations: [
      { source: nurse, to: clinic, role: 'nurse' },
      { source: clinic, to: reds, role: '' },
      { source: editor, to: greens, role: '' },
    ],
  });
  const recorded = {
    id: 'clm_1',
    attributions: [{ chain: [{ source: { id: 'src_nurse' } }] }],
    parties: [{ faction: { id: 'fac_reds' } }],
    quantities: [
      { id: 'qty_1', partOf: null, of: null },
      { id: 'qty_2', partOf: 'qty_1', of: { faction: { id: 'fac_greens' } } },
    ],
  } as const;
  const report = { publisher: null, authors: [{ id: 'src_editor' }] } as const;
  const draft = draftWith({ authors: [editor], claims: [claim] });
  const found = affiliationsOf(draft, { report, claims: [recorded] });
  expect(found.map(({ claimId, index }) => [claimId, index])).toEqual([
    ['clm_1', 0],
    ['clm_1', 1],
    ['clm_1', 2],
  ]);
  expect(found.map(({ affiliation }) => affiliation)).toMatchObject([
    { source: { id: 'src_nurse', label: 'A nurse' }, to: clinic, role: 'nurse' },
    { source: clinic, to: { id: 'fac_reds', label: 'Reds' }, role: '' },
    { source: { id: 'src_editor' }, to: { id: 'fac_greens' } },
  ]);
});

test('what an affiliation names and nobody has recorded is created before it', async () => {
  const sent: [string, unknown][] = [];
  const execute = (async ({ name }: { name: string }, variables: unknown) => {
    sent.push([name, variables]);
    return { createFaction: { faction: { id: 'fac_new' } } };
  }) as unknown as Execute; // Only these two operations are sent.
  const affiliation = { source: clinic, to: reds, role: ' medics ' };
  const ids: Ids = new Map();
  await affiliate(execute, { claimId: 'clm_1', affiliation }, ids);
  // The next one that names it does not create it again.
  expect(withIds(affiliation, ids).to).toMatchObject({ id: 'fac_new', label: 'Reds' });
  expect(sent.map(([name]) => name)).toEqual(['CreateFaction', 'AffiliateSource']);
  expect(sent[1]?.[1]).toEqual({
    input: { sourceId: clinic.id, toId: 'fac_new', claimIds: ['clm_1'], role: 'medics' },
  });
});
