import type { UpdateClaimInput } from '@claimgraph/sdk/operations';
import type { QuotableText } from '../write/anchor.ts';
import { type ClaimField, claimFields } from '../write/compared-fields.ts';
import type { Draft, DraftClaim } from '../write/draft.ts';
import {
  attributionsInput,
  citationsInput,
  figureInput,
  isArabic,
  occurredInput,
  partiesInput,
  passageInput,
  placesInput,
} from '../write/to-input.ts';

/** A correction, with the version and the values on which it is based. */
export interface Correction {
  readonly version: number;
  readonly base: DraftClaim;
  readonly mine: DraftClaim;
  readonly rationale: string;
  /** What is typed in fields for records and not chosen. */
  readonly typed: Draft['typed'];
}

/** A correction of what is recorded, without any change yet. */
export const newCorrection = (recorded: DraftClaim, version: number): Correction => ({
  version,
  base: recorded,
  mine: recorded,
  rationale: '',
  typed: {},
});

/** A part of a claim. Where words were selected belongs to the words. */
const partOf = (claim: DraftClaim, field: ClaimField): unknown =>
  field === 'quote' ? [claim.quote, claim.quote && claim.start] : claim[field];

const isSame = (a: DraftClaim, b: DraftClaim, field: ClaimField): boolean =>
  JSON.stringify(partOf(a, field)) === JSON.stringify(partOf(b, field));

/** The parts in which two versions of a claim differ. */
export const differingFields = (a: DraftClaim, b: DraftClaim): ClaimField[] =>
  claimFields.filter((field) => !isSame(a, b, field));

/** The parts that the writer has changed. */
export const changedFields = ({ base, mine }: Correction): ClaimField[] =>
  differingFields(base, mine);

/** The parts that both the writer and somebody else have changed, each in another way. */
export const disputedFields = (correction: Correction, now: DraftClaim): ClaimField[] =>
  changedFields(correction).filter(
    (field) => !isSame(correction.base, now, field) && !isSame(correction.mine, now, field),
  );

/** One part of a claim, as changes to another version. */
export const takeField = (from: DraftClaim, field: ClaimField): Partial<DraftClaim> =>
  field === 'quote'
    ? { quote: from.quote, start: from.start, recordedPassage: from.recordedPassage }
    : { [field]: from[field] };

/**
 * A correction on top of what is recorded now. What the writer typed stays, and what only others
 * changed is taken.
 */
export function rebase(correction: Correction, now: DraftClaim, version: number): Correction {
  const changed = changedFields(correction).map((field) => takeField(correction.mine, field));
  return { ...correction, version, base: now, mine: Object.assign({}, now, ...changed) };
}

/** What a correction changes, as the API takes it. Lists are sent whole, others are left out. */
export function correctionInput(correction: Correction, report: QuotableText): UpdateClaimInput {
  const { mine, base } = correction;
  const inputs: { [Field in ClaimField]?: () => UpdateClaimInput } = {
    statement: () => ({
      statement: mine.statement.trim(),
      // Its script is all that is known here of its language.
      ...(isArabic(mine.statement) !== isArabic(base.statement) && {
        language: isArabic(mine.statement) ? 'ar' : 'en',
      }),
    }),
    kind: () => ({ kind: mine.kind ?? 'OTHER' }),
    modality: () => ({ modality: mine.modality }),
    isAggregate: () => ({ aggregate: mine.isAggregate }),
    quote: () => ({ passage: mine.quote ? passageInput(mine, report) : null }),
    chains: () => ({ attributions: attributionsInput(mine) }),
    when: () => ({ occurred: mine.when.text.trim() ? occurredInput(mine.when) : null }),
    places: () => ({ places: placesInput(mine) }),
    parties: () => ({ parties: partiesInput(mine) }),
    figures: () => ({ quantities: mine.figures.map((figure) => figureInput(figure)) }),
    citations: () => ({ citations: citationsInput(mine) }),
  };
  return Object.assign({}, ...changedFields(correction).map((field) => inputs[field]?.()));
}

/** A date as it was changed. Bounds, and the words that were recorded, belong to their text. */
export const withNewDate = (
  when: DraftClaim['when'],
  before: DraftClaim['when'],
): DraftClaim['when'] => {
  if (when.text.trim() === before.text.trim()) return when;
  const { asWritten: _, earliest: _earliest, latest: _latest, ...rest } = when;
  return rest;
};
