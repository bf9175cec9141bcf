import { formatFuzzyDate } from '@claimgraph/sdk/format';
import type {
  ShownClaimsFragment,
  ShownNameFragment,
  ShownRecordFragment,
} from '../../generated/show.ts';
import { dateWords } from './date-words.ts';
import { details, quote, type Section } from './sections.ts';
import { modalityWords, momentOf, wordsOf } from './words.ts';

/** Ids, times and withdrawal: what every record has, below its own sections. */
export const recordSections = ({
  id,
  version,
  createdAt,
  updatedAt,
  externalIds,
}: ShownRecordFragment): Section[] => [
  { label: 'Other ids', items: externalIds.map(({ system, value }) => `${system} ${value}`) },
  {
    label: 'Record',
    items: [
      `${id}, version ${version}`,
      `recorded ${momentOf(createdAt)}, changed ${momentOf(updatedAt)}`,
    ],
  },
];

/** The first lines of a record that no reader may miss. */
export const warningSections = ({
  withdrawn,
  restsOnWithdrawn,
}: {
  withdrawn: ShownRecordFragment['withdrawn'];
  restsOnWithdrawn?: boolean;
}): Section[] => [
  {
    label: 'WITHDRAWN',
    items: [withdrawn && `${momentOf(withdrawn.at)} by ${withdrawn.by}: ${withdrawn.rationale}`],
  },
  {
    label: 'WARNING',
    items: restsOnWithdrawn ? ['It refers to a record that has been withdrawn.'] : [],
  },
];

export const nameSection = (names: readonly ShownNameFragment[]): Section => ({
  label: 'Names',
  items: names.map(
    ({ text, kind, language, script, scheme, during }) =>
      text + details(wordsOf(kind), language, script, scheme, during && dateWords(during)),
  ),
});

export const claimSection = ({ totalCount, nodes }: ShownClaimsFragment): Section => ({
  label: 'Claims',
  items: nodes.map(
    ({ id, statement, modality, occurred }) =>
      quote(statement) +
      details(modality !== 'ASSERTED' && modalityWords[modality], formatFuzzyDate(occurred)) +
      ` ${id}`,
  ),
  total: totalCount,
});

/** The claims that assert a relation: nobody is affiliated without one. */
export const citedClaims = (claims: readonly { id: string; statement: string }[]): string =>
  claims.map(({ id, statement }) => `${quote(statement)} ${id}`).join('; ');
