import {
  capacities,
  claimKinds,
  measures,
  modalities,
  partyRoles,
  personCategories,
  placeRoles,
} from '@claimgraph/sdk/lists';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import type { ClaimField } from './compared-fields.ts';
import type { DraftClaim, DraftDate, DraftFigure } from './draft.ts';

/** The names of the parts of a claim. */
export function useClaimFieldNames(): Record<ClaimField, string> {
  const words = useWritingWords();
  return {
    statement: words.statement,
    kind: words.kind,
    modality: words.modality,
    isAggregate: words.aggregate,
    quote: words.passage,
    chains: words.speakers,
    when: words.when,
    places: words.places,
    parties: words.parties,
    figures: words.figures,
    citations: words.citations,
    affiliations: words.affiliations,
  };
}

/** A part of a claim in words, as it differs between two versions. */
export function useClaimText(): (field: ClaimField, claim: DraftClaim) => string {
  const { label, direction } = useLanguage();
  const words = useWritingWords();
  const arrow = direction === 'rtl' ? ' ← ' : ' → ';
  const aside = (...texts: (string | false | undefined)[]) => {
    const said = texts.filter(Boolean);
    return said.length > 0 ? ` (${said.join(', ')})` : '';
  };
  const dateText = ({ text, isInferred, isThroughout, earliest, latest }: DraftDate) =>
    text &&
    text +
      aside(
        isInferred && words.inferred,
        isThroughout && words.throughout,
        earliest && `${words.notBefore} ${earliest}`,
        latest && `${words.notAfter} ${latest}`,
      );
  const figureText = (figure: DraftFigure): string =>
    figure.text +
    aside(
      figure.measure && label(measures, figure.measure),
      figure.category && label(personCategories, figure.category),
      figure.faction?.label,
      ...(figure.parts ?? []).map(figureText),
    );
  return (field, claim) => {
    const texts: Record<ClaimField, () => string> = {
      statement: () => claim.statement,
      kind: () => (claim.kind ? label(claimKinds, claim.kind) : ''),
      modality: () => label(modalities, claim.modality),
      isAggregate: () => (claim.isAggregate ? words.yes : words.no),
      quote: () => claim.quote,
      chains: () =>
        claim.chains
          .map((chain) =>
            chain
              .map(
                ({ source, capacity, verb }) =>
                  source.label + aside(label(capacities, capacity), verb),
              )
              .join(arrow),
          )
          .join('; '),
      when: () => dateText(claim.when),
      places: () =>
        claim.places
          .map(({ place, role }) => place.label + aside(label(placeRoles, role)))
          .join('; '),
      parties: () =>
        claim.parties
          .map(({ faction, role }) => faction.label + aside(role && label(partyRoles, role)))
          .join('; '),
      figures: () => claim.figures.map(figureText).join('; '),
      citations: () =>
        claim.citations.map(({ report, locator }) => report.label + aside(locator)).join('; '),
      affiliations: () =>
        claim.affiliations
          .map(
            ({ source, to, role }) =>
              (source?.label ?? '?') + arrow + (to?.label ?? '?') + aside(role),
          )
          .join('; '),
    };
    return texts[field]() || words.noValue;
  };
}
