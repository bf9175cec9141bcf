import { closedList } from '../values/enums.ts';

export const ReportKind = closedList('ReportKind', 'What kind of document a report is.', {
  ARTICLE: 'A news article or blog post.',
  SITUATION_REPORT: 'A regular report on a situation, by an agency or monitoring group.',
  SOCIAL_POST: 'A post on a social network or messaging channel.',
  BROADCAST: 'A radio or television broadcast.',
  STATEMENT: 'A statement by an official or an organisation.',
  INTERVIEW: 'An interview, our own or another’s.',
  DATASET: 'A release of a data set.',
  VIDEO: 'A video that is not a broadcast.',
  OTHER: 'Any other kind of document.',
});
export type ReportKind = keyof typeof ReportKind;

export const BodyKind = closedList(
  'BodyKind',
  'What a report’s `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words.',
  {
    VERBATIM: 'The document’s own text.',
    TRANSLATION: 'A translation of the document’s text.',
    EXCERPT: 'Parts of the document’s text.',
    PARAPHRASE: 'A retelling by an analyst, not to be quoted.',
  },
);
export type BodyKind = keyof typeof BodyKind;

export const ReportOrderField = closedList('ReportOrderField', 'What reports can be sorted by.', {
  PUBLISHED:
    'The latest day on which the report may have been published, otherwise the earliest. Undated ' +
    'reports come last in both directions.',
  RECORDED: 'When the report was recorded here.',
  TITLE: 'The title, by Unicode code points.',
});
