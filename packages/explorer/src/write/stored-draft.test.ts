import { expect, test } from '@jest/globals';
import { claimWith, draftWith, storagesOf } from './draft.testing.ts';
import { newDraft } from './draft.ts';
import { asCopy, isSameDraft, withoutDraft } from './draft-versions.ts';
import { itemOf, listDrafts, readDraft, removeDraft, storeDraft } from './stored-draft.ts';

const now = new Date('2026-01-02T03:04:05Z');
const typed = {
  '["claims",1,"places","unchosen"]': { type: 'LOCATION' as const, text: 'Old mill' },
};
const protectedSpeaker = {
  source: { label: 'A nurse', kind: 'PERSON', protection: 'PROTECTED' },
  capacity: 'WITNESS',
  verb: '',
} as const;

test('a draft is read as it was left, with what was typed and not chosen', () => {
  const storages = storagesOf();
  const draft = draftWith({ typed });
  expect(storeDraft(storages, draft, now)).toBe(true);
  expect(readDraft(storages, draft.key)).toEqual({ draft, editedAt: now.toISOString() });
});

test('an empty draft is not kept, and one that becomes empty is removed', () => {
  const storages = storagesOf();
  const draft = draftWith();
  storeDraft(storages, draft, now);
  storeDraft(storages, { ...newDraft(), key: draft.key }, now);
  expect(storages.local.length + storages.session.length).toBe(0);
});

test('drafts have a place of their own each, and the last changed is the first', () => {
  const storages = storagesOf();
  storeDraft(storages, draftWith({ key: 'a' }), now);
  storeDraft(storages, draftWith({ key: 'b' }), new Date(now.getTime() + 1_000));
  expect(listDrafts(storages).map(({ draft }) => draft.key)).toEqual(['b', 'a']);
  removeDraft(storages, 'b');
  expect(listDrafts(storages).map(({ draft }) => draft.key)).toEqual(['a']);
});

test('a draft that names a protected source, in any field, goes with the tab', () => {
  const storages = storagesOf();
  const key = itemOf('draft');
  storeDraft(storages, draftWith(), now);
  expect(storages.local.getItem(key)).not.toBeNull();
  storeDraft(storages, draftWith({ claims: [claimWith({ chains: [[protectedSpeaker]] })] }), now);
  expect(storages.local.length).toBe(0);
  expect(storages.session.getItem(key)).toContain('A nurse');
  const affiliation = { source: { ...protectedSpeaker.source, kind: 'PERSON' as const }, role: '' };
  storeDraft(storages, draftWith({ claims: [claimWith({ affiliations: [affiliation] })] }), now);
  expect(storages.local.length).toBe(0);
  storeDraft(storages, draftWith({ isPrivate: true }), now);
  expect(storages.local.length).toBe(0);
  storeDraft(storages, draftWith(), now);
  expect(storages.session.length).toBe(0);
});

test('a name that is typed for a source, and not said to be public yet, goes with the tab', () => {
  const storages = storagesOf();
  const name = { '["report","publisher","unchosen"]': { type: 'SOURCE' as const, text: 'Umm' } };
  storeDraft(storages, draftWith({ typed: { ...typed, ...name } }), now);
  expect(storages.local.getItem(itemOf('draft'))).toContain('Old mill');
  expect(storages.local.getItem(itemOf('draft'))).not.toContain('Umm');
  expect(readDraft(storages, 'draft')?.draft.typed).toEqual({ ...typed, ...name });
});

test('a draft that cannot be read stays stored, and one of an earlier version is completed', () => {
  const storages = storagesOf();
  storages.local.setItem(itemOf('half'), '{"draft": {"body": "half a dra');
  const { authors: _, typed: _typed, ...earlier } = draftWith({ key: 'old' });
  storages.local.setItem(itemOf('old'), JSON.stringify({ draft: earlier, editedAt: '' }));
  expect(listDrafts(storages).map(({ draft }) => draft)).toEqual([draftWith({ key: 'old' })]);
  expect(storages.local.getItem(itemOf('half'))).not.toBeNull();
});

test('a browser without room for the draft is noticed', () => {
  const full = {
    ...storagesOf().local,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(storeDraft({ local: full, session: full }, draftWith(), now)).toBe(false);
});

test('once a draft is saved, only what was sent is discarded', () => {
  const sent = draftWith();
  expect(withoutDraft({ ...sent, isSent: true }, sent).title).toBe('');
  const later = draftWith({ title: 'Bread and ashes', isSent: true });
  const kept = withoutDraft(later, sent);
  expect(kept).toMatchObject({ title: 'Bread and ashes', isSent: false });
  expect(kept.key).not.toBe(sent.key);
});

test('versions of a draft are compared without the texts that each tab has for itself', () => {
  const name = { source: { type: 'SOURCE' as const, text: 'Umm' } };
  expect(isSameDraft(draftWith(), draftWith({ typed: name }))).toBe(true);
  expect(isSameDraft(draftWith(), draftWith({ typed }))).toBe(false);
  expect(isSameDraft(draftWith(), asCopy(draftWith()))).toBe(false);
  expect(isSameDraft(draftWith(), undefined)).toBe(false);
});
