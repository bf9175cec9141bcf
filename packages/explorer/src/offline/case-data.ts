import type { DataOf } from '@claimgraph/sdk';
import {
  ClaimDetail,
  FactionDetail,
  graphql,
  LinkDetail,
  LocationDetail,
  ReportDetail,
  SourceDetail,
} from '@claimgraph/sdk/graphql';
import type {
  ClaimDetailFragment,
  ClaimStatisticsQuery,
  LinkDetailFragment,
} from '@claimgraph/sdk/operations';
import type { ClaimMark } from '../data/mark.ts';

/** Claims with their details. */
export const CaseClaims = graphql(
  `query CaseClaims($filter: ClaimFilter, $first: Int, $after: String) {
    claims(filter: $filter, first: $first, after: $after) {
      nodes { ...ClaimDetail }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [ClaimDetail],
);

/** The links of claims, with the claims at both ends. */
export const CaseLinks = graphql(
  `query CaseLinks($filter: ClaimFilter, $first: Int, $after: String) {
    claims(filter: $filter, first: $first, after: $after) {
      nodes { id links { ...LinkDetail } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  [LinkDetail],
);

export const CaseReports = graphql(
  `query CaseReports($ids: [ID!]!) {
    reports(filter: { id: $ids, withdrawn: INCLUDE }, first: 50) { nodes { ...ReportDetail } }
  }`,
  [ReportDetail],
);

export const CaseSources = graphql(
  `query CaseSources($ids: [ID!]!) {
    sources(filter: { id: $ids, withdrawn: INCLUDE }, first: 50) { nodes { ...SourceDetail } }
  }`,
  [SourceDetail],
);

export const CaseFactions = graphql(
  `query CaseFactions($ids: [ID!]!) {
    factions(filter: { id: $ids, withdrawn: INCLUDE }, first: 50) { nodes { ...FactionDetail } }
  }`,
  [FactionDetail],
);

export const CaseLocations = graphql(
  `query CaseLocations($ids: [ID!]!) {
    locations(filter: { id: $ids, withdrawn: INCLUDE }, first: 50) { nodes { ...LocationDetail } }
  }`,
  [LocationDetail],
);

/** A claim with its links, and as map and timeline need it. */
export interface CaseClaim extends Omit<ClaimDetailFragment, 'links'> {
  readonly links: readonly LinkDetailFragment[];
  readonly mark: ClaimMark;
}
export type CaseReport = DataOf<typeof CaseReports>['reports']['nodes'][number];
export type CaseSource = DataOf<typeof CaseSources>['sources']['nodes'][number];
export type CaseFaction = DataOf<typeof CaseFactions>['factions']['nodes'][number];
export type CaseLocation = DataOf<typeof CaseLocations>['locations']['nodes'][number];

/** A case: the claims of a selection with their records, as one viewer could read them. */
export interface CaseData {
  /** When it was saved, and from which address. */
  readonly savedAt: string;
  readonly savedFrom: string;
  readonly claims: readonly CaseClaim[];
  readonly reports: readonly CaseReport[];
  readonly sources: readonly CaseSource[];
  readonly factions: readonly CaseFaction[];
  readonly locations: readonly CaseLocation[];
  /** The ids of governorates and districts with an outline, in `locations` or only for the map. */
  readonly outlines: {
    readonly governorates: readonly { readonly id: string; readonly geometry?: unknown }[];
    readonly districts: readonly { readonly id: string; readonly geometry?: unknown }[];
  };
  /** The totals of all claims of the case, as the server counts them. */
  readonly statistics: ClaimStatisticsQuery['claimStats'];
  /** The coasts of the world. */
  readonly land: unknown;
}
