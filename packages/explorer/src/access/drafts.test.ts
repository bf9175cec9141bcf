import { expect, test } from '@jest/globals';
import { storagesOf } from '../write/draft.testing.ts';
import {
  forgetSession,
  hasDrafts,
  mayHavePrivateDrafts,
  notePrivateDrafts,
  removeDrafts,
} from './drafts.ts';

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

test('a tab knows that another one has a private draft, and nothing else of it', () => {
  const { local, session } = storagesOf();
  const otherTab = storagesOf().session;
  notePrivateDrafts(local, session);
  expect(mayHavePrivateDrafts(local, otherTab)).toBe(false);
  session.setItem('claimgraph draft report 1', 'Umm');
  notePrivateDrafts(local, session);
  expect(mayHavePrivateDrafts(local, otherTab)).toBe(true);
  expect(hasDrafts(local)).toBe(false);
  forgetSession(local);
  expect(mayHavePrivateDrafts(local, otherTab)).toBe(false);
});

test('that an answer was lost is forgotten with what was sent', () => {
  const { local } = storagesOf();
  local.setItem('claimgraph draft assess clm_1', '{}');
  local.setItem('claimgraph unanswered assess clm_1', 'sent');
  local.setItem('claimgraph unanswered assess clm_2', 'sent');
  forgetSession(local);
  expect(local.getItem('claimgraph unanswered assess clm_1')).toBe('sent');
  expect(local.getItem('claimgraph unanswered assess clm_2')).toBeNull();
});
