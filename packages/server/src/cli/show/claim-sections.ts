import { formatQuantity } from '@claimgraph/sdk/format';
import { dateWords } from './date-words.ts';
import { recordSections, warningSections } from './record-sections.ts';
import { details, quote, type Section } from './sections.ts';
import type { ShownClaim } from './shown-record.ts';
import { chainWords, modalityWords, momentOf, pointWords, reportWords, wordsOf } from './words.ts';

/** Admiralty credibility (NATO STANAG 2511). */
const credibility: Readonly<Record<ShownClaim['credibility'], string>> = {
  ONE: '1',
  TWO: '2',
  THREE: '3',
  FOUR: '4',
  FIVE: '5',
  SIX: '6',
};

const judgement = (each: Pick<ShownClaim, 'status' | 'credibility'>): string =>
  `${wordsOf(each.status)}, credibility ${credibility[each.credibility]}` +
  (each.credibility === 'SIX' ? ' (nobody has judged it)' : '');

/** A claim as a person reads it: who said what, about whom, where and when, and how we know. */
export const claimSections = (claim: ShownClaim): Section[] => [
  { label: 'Claim', items: [claim.statement + details(claim.language)] },
  ...warningSections(claim),
  {
    label: 'Kind',
    items: [
      `${wordsOf(claim.kind)}, ${modalityWords[claim.modality]}` +
        (claim.aggregate ? ', a total over incidents that the report did not separate' : ''),
    ],
  },
  { label: 'Said by', items: claim.attributions.map(({ chain }) => chainWords(chain)) },
  { label: 'Read in', items: [reportWords(claim.report), claim.report.url] },
  { label: 'Passage', items: passageLines(claim.passage) },
  {
    label: 'Cites',
    items: claim.citations.map(({ report, locator }) => reportWords(report) + details(locator)),
  },
  { label: 'When', items: [claim.occurred ? dateWords(claim.occurred) : 'not stated'] },
  { label: 'Where', items: orNone(claim.places.map(placeWords)) },
  { label: 'Who', items: orNone(claim.parties.map(partyWords)) },
  {
    label: 'Figures',
    items: claim.quantities.map((each) => quantityWords(each, claim.quantities)),
  },
  { label: 'Judged', items: [judgement(claim)] },
  {
    label: 'Assessments',
    items: claim.assessments.map(
      (each) => `${momentOf(each.at)} by ${each.by}: ${judgement(each)}. ${each.rationale}`,
    ),
  },
  { label: 'Links', items: claim.links.map((link) => linkWords(link, claim.id)) },
  {
    label: 'Import issues',
    items: claim.importIssues.map(
      ({ column, kind, reason, value }) =>
        `${column ?? kind}: ${reason}${details(value !== null && `was ${quote(value)}`)}`,
    ),
  },
  ...recordSections(claim),
];

const orNone = (items: readonly string[]): readonly string[] =>
  items.length > 0 ? items : ['not stated'];

function passageLines(passage: ShownClaim['passage']): (string | null)[] {
  if (!passage) return ['none recorded'];
  const { in: part, page, directSpeech, translation, bodyKind } = passage;
  return [
    quote(passage.quote) +
      details(
        part === 'TITLE' ? 'in the title' : 'in the body',
        // Only a verbatim text or a translation has the document's own words.
        bodyKind && bodyKind !== 'VERBATIM' && `which is ${wordsOf(bodyKind)}`,
        page !== null && `page ${page}`,
        directSpeech && 'direct speech',
      ),
    translation && `in translation: ${quote(translation)}`,
  ];
}

const placeWords = (place: ShownClaim['places'][number]): string =>
  `${wordsOf(place.role)} ${place.location.label}` +
  details(
    place.geoPrecision && `precision ${wordsOf(place.geoPrecision)}`,
    pointWords(place.point),
    place.basis === 'INFERRED' && 'inferred',
    place.asWritten && `written ${quote(place.asWritten)}`,
  ) +
  ` ${place.location.id}`;

const partyWords = ({ role, group, basis, asWritten, faction }: ShownClaim['parties'][number]) =>
  `${wordsOf(role)}: ${faction.name}` +
  details(
    group !== null && `side ${group}`,
    basis === 'INFERRED' && 'inferred',
    asWritten && `written ${quote(asWritten)}`,
  ) +
  ` ${faction.id}`;

function quantityWords(
  quantity: ShownClaim['quantities'][number],
  all: ShownClaim['quantities'],
): string {
  const { measure, of, partOf, asWritten } = quantity;
  const whole = partOf && all.find(({ id }) => id === partOf);
  return (
    `${wordsOf(measure)}: ${formatQuantity(quantity)}` +
    details(
      of && of.category !== 'ANY' && wordsOf(of.category),
      of?.faction && `of ${of.faction.name}`,
      partOf !== null && (whole ? `a part of ${formatQuantity(whole)}` : 'a part'),
      asWritten && `written ${quote(asWritten)}`,
    )
  );
}

const sharedOrigin: Readonly<Record<string, string>> = {
  YES: 'both have one origin',
  POSSIBLE: 'both may have one origin',
  NO: 'the origins are separate',
};

function linkWords(link: ShownClaim['links'][number], id: string): string {
  const { kind, from, to } = link;
  const other = from.id === id ? to : from;
  const statement = `${quote(other.statement)} ${other.id}`;
  const verb = linkVerbs[kind];
  return (
    (from.id === id ? `this ${verb} ${statement}` : `${statement} ${verb} this`) +
    details(sharedOrigin[link.sharedOrigin], `${link.by}: ${link.rationale}`)
  );
}

const linkVerbs: Readonly<Record<ShownClaim['links'][number]['kind'], string>> = {
  CORROBORATES: 'corroborates',
  CONTRADICTS: 'contradicts',
  REFINES: 'refines',
  REPEATS: 'repeats',
  SUPERSEDES: 'supersedes',
  SAME_EVENT: 'is about the same event as',
  FOLLOWS: 'follows',
  CAUSED_BY: 'is said to be caused by',
};
