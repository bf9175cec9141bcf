import type {
  FactionId,
  FactionKind,
  LocationId,
  LocationKind,
  Protection,
  ReportId,
  ReportKind,
  SourceId,
  SourceKind,
} from '@claimgraph/sdk/operations';
import type { LatLon } from '../data/mark.ts';

interface RecordedRef<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How a source is protected. A newer server may have more values. */
  readonly protection?: string | undefined;
}

/** A record that is created with the form. */
export interface NewRef<Kind extends string> {
  readonly label: string;
  readonly kind: Kind;
  /** How the identity of a new source is protected. */
  readonly protection?: Protection | undefined;
  /** What a new source is, such as "officer in Daraa". */
  readonly role?: string | undefined;
  /** Where a new place is, if it is known. */
  readonly point?: LatLon | undefined;
  /** The area around a new place. */
  readonly parent?: { readonly id: LocationId; readonly label: string } | undefined;
  /** The address of a new report. */
  readonly url?: string | undefined;
}

/** A record that was found by search, or one that is created with the report. */
export type Ref<Id extends string, Kind extends string> = RecordedRef<Id> | NewRef<Kind>;

export type SourceRef = Ref<SourceId, SourceKind>;
export type PlaceRef = Ref<LocationId, LocationKind>;
export type FactionRef = Ref<FactionId, FactionKind>;
export type ReportRef = Ref<ReportId, ReportKind>;
/** To whom a source belongs. One that is created here is a faction. */
export type PartyRef = Ref<FactionId | SourceId, FactionKind>;
