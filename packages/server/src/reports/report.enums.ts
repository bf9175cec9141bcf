import { closedList } from '../values/enums.ts';

export const ReportKind = closedList('ReportKind', 'What kind of document a report is.', {
  ARTICLE: 'A news article or blog post.',
  SITUATION_REPORT: 'A regular report on a situation by an agency or monitoring group.',
  SOCIAL_POST: 'A post on a social network or messaging channel.',
  BROADCAST: 'A radio or television broadcast.',
  STATEMENT: 'A statement by an official or an organisation.',
  INTERVIEW: 'An interview, conducted by us or by others.',
  DATASET: 'A data-set release, whose rows are claims.',
  VIDEO: 'A video that is not a broadcast.',
  OTHER: 'Any other kind of document.',
});
export type ReportKind = keyof typeof ReportKind;

export const BodyKind = closedList(
  'BodyKind',
  'What kind of text a report’s `body` is. Only VERBATIM and TRANSLATION may be quoted as the ' +
    'document’s words.',
  {
    VERBATIM: 'The document’s own text.',
    TRANSLATION: 'A translation of the document’s text.',
    EXCERPT: 'Parts of the document’s own text.',
    PARAPHRASE: 'A retelling by an analyst, which must not be quoted.',
  },
);
export type BodyKind = keyof typeof BodyKind;

export const ReportOrderField = closedList('ReportOrderField', 'What reports can be sorted by.', {
  PUBLISHED:
    'The latest day on which the report may have been published or, if unknown, the earliest. ' +
    'Undated reports come last in either direction.',
  RECORDED: 'When the report was recorded in this ledger.',
  CITATIONS: 'The number of claims that cite the report.',
  TITLE: 'The report’s title, by Unicode code points.',
});
