import type { CreateClaimInput, RecordReportInput } from '@claimgraph/sdk/operations';
import { understandDate } from '../said/said-date.ts';
import { understandFigure } from '../said/said-figure.ts';
import { anchorOf } from './anchor.ts';
import type { Draft, DraftClaim, DraftDate, FactionRef, PlaceRef, SourceRef } from './draft.ts';

/** What a draft says, as the API takes it. Its lists have the order of the draft. */
export const inputOf = (draft: Draft): RecordReportInput => ({
  report: {
    title: draft.title.trim(),
    kind: draft.kind,
    ...(draft.url.trim() && { url: draft.url.trim() }),
    ...(draft.language.trim() && { language: draft.language.trim() }),
    ...(draft.publisher && { publisher: sourceInput(draft.publisher) }),
    ...(draft.published.text.trim() && { published: dateInput(draft.published) }),
    ...(draft.body && { body: draft.body, bodyKind: draft.bodyKind }),
  },
  claims: draft.claims.map((claim) => claimInput(claim, draft)),
});

function claimInput(claim: DraftClaim, draft: Draft): CreateClaimInput {
  const { statement, kind, modality, isAggregate, quote, chains, when } = claim;
  const anchor = quote ? anchorOf(draft, claim) : undefined;
  return {
    statement: statement.trim(),
    // Drafts without a kind are refused before they are sent.
    kind: kind ?? 'OTHER',
    modality,
    ...(/[\u0600-\u06ff]/.test(statement) && { language: 'ar' }),
    ...(isAggregate && { aggregate: true }),
    ...(anchor && {
      passage: {
        quote,
        ...('start' in anchor && { in: anchor.in, start: anchor.start }),
      },
    }),
    attributions: chains.map((chain) => ({
      chain: chain.map(({ source, capacity, verb }) => ({
        source: sourceInput(source),
        capacity,
        ...(verb.trim() && { verb: verb.trim() }),
      })),
    })),
    ...(when.text.trim() && {
      occurred: { ...dateInput(when), extent: when.isThroughout ? 'THROUGHOUT' : 'WITHIN' },
    }),
    places: claim.places.map(({ place, role }) => ({ location: placeInput(place), role })),
    parties: claim.parties.map(({ faction, role = 'PARTICIPANT' }) => ({
      faction: factionInput(faction),
      role,
    })),
    quantities: claim.figures.map(({ measure = 'OTHER', text, category }) => ({
      measure,
      asWritten: text.trim(),
      ...(category && { category }),
      ...understandFigure(text),
    })),
  };
}

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

const primaryName = (text: string) => [
  {
    text,
    kind: 'PRIMARY' as const,
    ...(/[\u0600-\u06ff]/.test(text) && { script: 'Arab' }),
  },
];

const sourceInput = (ref: SourceRef) =>
  'id' in ref
    ? { id: ref.id }
    : {
        new: {
          kind: ref.kind,
          names: primaryName(ref.label),
          ...(ref.protection && { protection: ref.protection }),
        },
      };

const factionInput = (ref: FactionRef) =>
  'id' in ref ? { id: ref.id } : { new: { kind: ref.kind, names: primaryName(ref.label) } };

const placeInput = (ref: PlaceRef) =>
  'id' in ref
    ? { id: ref.id }
    : {
        new: {
          kind: ref.kind,
          names: primaryName(ref.label),
          ...(ref.parent && { parent: { id: ref.parent.id } }),
          ...(ref.point && { point: ref.point }),
        },
      };
