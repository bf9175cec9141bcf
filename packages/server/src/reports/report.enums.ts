import { closedList } from '../values/enums.ts';

export const ReportKind = closedList('ReportKind', 'What sort of document a report is.', {
  ARTICLE: 'A news article or blog post.',
  SITUATION_REPORT: 'A regular report on a situation, by an agency or monitor.',
  SOCIAL_POST: 'A post on a social network or channel.',
  BROADCAST: 'Radio or television.',
  STATEMENT: 'An official or organisation’s statement.',
  INTERVIEW: 'An interview, ours or another’s.',
  DATASET: 'A release of a data set.',
  VIDEO: 'A video.',
  OTHER: 'None of these.',
});
export type ReportKind = keyof typeof ReportKind;

export const BodyKind = closedList(
  'BodyKind',
  'What `body` is. Only VERBATIM and TRANSLATION may be quoted as the document’s words.',
  {
    VERBATIM: 'The document’s own text.',
    TRANSLATION: 'A translation of it.',
    EXCERPT: 'Parts of it.',
    PARAPHRASE: 'An analyst’s retelling: no quotation.',
  },
);
export type BodyKind = keyof typeof BodyKind;

export const ReportOrderField = closedList('ReportOrderField', 'What reports can be sorted by.', {
  PUBLISHED: 'The day of publication: its latest bound, else its earliest. Undated ones come last.',
  RECORDED: 'When it was written down here.',
  TITLE: 'The title, by code points.',
});
