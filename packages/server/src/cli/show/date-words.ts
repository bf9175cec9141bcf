import { formatFuzzyDate } from '@claimgraph/sdk/format';
import type { ShownIntervalFragment } from '../../generated/show.ts';
import { quote } from './sections.ts';

type Dates = Pick<ShownIntervalFragment, 'edtf' | 'earliest' | 'latest' | 'basis' | 'asWritten'> & {
  readonly extent?: ShownIntervalFragment['extent'];
};

/** A date with its bounds, and how it is known: "2018-07-05~" also shows its EDTF text. */
export const dateWords = (date: Dates): string =>
  [
    formatFuzzyDate(date),
    /[^\d-]/.test(date.edtf) && `EDTF ${date.edtf}`,
    date.asWritten && `written ${quote(date.asWritten)}`,
  ]
    .filter(Boolean)
    .join(', ');
