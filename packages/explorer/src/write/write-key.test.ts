import { expect, test } from '@jest/globals';
import { forgetWriteKey, writeKey } from './write-key.ts';

function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test('what is sent again unchanged has the same key, until it is written', () => {
  const storage = memory();
  const key = writeKey(storage, 'assess 1', { rationale: 'Two letters agree' });
  expect(writeKey(storage, 'assess 1', { rationale: 'Two letters agree' })).toBe(key);
  expect(writeKey(storage, 'assess 1', { rationale: 'Three letters agree' })).not.toBe(key);
  expect(writeKey(storage, 'assess 2', { rationale: 'Two letters agree' })).not.toBe(key);
  expect(writeKey(storage, 'assess 1', { rationale: 'Two letters agree' })).toBe(key);
  forgetWriteKey(storage, 'assess 1');
  expect(writeKey(storage, 'assess 1', { rationale: 'Two letters agree' })).not.toBe(key);
});

test('a browser without room keeps the key while the page is open', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(writeKey(full, 'rate 1', {})).toBe(writeKey(full, 'rate 1', {}));
});
