import { expect, test } from '@jest/globals';
import { storagesOf } from '../write/draft.testing.ts';
import { readKept, shownOf, storeKept, typedAfter } from './kept.ts';

const initial = { version: 1, rationale: '' };

test('what was typed is kept, and what nobody typed is not', () => {
  const storages = storagesOf();
  const typed = typedAfter(undefined, initial, { rationale: 'Seen twice' });
  storeKept(storages, 'a', typed);
  expect(readKept(storages, 'a')).toEqual({ version: 1, rationale: 'Seen twice' });
  storeKept(storages, 'a', typedAfter(typed, initial, { rationale: '' }));
  expect(storages.local.length).toBe(0);
});

test('what names a protected source is kept only until the tab is closed', () => {
  const storages = storagesOf();
  const source = { id: 'src_1', label: 'A nurse', protection: 'PSEUDONYMOUS' };
  storeKept(storages, 'a', { mine: { chains: [[{ source }]] } });
  expect(storages.local.length).toBe(0);
  expect(readKept(storages, 'a')).toBeDefined();
});

test('what an earlier version of a form kept, without all of its parts, is not shown', () => {
  const now: { rationale: string; role?: string; typed?: object } = { rationale: '', typed: {} };
  expect(shownOf({ rationale: 'Seen twice' }, now)).toBeUndefined();
  const typed = { rationale: 'Seen twice', typed: {} };
  expect(shownOf(typed, { ...now, role: 'cook' })).toBe(typed);
});
