import type {
  ClaimDetailFragment,
  ClaimKind,
  Modality,
  UpdateClaimInput,
} from '@claimgraph/sdk/operations';
import type { DraftDate } from '../write/draft.ts';
import { dateInput } from '../write/to-input.ts';

/** What of a claim can be corrected on the page. */
export interface Correctable {
  readonly statement: string;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  /** With the words in which the date was recorded, which belong to its text. */
  readonly when: DraftDate & { readonly asWritten?: string };
}

/** A correction, with the version and the values on which it is based. */
export interface Correction {
  readonly version: number;
  readonly base: Correctable;
  readonly mine: Correctable;
  readonly rationale: string;
}

export const correctableFields = ['statement', 'kind', 'modality', 'when'] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** What of a claim can be corrected, as it is recorded. */
export function correctableOf(claim: ClaimDetailFragment): Correctable {
  const { statement, kind, modality, occurred } = claim;
  return {
    statement,
    // The lists of a newer server may have more values; its own value is sent back unchanged.
    kind: kind as ClaimKind,
    modality: modality as Modality,
    when: {
      text: occurred?.edtf ?? '',
      isInferred: occurred?.basis === 'INFERRED',
      isThroughout: occurred?.extent === 'THROUGHOUT',
      ...(occurred?.earliest && { earliest: occurred.earliest }),
      ...(occurred?.latest && { latest: occurred.latest }),
      ...(occurred?.asWritten && { asWritten: occurred.asWritten }),
    },
  };
}

/** A correction of what is recorded, without any change yet. */
export const newCorrection = (claim: ClaimDetailFragment): Correction => ({
  version: claim.version,
  base: correctableOf(claim),
  mine: correctableOf(claim),
  rationale: '',
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that the writer has changed. */
export const changedFields = ({ base, mine }: Correction): CorrectableField[] =>
  correctableFields.filter((field) => !isSame(base[field], mine[field]));

/** The fields that both the writer and somebody else have changed, each in another way. */
export const disputedFields = (correction: Correction, now: Correctable): CorrectableField[] =>
  changedFields(correction).filter(
    (field) =>
      !isSame(correction.base[field], now[field]) && !isSame(correction.mine[field], now[field]),
  );

/**
 * A correction on top of what is recorded now. What the writer typed stays, and what only others
 * changed is taken.
 */
export function rebase(correction: Correction, now: Correctable, version: number): Correction {
  const changed = changedFields(correction);
  const kept = Object.fromEntries(changed.map((field) => [field, correction.mine[field]]));
  return { ...correction, version, base: now, mine: { ...now, ...kept } };
}

/** What a correction changes, as the API takes it. */
export function correctionInput(correction: Correction): UpdateClaimInput {
  const { statement, kind, modality, when } = correction.mine;
  const before = correction.base.when;
  const isSameText = when.text.trim() === before.text.trim();
  const changed = new Set<CorrectableField>(changedFields(correction));
  return {
    ...(changed.has('statement') && { statement }),
    ...(changed.has('kind') && { kind }),
    ...(changed.has('modality') && { modality }),
    ...(changed.has('when') && {
      occurred: when.text.trim()
        ? {
            ...dateInput(when),
            ...(isSameText && before.asWritten && { asWritten: before.asWritten }),
            extent: when.isThroughout ? 'THROUGHOUT' : 'WITHIN',
          }
        : null,
    }),
  };
}
