import { Speaker } from '../../claims/attribution.entity.ts';
import { Citation } from '../../claims/citation.entity.ts';
import { Claim } from '../../claims/claim.entity.ts';
import { ClaimLink } from '../../claims/claim-link.entity.ts';
import { ClaimParty } from '../../claims/claim-party.entity.ts';
import { ClaimPlace } from '../../claims/claim-place.entity.ts';
import { Quantity } from '../../claims/quantity.entity.ts';
import { FactionRelation, RelationClaim } from '../../factions/faction-relation.entity.ts';
import { Report } from '../../reports/report.entity.ts';
import { ReportAuthor } from '../../reports/report-author.entity.ts';
import { Affiliation, AffiliationClaim } from '../../sources/affiliation.entity.ts';
import type { Graph } from './graph.ts';
import type { Places } from './places.ts';
import { matchesWithdrawn } from './record-filters.ts';

const gone = (record: any): boolean => record?.withdrawn?.at != null;

export const otherEnd = (link: ClaimLink, id: string): Claim =>
  (link.fromId === id ? link.to : link.from) as Claim;

/**
 * The links of a claim in both directions. By default, neither the link nor the other claim is
 * withdrawn.
 */
export const linksOf = (graph: Graph, id: string, withdrawn = 'EXCLUDE'): ClaimLink[] =>
  [...graph.by<ClaimLink>(ClaimLink, 'fromId', id), ...graph.by<ClaimLink>(ClaimLink, 'toId', id)]
    .filter(matchesWithdrawn(withdrawn))
    .filter((link) => withdrawn !== 'EXCLUDE' || !gone(otherEnd(link, id)));

const claimsOf = (graph: Graph, link: Function, owner: string, id: string): Claim[] =>
  graph.by<any>(link, owner, id).map(({ claimId }) => graph.one<Claim>(Claim, claimId)!);

export const relationClaims = (graph: Graph, id: string) =>
  claimsOf(graph, RelationClaim, 'relationId', id);
export const affiliationClaims = (graph: Graph, id: string) =>
  claimsOf(graph, AffiliationClaim, 'affiliationId', id);

/** Whether a record refers to something withdrawn, by the rules of its type. */
export const restsOnWithdrawn = {
  Claim: (graph: Graph, id: string): boolean => {
    const speakers = graph.by<Speaker>(Speaker, 'claimId', id);
    return [
      graph.one<Claim>(Claim, id)!.report,
      ...graph.by<Citation>(Citation, 'claimId', id).map(({ report }) => report),
      ...speakers.flatMap(({ source, report }) => [source, report]),
      ...graph.by<ClaimPlace>(ClaimPlace, 'claimId', id).map(({ location }) => location),
      ...graph.by<ClaimParty>(ClaimParty, 'claimId', id).map(({ faction }) => faction),
      ...graph.by<Quantity>(Quantity, 'claimId', id).map(({ of }) => of?.faction),
    ].some(gone);
  },
  Report: (graph: Graph, id: string): boolean => {
    const { publisher, reprintOf } = graph.one<Report>(Report, id)!;
    return [
      publisher,
      reprintOf,
      ...graph.by<ReportAuthor>(ReportAuthor, 'reportId', id).map(({ author }) => author),
    ].some(gone);
  },
  Location: (places: Places, id: string): boolean => places.ancestors(id).some(gone),
  FactionRelation: (graph: Graph, id: string): boolean => {
    const { from, to } = graph.one<FactionRelation>(FactionRelation, id)!;
    return gone(from) || gone(to) || relationClaims(graph, id).every(gone);
  },
  Affiliation: (graph: Graph, id: string): boolean => {
    const { source, toFaction, toSource } = graph.one<Affiliation>(Affiliation, id)!;
    return [source, toFaction, toSource].some(gone) || affiliationClaims(graph, id).every(gone);
  },
};

/** The comparator of a figure. */
export function comparator({ min, max, approximate }: Quantity): string {
  if (min !== null && max !== null)
    return min < max ? 'BETWEEN' : approximate ? 'ABOUT' : 'EXACTLY';
  if (min !== null) return 'AT_LEAST';
  return max === null ? 'ABOUT' : 'AT_MOST';
}
