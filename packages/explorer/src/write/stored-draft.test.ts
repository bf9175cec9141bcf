import { expect, test } from '@jest/globals';
import { draftWith } from './draft.testing.ts';
import { isEmptyDraft, newDraft, withoutDraft } from './draft.ts';
import { readDraft, storeDraft } from './stored-draft.ts';

function memory() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test('a draft is read as it was left, and an empty one is not kept', () => {
  const storage = memory();
  expect(storeDraft(storage, draftWith())).toBe(true);
  expect(readDraft(storage)).toEqual(draftWith());
  storeDraft(storage, newDraft());
  expect(storage.items.size).toBe(0);
});

test('a draft that cannot be read is put aside, not lost', () => {
  const storage = memory();
  storeDraft(storage, draftWith());
  const [key = ''] = storage.items.keys();
  storage.setItem(key, '{"body": "half a dra');
  expect(readDraft(storage).body).toBe('');
  expect([...storage.items.values()]).toContain('{"body": "half a dra');
});

test('a browser without room for the draft is noticed', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(storeDraft(full, draftWith())).toBe(false);
});

test('once a draft is saved, only what was sent is discarded', () => {
  expect(isEmptyDraft(withoutDraft(draftWith(), draftWith()))).toBe(true);
  const later = draftWith({ title: 'Bread and ashes' });
  expect(withoutDraft(later, draftWith())).toBe(later);
});
