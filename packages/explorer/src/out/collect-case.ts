import { pages } from '@claimgraph/sdk';
import { type ClaimFilter, ClaimStatistics } from '@claimgraph/sdk/operations';
import { client } from '../data/client.ts';
import type { ClaimMark } from '../data/mark.ts';
import { ClaimMarks } from '../data/marks.ts';
import { AreaOutlines } from '../map/area-outlines.ts';
import { readLand } from '../map/land.ts';
import {
  type CaseClaim,
  CaseClaims,
  type CaseData,
  CaseFactions,
  CaseLinks,
  CaseLocations,
  CaseReports,
  CaseSources,
} from '../offline/case-data.ts';
import { inParts } from './in-parts.ts';
import { pageAddress } from './page-address.ts';
import { recordIdsOf } from './record-ids-of.ts';

const pageSize = 50;

/** Reads everything that a saved case needs: what this viewer may read, and nothing else. */
export async function collectCase(filter: ClaimFilter): Promise<CaseData> {
  const [claims, { claimStats }, outlines, land] = await Promise.all([
    collectClaims(filter),
    client.execute(ClaimStatistics, { filter }),
    client.execute(AreaOutlines, {}),
    readLand(),
  ]);
  const ids = recordIdsOf(claims);
  const [reports, sources, factions, locations] = await Promise.all([
    inParts(
      ids.reports,
      async (part) => (await client.execute(CaseReports, { ids: part })).reports.nodes,
    ),
    inParts(
      ids.sources,
      async (part) => (await client.execute(CaseSources, { ids: part })).sources.nodes,
    ),
    inParts(
      ids.factions,
      async (part) => (await client.execute(CaseFactions, { ids: part })).factions.nodes,
    ),
    inParts(
      ids.locations,
      async (part) => (await client.execute(CaseLocations, { ids: part })).locations.nodes,
    ),
  ]);
  return {
    savedAt: new Date().toISOString(),
    savedFrom: pageAddress(location.href),
    ...{ claims, reports, sources, factions, locations, land },
    outlines: {
      governorates: outlines.governorates.nodes,
      districts: outlines.districts.nodes,
    },
    statistics: claimStats,
  };
}

async function collectClaims(filter: ClaimFilter): Promise<CaseClaim[]> {
  const variables = { filter, first: pageSize };
  const links = new Map<string, CaseClaim['links']>();
  const marks = new Map<string, ClaimMark>();
  const claims: Omit<CaseClaim, 'mark'>[] = [];
  for await (const page of pages(client, CaseLinks, (data) => data.claims, variables))
    for (const claim of page.nodes) links.set(claim.id, claim.links);
  for await (const page of pages(client, ClaimMarks, (data) => data.claims, variables))
    for (const mark of page.nodes) marks.set(mark.id, mark);
  for await (const page of pages(client, CaseClaims, (data) => data.claims, variables))
    for (const claim of page.nodes) claims.push({ ...claim, links: links.get(claim.id) ?? [] });
  // A claim that was recorded between the requests has no mark yet. It is left to the next save.
  return claims.flatMap((claim) => {
    const mark = marks.get(claim.id);
    return mark ? [{ ...claim, mark }] : [];
  });
}
