import { closedList } from '../values/enums.ts';

export const SourceKind = closedList('SourceKind', 'What sort of source it is.', {
  PERSON: 'One person.',
  OUTLET: 'A news outlet, channel or site.',
  ORGANISATION: 'A monitoring group, charity, agency or other organisation.',
  OFFICIAL_BODY: 'A ministry, army, court or other body of a state or administration.',
  COLLECTIVE: 'Several people known only as a group: "local activists".',
  DATASET: 'A data set.',
  UNKNOWN: 'Nobody said what it is.',
});
export type SourceKind = keyof typeof SourceKind;

export const Protection = closedList('Protection', 'How a source is to be protected.', {
  PUBLIC: 'It speaks under its own name.',
  PSEUDONYMOUS: 'It speaks under another name.',
  PROTECTED: 'Who it is must not be known.',
});
export type Protection = keyof typeof Protection;

export const Reliability = closedList(
  'Reliability',
  'How reliable a source is: Admiralty code, NATO STANAG 2511. It says nothing of a single claim.',
  {
    A: 'Completely reliable.',
    B: 'Usually reliable.',
    C: 'Fairly reliable.',
    D: 'Not usually reliable.',
    E: 'Unreliable.',
    F: 'Cannot be judged; nobody has judged it.',
  },
);
export type Reliability = keyof typeof Reliability;
