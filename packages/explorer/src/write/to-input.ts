import type {
  CreateClaimInput,
  QuantityInput,
  RecordReportInput,
} from '@claimgraph/sdk/operations';
import { understandDate } from '../said/said-date.ts';
import { understandFigure } from '../said/said-figure.ts';
import { anchorOf, type QuotableText } from './anchor.ts';
import type { Draft, DraftClaim, DraftDate, DraftFigure } from './draft.ts';
import { factionInput, placeInput, reportInput, sourceInput } from './ref-input.ts';

/** What a draft says, as the API takes it. Its lists have the order of the draft. */
export const inputOf = (draft: Draft): RecordReportInput => ({
  report: {
    title: draft.title.trim(),
    kind: draft.kind,
    ...(draft.url.trim() && { url: draft.url.trim() }),
    ...(draft.language.trim() && { language: draft.language.trim() }),
    ...(draft.publisher && { publisher: sourceInput(draft.publisher) }),
    ...(draft.authors.length && { authors: draft.authors.map(sourceInput) }),
    ...(draft.published.text.trim() && { published: dateInput(draft.published) }),
    ...(draft.body && { body: draft.body, bodyKind: draft.bodyKind }),
  },
  claims: draft.claims.map((claim) => claimInput(claim, draft)),
});

const claimInput = (claim: DraftClaim, report: QuotableText): CreateClaimInput => ({
  statement: claim.statement.trim(),
  ...(isArabic(claim.statement) && { language: 'ar' }),
  // Drafts without a kind are refused before they are sent.
  kind: claim.kind ?? 'OTHER',
  modality: claim.modality,
  ...(claim.isAggregate && { aggregate: true }),
  ...(claim.quote && { passage: passageInput(claim, report) }),
  attributions: attributionsInput(claim),
  ...(claim.when.text.trim() && { occurred: occurredInput(claim.when) }),
  places: placesInput(claim),
  parties: partiesInput(claim),
  quantities: claim.figures.map((figure) => figureInput(figure)),
  ...(claim.citations.length && { citations: citationsInput(claim) }),
});

/** Whether a text has Arabic letters. */
export const isArabic = (text: string): boolean => /[\u0600-\u06ff]/.test(text);

export function passageInput(claim: DraftClaim, report: QuotableText) {
  const { quote, recordedPassage: recorded } = claim;
  const anchor = anchorOf(report, claim);
  const place = 'in' in anchor ? { in: anchor.in, start: anchor.start } : undefined;
  if (recorded?.quote !== quote) return { quote, ...place };
  // The words before and after it belong to the place where it was.
  const isMoved = place && (place.in !== recorded.in || place.start !== recorded.start);
  return { ...recorded, ...(isMoved && { prefix: null, suffix: null, page: null }), ...place };
}

export const attributionsInput = ({ chains }: Pick<DraftClaim, 'chains'>) =>
  chains.map((chain) => ({
    chain: chain.map(({ source, capacity, verb, recorded }) => ({
      source: sourceInput(source),
      capacity,
      ...(verb.trim() && { verb: verb.trim() }),
      ...(recorded && { report: { id: recorded.reportId } }),
    })),
  }));

export const placesInput = ({ places }: Pick<DraftClaim, 'places'>) =>
  places.map(({ place, role, recorded }) => ({ location: placeInput(place), role, ...recorded }));

export const partiesInput = ({ parties }: Pick<DraftClaim, 'parties'>) =>
  parties.map(({ faction, role = 'PARTICIPANT', recorded }) => ({
    faction: factionInput(faction),
    role,
    ...recorded,
  }));

export const citationsInput = ({ citations }: Pick<DraftClaim, 'citations'>) =>
  citations.map(({ report, locator }) => ({
    report: reportInput(report),
    ...(locator.trim() && { locator: locator.trim() }),
  }));

export function figureInput(figure: DraftFigure, whole?: DraftFigure): QuantityInput {
  const { text, category, faction, parts, recorded } = figure;
  return {
    measure: whole?.measure ?? figure.measure ?? 'OTHER',
    ...(category && { category }),
    ...(faction && { faction: factionInput(faction) }),
    ...figureValues(text, recorded),
    ...(parts?.length && { parts: parts.map((part) => figureInput(part, figure)) }),
  };
}

function figureValues(text: string, recorded: DraftFigure['recorded']) {
  if (recorded?.text !== text) return { asWritten: text.trim(), ...understandFigure(text) };
  const { text: _, ...values } = recorded;
  return values;
}

/** When something happened. A date that is recorded keeps the words in which it was written. */
export const occurredInput = (when: DraftClaim['when']) => ({
  ...dateInput(when),
  ...(when.asWritten && { asWritten: when.asWritten }),
  extent: when.isThroughout ? ('THROUGHOUT' as const) : ('WITHIN' as const),
});

/** A date as it was understood, with the words that were typed. */
export function dateInput({ text, isInferred, earliest, latest }: DraftDate) {
  const said = understandDate(text);
  // What is not understood is refused before it is sent; the server would refuse it, too.
  const edtf = 'problem' in said ? text.trim() : said.edtf;
  return {
    edtf,
    basis: isInferred ? ('INFERRED' as const) : ('STATED' as const),
    ...(edtf !== text.trim() && { asWritten: text.trim() }),
    ...(earliest && { earliest }),
    ...(latest && { latest }),
  };
}
