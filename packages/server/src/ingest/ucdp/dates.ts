import { precisionOf } from '../../values/fuzzy-date.ts';
import type { CsvRow } from '../read/csv.ts';
import { dayOf, type Note } from './values.ts';

/** The columns of a claim that say when; empty: not known. */
export interface Occurred {
  occurred_edtf?: string;
  occurred_earliest?: string;
  occurred_latest?: string;
  occurred_precision?: string;
  occurred_approximate?: boolean;
  occurred_uncertain?: boolean;
  occurred_extent?: string;
  occurred_basis?: string;
}

/** From the first day to the last that the event may have been on: it was at some time in it. How wide that is, `date_prec` says too. */
export function occurredOf(row: CsvRow, note: Note): Occurred {
  const first = dayOf(row, 'date_start', note);
  const last = dayOf(row, 'date_end', note);
  if (!first || !last) return {};
  if (first > last) {
    note({
      kind: 'BAD_DATE',
      column: 'date_end',
      value: last,
      reason: `It ends before it starts (${first}); when it was is left open.`,
    });
    return {};
  }
  return {
    occurred_edtf: first === last ? first : `${first}/${last}`,
    occurred_earliest: first,
    occurred_latest: last,
    occurred_precision: precisionOf(first, last),
    occurred_approximate: false,
    occurred_uncertain: false,
    occurred_extent: 'WITHIN',
    occurred_basis: 'STATED',
  };
}
