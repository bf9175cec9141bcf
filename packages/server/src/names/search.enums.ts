import { closedList } from '../values/enums.ts';

export const NameMatch = closedList(
  'NameMatch',
  'How far a name may differ from the search text.',
  {
    EXACT:
      'The same name, ignoring only case, character width and diacritics. In texts, these words ' +
      'in this form and order.',
    SPELLING:
      'Also other spellings in the same script, names that begin with the search text, and names ' +
      'that sound alike. In texts, these words in any inflected form.',
    SCRIPT:
      'Also names in another script: an Arabic, Persian, Kurdish or Cyrillic name finds the ' +
      'Latin name, and vice versa.',
  },
);
export type NameMatch = keyof typeof NameMatch;

export const MatchRule = closedList('MatchRule', 'The rule by which a search found a record.', {
  EXACT: 'The name is the same, ignoring case, character width and diacritics.',
  PREFIX: 'The name begins with the search text.',
  SPELLING:
    'The name is another spelling of the search text, by the rules of romanisation or Arabic ' +
    'spelling.',
  SCRIPT: 'The name is the search text written in another script.',
  PART:
    'The search text is a part of the name: one or more whole words, in any spelling and ' +
    'script.',
  SYNONYM:
    'The name is another name of the actor, outlet or country that the search text names, such ' +
    'as its acronym or its name in another language.',
  SOUND: 'The name looks and sounds like the search text, but no rule treats the two as the same.',
  WORDS: 'A report’s title, summary or body, or a claim’s statement, contains the words.',
});
export type MatchRule = keyof typeof MatchRule;
