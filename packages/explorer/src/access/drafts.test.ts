import { expect, test } from '@jest/globals';
import { hasDrafts, removeDrafts } from './drafts.ts';

test('drafts of every form are removed, and nothing else', () => {
  const items = new Map([
    ['language', 'ar'],
    ['claimgraph draft 1', '{}'],
    ['claimgraph draft assess clm_1', '{}'],
  ]);
  const storage = {
    get length() {
      return items.size;
    },
    key: (i: number) => [...items.keys()][i] ?? null,
    removeItem: (key: string) => void items.delete(key),
  };
  expect(hasDrafts(storage)).toBe(true);
  removeDrafts(storage);
  expect([...items.keys()]).toEqual(['language']);
  expect(hasDrafts(storage)).toBe(false);
});
