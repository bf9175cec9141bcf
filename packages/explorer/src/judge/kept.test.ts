import { expect, test } from '@jest/globals';
import { storeKept, typedAfter } from './kept.ts';

const initial = { version: 1, rationale: '' };

test('what was typed is kept, and what nobody typed is not', () => {
  const items = new Map<string, string>();
  const storage = {
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  const typed = typedAfter(undefined, initial, { rationale: 'Seen twice' });
  storeKept(storage, 'a', typed);
  expect([...items]).toEqual([['a', '{"version":1,"rationale":"Seen twice"}']]);
  storeKept(storage, 'a', typedAfter(typed, initial, { rationale: '' }));
  expect(items.size).toBe(0);
});
