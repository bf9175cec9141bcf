import { closedList } from '../values/enums.ts';

export const NameMatch = closedList(
  'NameMatch',
  'How far a name may differ from the search text.',
  {
    EXACT:
      'The same name, ignoring only case, character width and diacritics. In texts: exactly ' +
      'these words in this order.',
    SPELLING:
      'Also other spellings in the same script, names that begin with the text, and names that ' +
      'sound alike. In texts: these words in any inflected form.',
    SCRIPT: 'Also names in the other script: an Arabic name finds the Latin one, and the reverse.',
  },
);
export type NameMatch = keyof typeof NameMatch;

export const MatchRule = closedList('MatchRule', 'The rule by which a search found a record.', {
  EXACT: 'The name is the same, ignoring case, character width and diacritics.',
  PREFIX: 'The name begins with the search text.',
  SPELLING:
    'The name is another spelling of the search text, by the rules of romanisation or of Arabic ' +
    'spelling.',
  SCRIPT: 'The name is the search text written in the other script.',
  SOUND: 'The name looks and sounds alike, but no rule treats the two as the same.',
  WORDS: 'The text contains the words: a report’s title, summary or body, or a claim’s statement.',
});
export type MatchRule = keyof typeof MatchRule;
