import type { ShownIntervalFragment } from '../../generated/show.ts';
import { details, quote } from './sections.ts';

type Dates = Pick<
  ShownIntervalFragment,
  'edtf' | 'earliest' | 'latest' | 'approximate' | 'uncertain' | 'basis' | 'asWritten'
> & { readonly extent?: ShownIntervalFragment['extent'] };

/** A date with its bounds, and how it is known: "between 2018-06-19 and 2018-07-14 (inferred)". */
export function dateWords(date: Dates): string {
  const { edtf, approximate, uncertain, basis, asWritten } = date;
  const bounds = boundsOf(date);
  return (
    bounds +
    details(
      approximate && 'approximate',
      uncertain && 'uncertain',
      basis === 'INFERRED' && 'inferred',
      !bounds.includes(edtf) && `EDTF ${edtf}`,
      asWritten && `written ${quote(asWritten)}`,
    )
  );
}

/** A date in a list: only its bounds. */
export const briefDate = (date: Dates): string =>
  boundsOf(date) + (date.approximate ? ', approximate' : '');

function boundsOf({ edtf, earliest, latest, extent }: Dates): string {
  if (earliest !== null && earliest === latest) return earliest;
  if (earliest !== null && latest !== null)
    return extent === 'THROUGHOUT'
      ? `throughout ${earliest} to ${latest}`
      : `between ${earliest} and ${latest}`;
  if (earliest !== null) return `${earliest} or later`;
  return latest !== null ? `${latest} or earlier` : `${edtf}, without known bounds`;
}
