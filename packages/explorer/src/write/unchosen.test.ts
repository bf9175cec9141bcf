import { expect, test } from '@jest/globals';
import { claimWith, draftWith } from './draft.testing.ts';
import { freeKey, typedWithout } from './unchosen.ts';

test('a new claim does not get the key of a removed one, nor what was typed there', () => {
  const draft = draftWith({ claims: [claimWith({ key: 1 }), claimWith({ key: 2 })] });
  expect(freeKey(draft)).toBe(3);
  expect(freeKey(draft, claimWith({ key: 3 }))).toBe(4);
  const typed = { '["claims",5,"parties","unchosen"]': { type: 'FACTION' as const, text: 'Reds' } };
  expect(freeKey({ ...draft, typed })).toBe(6);
});

test('what is typed in an item of a list goes with it, and the items after it keep theirs', () => {
  const text = (name: string) => ({ type: 'FACTION' as const, text: name });
  const typed = {
    '["claims",7,"quantities",0,"faction","unchosen"]': text('Reds'),
    '["claims",7,"quantities",1,"parts",0,"faction","unchosen"]': text('Greens'),
    '["claims",7,"quantities",2,"faction","unchosen"]': text('Blues'),
    '["claims",8,"quantities",1,"faction","unchosen"]': text('Whites'),
    '["claims",7,"parties","unchosen"]': text('Greys'),
  };
  expect(typedWithout(typed, '["claims",7,"quantities",1]')).toEqual({
    '["claims",7,"quantities",0,"faction","unchosen"]': text('Reds'),
    '["claims",7,"quantities",1,"faction","unchosen"]': text('Blues'),
    '["claims",8,"quantities",1,"faction","unchosen"]': text('Whites'),
    '["claims",7,"parties","unchosen"]': text('Greys'),
  });
});
