import { type DocumentNode, parse } from 'graphql';
import type { ExportClaimsQuery, ExportReviewedClaimsQuery } from '../generated/export.ts';

// `npm run codegen` reads the operations below and writes the types of their results.

const fragments = /* GraphQL */ `
  fragment ExportedReport on Report {
    id kind title url archivedUrl language
    published { edtf earliest latest }
    publisher { id name kind }
  }

  fragment ExportedClaim on Claim {
    id kind modality status credibility aggregate statement language
    occurred { edtf earliest latest precision extent basis }
    places {
      role basis geoPrecision asWritten
      point { lat lon }
      location {
        id label name kind point { lat lon } geoPrecision
        ancestors { name kind }
      }
    }
    parties { role group basis faction { id name kind } }
    quantities {
      measure min best max approximate comparator partOf
      of { category faction { id name } }
    }
    attributions {
      chain { capacity verb source { id name kind } report { ...ExportedReport } }
    }
    passage { quote in directSpeech bodyKind }
    report { ...ExportedReport }
    citations { locator report { ...ExportedReport } }
    externalIds { system value }
    restsOnWithdrawn createdAt updatedAt
  }
`;

const claims = /* GraphQL */ `
  query ExportClaims($filter: ClaimFilter, $after: String) {
    claims(first: 100, after: $after, filter: $filter) {
      nodes { ...ExportedClaim }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

const reviewedClaims = /* GraphQL */ `
  query ExportReviewedClaims($filter: ClaimFilter, $after: String) {
    claims(first: 100, after: $after, filter: $filter) {
      nodes {
        ...ExportedClaim
        assessments(first: 1) { status credibility rationale by at }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

/** Claims with everything that a row of CSV or a GeoJSON feature shows. */
export const exportClaims: DocumentNode = parse(claims + fragments);

/** The same, with the last assessment of each claim. */
export const exportReviewedClaims: DocumentNode = parse(reviewedClaims + fragments);

export type ExportedClaim = ExportClaimsQuery['claims']['nodes'][number];
export type ReviewedClaim = ExportReviewedClaimsQuery['claims']['nodes'][number];
export type ExportedPlace = ExportedClaim['places'][number];
export type ExportedFigure = ExportedClaim['quantities'][number];
export type ExportedReport = ExportedClaim['report'];
export type ExportedPoint = NonNullable<ExportedPlace['point']>;

/** The first speaker of an attribution. A chain is never empty: the database checks it on write. */
export const originOf = ({ chain }: ExportedClaim['attributions'][number]) => chain[0]!;

/**
 * The point of a place in a claim: the claim's own, else the gazetteer's. Null if there is none.
 */
export const pointOf = ({ point, location }: ExportedPlace): ExportedPoint | null =>
  point ?? location.point;

/** How exact that point is, according to the record that gives it. Null if that is unknown. */
export const precisionOf = ({ point, geoPrecision, location }: ExportedPlace): string | null =>
  geoPrecision ?? (point ? null : location.geoPrecision);
