import { closedList } from '../values/enums.ts';

export const SourceKind = closedList('SourceKind', 'What kind of source a source is.', {
  PERSON: 'A single, individual person.',
  OUTLET: 'A news outlet, channel or website.',
  ORGANISATION: 'A monitoring group, charity, agency or other organisation.',
  OFFICIAL_BODY: 'A ministry, army, court or other body of a state or administration.',
  COLLECTIVE: 'Several people known only as a group, such as "local activists".',
  DATASET: 'A data set whose rows are claims.',
  UNKNOWN: 'No report says what kind of source this is.',
});
export type SourceKind = keyof typeof SourceKind;

export const Protection = closedList(
  'Protection',
  'How the identity of a source must be protected.',
  {
    PUBLIC: 'The source speaks under its own name.',
    PSEUDONYMOUS: 'The source speaks under a pseudonym. Its identity is sealed.',
    PROTECTED:
      'The identity of the source must stay secret. It is sealed, as that of a PSEUDONYMOUS ' +
      'source is.',
  },
);
export type Protection = keyof typeof Protection;

export const Reliability = closedList(
  'Reliability',
  'How reliable a source is: Admiralty code A–F, NATO STANAG 2511. The grade says nothing about ' +
    'a single claim.',
  {
    A: 'Grade A: completely reliable.',
    B: 'Grade B: usually reliable.',
    C: 'Grade C: fairly reliable.',
    D: 'Grade D: not usually reliable.',
    E: 'Grade E: the source is unreliable.',
    F: 'Grade F: reliability cannot be judged, or has not been judged yet.',
  },
);
export type Reliability = keyof typeof Reliability;
