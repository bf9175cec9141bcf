import type {
  ClaimId,
  FactionId,
  LocationId,
  ReportId,
  SourceId,
} from '@claimgraph/sdk/operations';

export type { ClaimKind, ClaimStatus, Modality } from '@claimgraph/sdk/operations';
export type { ClaimId, FactionId, LocationId, ReportId, SourceId };

/** The id of a record of any type. Its first letters name the type. */
export type RecordId = ClaimId | FactionId | LocationId | ReportId | SourceId;
