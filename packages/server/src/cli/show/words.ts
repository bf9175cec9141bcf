import { formatChain, formatFuzzyDate } from '@claimgraph/sdk/format';
import type { Modality, ShownReportFragment } from '../../generated/show.ts';
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

export const pointWords = (point: { lat: number; lon: number } | null): string | null =>
  point && `${point.lat}, ${point.lon}`;

/** A report with its publisher and date: “Title” (Publisher, published 2018-07-10)  rpt_…. */
export const reportWords = ({ id, title, publisher, published }: ShownReportFragment): string =>
  `${quote(title)}${details(
    publisher?.name,
    published ? `published ${formatFuzzyDate(published)}` : 'publication not dated',
  )} ${id}`;

interface ChainSpeaker {
  readonly capacity: string;
  readonly verb: string | null;
  readonly source: { readonly id: string; readonly name: string; readonly role: string | null };
  readonly report: ShownReportFragment | null;
}

/** A chain of speakers, each with its role, how it knows the claim, and its own report. */
export const chainWords = (chain: readonly ChainSpeaker[]): string =>
  formatChain(chain, { nameOf: speakerWords });

const speakerWords = ({ capacity, verb, source, report }: ChainSpeaker): string =>
  source.name +
  details(
    source.role,
    !['ANALYST', 'RELAY', 'UNSTATED'].includes(capacity) && wordsOf(capacity),
    // The verb of an analyst is in the wording of the chain.
    capacity !== 'ANALYST' && verb && quote(verb),
    report && `in ${quote(report.title)}`,
  );
