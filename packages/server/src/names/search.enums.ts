import { closedList } from '../values/enums.ts';

export const NameMatch = closedList('NameMatch', 'How far a name may be from what is asked.', {
  EXACT:
    'As it is written; only case, width and marks are left aside. Of texts: those that hold the words just so, one after the other.',
  SPELLING:
    'In other spellings of the same script too, in its beginning, and in what sounds alike. Of texts: those that hold the words, in any form of theirs.',
  SCRIPT: 'In the other script too: an Arabic name finds the Latin one, and the reverse.',
});
export type NameMatch = keyof typeof NameMatch;

export const MatchRule = closedList('MatchRule', 'By what a hit was found.', {
  EXACT: 'It bears the name as it is asked; case, width and marks aside.',
  PREFIX: 'Its name begins with what is asked.',
  SPELLING:
    'Its name is another spelling of what is asked, by the rules of romanisation, or by Arabic ones.',
  SCRIPT: 'Its name is what is asked, written in the other script.',
  SOUND: 'Its name looks and sounds alike; no rule holds it for the same.',
  WORDS: 'Its text holds the words: a report’s title, summary or body, a claim’s statement.',
});
export type MatchRule = keyof typeof MatchRule;
