import type { FactionId, LocationId, ReportId, SourceId } from '@claimgraph/sdk/operations';
import type { CaseClaim } from '../offline/case-data.ts';

/** The records that claims name, each once: their reports, sources, factions, and places. */
export function recordIdsOf(claims: readonly CaseClaim[]) {
  const reports = new Set<ReportId>();
  const sources = new Set<SourceId>();
  const factions = new Set<FactionId>();
  const locations = new Set<LocationId>();
  for (const { report, citations, attributions, parties, quantities, mark } of claims) {
    reports.add(report.id);
    if (report.publisher) sources.add(report.publisher.id);
    for (const { report: cited } of citations) reports.add(cited.id);
    for (const { chain } of attributions) for (const { source } of chain) sources.add(source.id);
    for (const { faction } of parties) factions.add(faction.id);
    for (const { of } of quantities) if (of?.faction) factions.add(of.faction.id);
    for (const { location } of mark.places) {
      locations.add(location.id);
      for (const { id } of location.ancestors) locations.add(id);
    }
  }
  return {
    reports: [...reports],
    sources: [...sources],
    factions: [...factions],
    locations: [...locations],
  };
}
