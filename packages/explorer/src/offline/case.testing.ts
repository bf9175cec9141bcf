import { markOf } from '../data/mark.testing.ts';
import type { CaseClaim, CaseData } from './case-data.ts';

interface ClaimParts {
  id: string;
  kind?: string;
  modality?: string;
  status?: string;
  speaker?: string;
  earliest?: string;
  latest?: string;
  places?: readonly string[];
  sameAs?: string;
  controller?: string;
}

/** A claim of a saved case. Tests need only some of what a claim has. */
export function caseClaim(said: ClaimParts): CaseClaim {
  const { id, kind = 'LOOTING', modality = 'ASSERTED', status = 'UNVERIFIED', places = [] } = said;
  const { speaker = 'baker', earliest = null, latest = null, sameAs, controller } = said;
  const claim = {
    ...{ id: `clm_${id}`, statement: `Claim ${id}`, kind, modality, status },
    attributions: [{ chain: [{ source: { id: `src_${speaker}`, name: speaker } }] }],
    parties: controller ? [{ role: 'CONTROLLER', faction: { id: controller } }] : [],
    ...{ links: [], citations: [], quantities: [], passage: null },
    report: { id: 'rpt_1', title: 'A report' },
    occurred: earliest || latest ? { earliest, latest } : null,
    mark: {
      ...markOf({ modality }),
      id: `clm_${id}`,
      places: places.map((place) => ({ location: { id: `loc_${place}`, ancestors: [] } })),
      links: sameAs ? [{ from: { id: `clm_${id}` }, to: { id: `clm_${sameAs}` } }] : [],
    },
  };
  // Only what the tests look at is there.
  return claim as unknown as CaseClaim;
}

/** A saved case with these claims. */
export const caseWith = (...claims: ClaimParts[]): CaseData => ({
  savedAt: '2026-01-01T00:00:00Z',
  savedFrom: 'http://localhost:4000/',
  claims: claims.map(caseClaim),
  ...{ reports: [], sources: [], factions: [], locations: [], land: null },
  outlines: { governorates: [], districts: [] },
  statistics: { total: 99, leftOut: 0, fears: 0, truncated: false, buckets: [] },
});
