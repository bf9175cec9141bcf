import type { Modality, ShownIntervalFragment, ShownReportFragment } from '../../generated/show.ts';
import { details, quote } from './sections.ts';

/** The value of an enum in words: `PEOPLE_KILLED` is "people killed". */
export const wordsOf = (value: string): string => value.toLowerCase().replaceAll('_', ' ');

/** A moment of a write, in UTC. */
export const momentOf = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** How a claim is put. A fear is not an event, so it says so. */
export const modalityWords: Readonly<Record<Modality, string>> = {
  ASSERTED: 'asserted',
  ESTIMATED: 'estimated',
  ALLEGED: 'alleged',
  DENIED: 'denied',
  FEARED: 'feared, not said to have happened',
  PREDICTED: 'predicted, not said to have happened',
};

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

/** A report with its publisher and date: “Title” (Publisher, published 2018-07-10)  rpt_…. */
export const reportWords = ({ id, title, publisher, published }: ShownReportFragment): string =>
  `${quote(title)}${details(
    publisher?.name,
    published ? `published ${briefDate(published)}` : 'publication not dated',
  )} ${id}`;

interface Figure {
  readonly min: number | null;
  readonly best: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}

/** A figure as a range, without a middle value: "at least 6,000", "2 to 4, best estimate 3". */
export function figureWords({ min, best, max, approximate }: Figure): string {
  const isExact = min !== null && min === max;
  const range = isExact ? numberWords(min) : rangeWords(min, max);
  const estimate = best !== null && !isExact ? `best estimate ${numberWords(best)}` : '';
  const text = [range, estimate].filter(Boolean).join(', ') || 'no number stated';
  return approximate ? `about ${text}` : text;
}

function rangeWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${numberWords(min)} to ${numberWords(max)}`;
  if (min !== null) return `at least ${numberWords(min)}`;
  return max !== null ? `at most ${numberWords(max)}` : '';
}

const numberWords = (value: number): string => value.toLocaleString('en');

interface ChainSpeaker {
  readonly capacity: string;
  readonly verb: string | null;
  readonly source: { readonly id: string; readonly name: string; readonly role: string | null };
  readonly report: ShownReportFragment | null;
}

/**
 * A chain of speakers, from the first to the one that was read. An analyst concluded the claim from
 * what others said, and passed nothing on: "coded by UCDP from SOHR".
 */
export const chainWords = (chain: readonly ChainSpeaker[]): string =>
  chain.reduce((before, { capacity, verb, source, report }, i) => {
    const isAnalyst = capacity === 'ANALYST' && (i > 0 || Boolean(verb));
    const speaker =
      source.name +
      details(
        source.role,
        !['ANALYST', 'RELAY', 'UNSTATED'].includes(capacity) && wordsOf(capacity),
        !isAnalyst && verb && quote(verb),
        report && `in ${quote(report.title)}`,
      );
    if (!isAnalyst) return i === 0 ? speaker : `${before} → ${speaker}`;
    const act = `${verb && /ed$/.test(verb) ? verb : 'concluded'} by ${speaker}`;
    const text = i === 0 ? act : `${act} from ${before}`;
    return i < chain.length - 1 ? `(${text})` : text;
  }, '');
