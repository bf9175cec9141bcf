import type {
  BodyKind,
  Capacity,
  ClaimKind,
  FactionId,
  FactionKind,
  LocationId,
  LocationKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
  PlaceRole,
  Protection,
  ReportKind,
  SourceId,
  SourceKind,
} from '@claimgraph/sdk/operations';
import type { LatLon } from '../data/mark.ts';
import { newSeed } from './write-key.ts';

/** A record that was found by search, or one that is created with the report. */
export type Ref<Id extends string, Kind extends string> =
  | { readonly id: Id; readonly label: string }
  | {
      readonly label: string;
      readonly kind: Kind;
      /** How the identity of a new source is protected. */
      readonly protection?: Protection | undefined;
      /** Where a new place is, if it is known. */
      readonly point?: LatLon | undefined;
      /** The area around a new place. */
      readonly parent?: { readonly id: LocationId; readonly label: string } | undefined;
    };
export type SourceRef = Ref<SourceId, SourceKind>;
export type PlaceRef = Ref<LocationId, LocationKind>;
export type FactionRef = Ref<FactionId, FactionKind>;

/** A date as it was typed. `earliest` and `latest` are the writer's own bounds, if any. */
export interface DraftDate {
  readonly text: string;
  readonly isInferred?: boolean;
  readonly isThroughout?: boolean | undefined;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

export interface DraftSpeaker {
  readonly source: SourceRef;
  readonly capacity: Capacity;
  readonly verb: string;
}

export interface DraftFigure {
  /** Undefined: nobody has chosen yet. */
  readonly measure?: Measure | undefined;
  readonly text: string;
  readonly category?: PersonCategory | undefined;
}

export interface DraftClaim {
  /** Identifies the claim within its draft. */
  readonly key: number;
  readonly statement: string;
  /** Undefined: nobody has chosen yet. */
  readonly kind?: ClaimKind | undefined;
  readonly modality: Modality;
  readonly isAggregate: boolean;
  readonly quote: string;
  /** Where the quoted words were selected. Undefined: they were typed. */
  readonly start?: number | undefined;
  /** Paths by which the claim arrived, each from its origin on. */
  readonly chains: readonly (readonly DraftSpeaker[])[];
  readonly when: DraftDate;
  readonly places: readonly { readonly place: PlaceRef; readonly role: PlaceRole }[];
  readonly parties: readonly {
    readonly faction: FactionRef;
    readonly role?: PartyRole | undefined;
  }[];
  readonly figures: readonly DraftFigure[];
}

export interface Draft {
  /** Distinguishes drafts, so that one that is sent twice is written once. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly kind: ReportKind;
  readonly language: string;
  readonly publisher?: SourceRef | undefined;
  readonly published: DraftDate;
  readonly bodyKind: BodyKind;
  readonly body: string;
  readonly claims: readonly DraftClaim[];
}

/** A claim to fill in. It starts with the speakers of the one before, which are mostly the same. */
export function newClaim(before?: DraftClaim): DraftClaim {
  return {
    key: (before?.key ?? 0) + 1,
    statement: '',
    modality: 'ASSERTED',
    isAggregate: false,
    quote: '',
    chains: before?.chains ?? [[]],
    when: { text: '' },
    places: [],
    parties: [],
    figures: [],
  };
}

/** An empty draft in place of one that is saved or not wanted. Another draft stays. */
export const withoutDraft = (now: Draft, discarded: Draft): Draft =>
  JSON.stringify(now) === JSON.stringify(discarded) ? newDraft() : now;

export const newDraft = (): Draft => ({
  key: newSeed(),
  title: '',
  url: '',
  kind: 'ARTICLE',
  language: '',
  published: { text: '' },
  bodyKind: 'VERBATIM',
  body: '',
  claims: [newClaim()],
});

/** Whether anything was typed. */
export const isEmptyDraft = (draft: Draft): boolean =>
  JSON.stringify({ ...draft, key: '' }) === JSON.stringify({ ...newDraft(), key: '' });
