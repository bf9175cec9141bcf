import { ApiKey, ViewerSession } from './access/api-key.entity.ts';
import { ViewerResolver } from './access/viewer.resolver.ts';
import { Assessment } from './claims/assessment.entity.ts';
import { Attribution, Speaker } from './claims/attribution.entity.ts';
import { Citation } from './claims/citation.entity.ts';
import { Claim } from './claims/claim.entity.ts';
import { ClaimResolver } from './claims/claim.resolver.ts';
import { ClaimEvent } from './claims/claim-event.entity.ts';
import { ClaimLink } from './claims/claim-link.entity.ts';
import { ClaimParty } from './claims/claim-party.entity.ts';
import { ClaimPlace } from './claims/claim-place.entity.ts';
import { ImportIssue } from './claims/import-issue.entity.ts';
import { Quantity } from './claims/quantity.entity.ts';
import { Faction } from './factions/faction.entity.ts';
import { FactionResolver } from './factions/faction.resolver.ts';
import { FactionRelation, RelationClaim } from './factions/faction-relation.entity.ts';
import {
  HistoryTable,
  IdempotencyKey,
  LedgerKey,
  Recommitment,
  RowCommitment,
  Scrubbed,
  Touched,
  WriteLog,
} from './history/log.entity.ts';
import { Revision } from './history/revision.entity.ts';
import { IdentityResolver } from './identity/identity.resolver.ts';
import { IdentityGrant, IdentityReading } from './identity/identity-grant.entity.ts';
import {
  IdentityLookup,
  MasterKeyCheck,
  SourceIdentity,
} from './identity/source-identity.entity.ts';
import { LocationAlsoIn, LocationOverlap, LocationWithin } from './locations/area.entity.ts';
import { Location } from './locations/location.entity.ts';
import { LocationResolver } from './locations/location.resolver.ts';
import { NameResolver } from './names/name.resolver.ts';
import { NameKey } from './names/name-key.entity.ts';
import { NameSynonym } from './names/name-synonym.entity.ts';
import { SearchResolver } from './names/search.resolver.ts';
import { ExternalId } from './records/external-id.entity.ts';
import {
  ImportBatch,
  ImportMatch,
  ImportParent,
  ImportRow,
  ImportRun,
  OutletAlias,
  RedactedRecord,
} from './records/import.entity.ts';
import { Name } from './records/name.entity.ts';
import { RecordResolver } from './records/record.resolver.ts';
import { Report } from './reports/report.entity.ts';
import { ReportResolver } from './reports/report.resolver.ts';
import { ReportAuthor } from './reports/report-author.entity.ts';
import { ImportConflict } from './review/import-conflict.entity.ts';
import { ImportConflictResolver } from './review/import-conflict.resolver.ts';
import { Affiliation, AffiliationClaim } from './sources/affiliation.entity.ts';
import { AffiliationResolver } from './sources/affiliation.resolver.ts';
import { Rating } from './sources/rating.entity.ts';
import { Source } from './sources/source.entity.ts';
import { SourceResolver } from './sources/source.resolver.ts';

/** The tables of the ledger's contents. Each has a history table. */
export const recordedEntities = [
  Report,
  ReportAuthor,
  Source,
  Rating,
  Affiliation,
  AffiliationClaim,
  Faction,
  FactionRelation,
  RelationClaim,
  Location,
  LocationAlsoIn,
  LocationOverlap,
  Claim,
  Attribution,
  Speaker,
  Citation,
  // Before places: then the roll-up of a new claim is written once.
  Quantity,
  ClaimPlace,
  ClaimParty,
  Assessment,
  ClaimLink,
  ImportIssue,
  ExternalId,
  Name,
];

/**
 * Tables that triggers derive from the contents, and the tables of the log, of imports, of the
 * review list and of access.
 */
export const derivedEntities = [
  LocationWithin,
  ClaimEvent,
  NameKey,
  NameSynonym,
  WriteLog,
  Touched,
  Recommitment,
  RowCommitment,
  Scrubbed,
  Revision,
  HistoryTable,
  IdempotencyKey,
  LedgerKey,
  ImportRun,
  ImportBatch,
  ImportRow,
  ImportMatch,
  ImportParent,
  OutletAlias,
  RedactedRecord,
  ImportConflict,
  ApiKey,
  ViewerSession,
  SourceIdentity,
  IdentityLookup,
  MasterKeyCheck,
  IdentityGrant,
  IdentityReading,
];

/** All resolvers of the API. */
export const resolvers = [
  RecordResolver,
  ReportResolver,
  SourceResolver,
  AffiliationResolver,
  FactionResolver,
  LocationResolver,
  ClaimResolver,
  NameResolver,
  SearchResolver,
  ImportConflictResolver,
  ViewerResolver,
  IdentityResolver,
] as const;
