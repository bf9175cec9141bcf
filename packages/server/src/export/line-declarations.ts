import { Assessment } from '../claims/assessment.entity.ts';
import { Attribution, Speaker } from '../claims/attribution.entity.ts';
import { Citation } from '../claims/citation.entity.ts';
import { Claim } from '../claims/claim.entity.ts';
import { ClaimLink } from '../claims/claim-link.entity.ts';
import { ClaimParty } from '../claims/claim-party.entity.ts';
import { ClaimPlace } from '../claims/claim-place.entity.ts';
import { ImportIssue } from '../claims/import-issue.entity.ts';
import { Quantity } from '../claims/quantity.entity.ts';
import { Faction } from '../factions/faction.entity.ts';
import { FactionRelation, RelationClaim } from '../factions/faction-relation.entity.ts';
import { LocationAlsoIn, LocationOverlap } from '../locations/area.entity.ts';
import { Location } from '../locations/location.entity.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { ImportMatch, ImportRow } from '../records/import.entity.ts';
import { Name } from '../records/name.entity.ts';
import { Report } from '../reports/report.entity.ts';
import { ReportAuthor } from '../reports/report-author.entity.ts';
import { Affiliation, AffiliationClaim } from '../sources/affiliation.entity.ts';
import { Rating } from '../sources/rating.entity.ts';
import { Source } from '../sources/source.entity.ts';
import { type NamedType, recordTypes } from '../values/record-types.ts';

/**
 * Rows that are written into the line of their owner. `owner` is the relation or column that refers
 * to it.
 */
export interface LinePart {
  of: Function;
  owner: string;
  parts?: LineParts;
}
export type LineParts = Readonly<Record<string, LinePart>>;

/** A line: a record, or a relation between records, with everything that belongs to it. */
export interface LineDeclaration {
  of: Function;
  parts: LineParts;
  /** Rows to read at a time. A report may be as large as a document. */
  batch: number;
}

/** What imports store about a record: the raw rows, and the matches with it. */
const imported: LineParts = {
  originals: { of: ImportRow, owner: 'recordId' },
  matches: { of: ImportMatch, owner: 'recordId' },
};

const partsOfNamed = (type: NamedType): LineParts => ({
  names: { of: Name, owner: `of${type}` },
  externalIds: { of: ExternalId, owner: recordTypes[type].table },
  ...imported,
});

/**
 * The kinds of lines, in their order. A line refers only to earlier lines, except that a name may
 * refer to a source that follows. `line-forms.ts` takes all columns from the entities, so a new
 * field is exported without a change here. A test counts the tables.
 */
export const lineDeclarations: readonly LineDeclaration[] = [
  {
    of: Location,
    batch: 20,
    parts: { ...partsOfNamed('Location'), alsoInIds: { of: LocationAlsoIn, owner: 'location' } },
  },
  { of: LocationOverlap, batch: 1_000, parts: {} },
  {
    of: Source,
    batch: 100,
    parts: { ...partsOfNamed('Source'), ratings: { of: Rating, owner: 'source' } },
  },
  { of: Faction, batch: 100, parts: partsOfNamed('Faction') },
  {
    of: Report,
    batch: 20,
    parts: {
      authorIds: { of: ReportAuthor, owner: 'report' },
      externalIds: { of: ExternalId, owner: 'report' },
      ...imported,
    },
  },
  {
    of: Claim,
    batch: 100,
    parts: {
      attributions: {
        of: Attribution,
        owner: 'claim',
        parts: { chain: { of: Speaker, owner: 'way' } },
      },
      citations: { of: Citation, owner: 'claim' },
      places: { of: ClaimPlace, owner: 'claim' },
      parties: { of: ClaimParty, owner: 'claim' },
      quantities: { of: Quantity, owner: 'claim' },
      assessments: { of: Assessment, owner: 'claim' },
      externalIds: { of: ExternalId, owner: 'claim' },
      importIssues: { of: ImportIssue, owner: 'claim' },
      ...imported,
    },
  },
  {
    of: FactionRelation,
    batch: 100,
    parts: { claimIds: { of: RelationClaim, owner: 'relation' } },
  },
  {
    of: Affiliation,
    batch: 100,
    parts: { claimIds: { of: AffiliationClaim, owner: 'affiliation' } },
  },
  { of: ClaimLink, batch: 100, parts: {} },
];
