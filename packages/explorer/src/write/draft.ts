import type {
  BodyKind,
  Capacity,
  ClaimKind,
  Measure,
  Modality,
  PartyRole,
  PersonCategory,
  PlaceRole,
  RecordType,
  ReportKind,
} from '@claimgraph/sdk/operations';
import type {
  RecordedFigure,
  RecordedParty,
  RecordedPassage,
  RecordedPlace,
  RecordedSpeaker,
} from './recorded.ts';
import type { FactionRef, PartyRef, PlaceRef, ReportRef, SourceRef } from './refs.ts';
import { newSeed } from './write-key.ts';

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
  readonly recorded?: RecordedSpeaker | undefined;
}

export interface DraftPlace {
  readonly place: PlaceRef;
  readonly role: PlaceRole;
  readonly recorded?: RecordedPlace | undefined;
}

export interface DraftParty {
  readonly faction: FactionRef;
  /** Undefined: nobody has chosen yet. */
  readonly role?: PartyRole | undefined;
  readonly recorded?: RecordedParty | undefined;
}

export interface DraftFigure {
  /** Undefined: nobody has chosen yet. A part has the measure of its whole. */
  readonly measure?: Measure | undefined;
  readonly text: string;
  readonly category?: PersonCategory | undefined;
  /** The faction to which the people belong who are counted. */
  readonly faction?: FactionRef | undefined;
  readonly parts?: readonly DraftFigure[] | undefined;
  readonly recorded?: RecordedFigure | undefined;
}

/** A report that the report of a claim cites for it. */
export interface DraftCitation {
  readonly report: ReportRef;
  readonly locator: string;
}

/** A source that belongs to a faction or another source, as the claim says. */
export interface DraftAffiliation {
  readonly source?: SourceRef | undefined;
  readonly to?: PartyRef | undefined;
  readonly role: string;
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
  readonly recordedPassage?: RecordedPassage | undefined;
  /** Paths by which the claim arrived, each from its origin on. */
  readonly chains: readonly (readonly DraftSpeaker[])[];
  readonly when: DraftDate & {
    /** The words in which a date was recorded, which belong to its text. */
    readonly asWritten?: string | undefined;
  };
  readonly places: readonly DraftPlace[];
  readonly parties: readonly DraftParty[];
  readonly figures: readonly DraftFigure[];
  readonly citations: readonly DraftCitation[];
  readonly affiliations: readonly DraftAffiliation[];
}

/** Text in a field for a record that names no record yet. */
export interface PickerText {
  readonly type: RecordType;
  readonly text: string;
}

export interface Draft {
  /** Distinguishes drafts, so that one that is sent twice is written once. */
  readonly key: string;
  readonly title: string;
  readonly url: string;
  readonly kind: ReportKind;
  readonly language: string;
  readonly publisher?: SourceRef | undefined;
  readonly authors: readonly SourceRef[];
  readonly published: DraftDate;
  readonly bodyKind: BodyKind;
  readonly body: string;
  readonly claims: readonly DraftClaim[];
  /** What is typed in fields for records and not chosen, by field. */
  readonly typed: Readonly<Record<string, PickerText>>;
  /** Whether it is kept only until the tab is closed. */
  readonly isPrivate: boolean;
  /** It was sent, and no answer has come: it may be written. */
  readonly isSent: boolean;
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
    citations: [],
    affiliations: [],
  };
}

export const newDraft = (): Draft => ({
  key: newSeed(),
  title: '',
  url: '',
  kind: 'ARTICLE',
  language: '',
  authors: [],
  published: { text: '' },
  bodyKind: 'VERBATIM',
  body: '',
  claims: [newClaim()],
  typed: {},
  isPrivate: false,
  isSent: false,
});

/** Whether anything was typed. */
export const isEmptyDraft = (draft: Draft): boolean =>
  JSON.stringify({ ...draft, key: '', isPrivate: false }) ===
  JSON.stringify({ ...newDraft(), key: '' });

/** A draft as an earlier version of the page may have stored it, with the fields that it lacked. */
export const withAllFields = (stored: Partial<Draft> & Pick<Draft, 'claims'>): Draft => ({
  ...newDraft(),
  ...stored,
  claims: stored.claims.map((claim) => ({ ...newClaim(), ...claim })),
});
