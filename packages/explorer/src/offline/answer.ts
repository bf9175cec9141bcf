import type { ClaimFilter } from '@claimgraph/sdk/operations';
import type { CaseData } from './case-data.ts';
import { matches } from './matches.ts';
import { findInCase } from './search.ts';
import { statisticsOf } from './statistics.ts';

/** The variables of the operations that the page sends. */
interface Variables {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly filter?: ClaimFilter | null;
  readonly by?: readonly string[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly name?: string;
  readonly text?: string;
  readonly types?: readonly string[] | null;
}

type Answerer = (saved: CaseData, variables: Variables) => unknown;

/** What a saved case answers, by the name of the operation. */
const answerers: Record<string, Answerer> = {
  CurrentViewer: () => ({ viewer: { name: 'anonymous', role: 'READER' } }),
  Claims: (saved, variables) => ({ claims: pageOf(claimsFor(saved, variables), variables) }),
  ClaimMarks: (saved, variables) => ({
    claims: pageOf(
      claimsFor(saved, variables).map(({ mark }) => mark),
      variables,
    ),
  }),
  ControlClaims: (saved, variables) => ({
    claims: pageOf(claimsFor(saved, variables), variables),
  }),
  FactionsOnOneSide: ({ factions, claims }, { ids = [] }) => {
    const byId = new Map<string, unknown>(claims.map((claim) => [claim.id, claim]));
    // A claim that is not part of the case is taken to be upheld, as its relation is shown.
    const upheld = { modality: 'ASSERTED', status: 'UNVERIFIED' };
    const nodes = factions
      .filter(({ id }) => ids.includes(id))
      .map((faction) => ({
        ...faction,
        relations: faction.relations.map((relation) => ({
          ...relation,
          claims: relation.claims.map(({ id }) => byId.get(id) ?? upheld),
        })),
      }));
    return { factions: { nodes } };
  },
  CountClaims: (saved, variables) => ({
    claims: { totalCount: claimsFor(saved, variables).length },
  }),
  ClaimStatistics: (saved, { filter, by }) => ({
    claimStats: statisticsOf(saved, filter ?? {}, by),
  }),
  ClaimById: ({ claims }, { id }) => one('claim', claims, id),
  ForAndAgainst: ({ claims }, { id }) => forAndAgainst(claims, id),
  ReportById: ({ reports }, { id }) => one('report', reports, id),
  ClaimsInReport: (saved, { id = '', ...variables }) => ({
    report: {
      claims: pageOf(
        claimsFor(saved, { filter: { report: { id: [id as `rpt_${string}`] } } }),
        variables,
      ),
    },
  }),
  SourceById: ({ sources }, { id }) => one('source', sources, id),
  FactionById: ({ factions }, { id }) => one('faction', factions, id),
  LocationById: ({ locations }, { id }) => one('location', locations, id),
  LocationsByName: ({ locations }, { name }) => ({
    locations: pageOf(
      locations.filter((each) => each.name === name),
      {},
    ),
  }),
  PlacesInside: ({ locations }, { id }) => ({
    location: {
      children: pageOf(
        locations.filter(({ parent }) => parent?.id === id),
        {},
      ),
    },
  }),
  AreaOutlines: ({ outlines }) => ({
    governorates: { nodes: outlines.governorates },
    districts: { nodes: outlines.districts },
  }),
  FindRecords: (saved, variables) => ({ search: pageOf(findInCase(saved, variables), variables) }),
};

const claimsFor = ({ claims }: CaseData, { filter }: Variables) =>
  claims.filter((claim) => matches(claim, filter ?? {}));

function one(name: string, records: readonly { id: string }[], id: string | undefined) {
  const record = records.find((each) => each.id === id);
  return record && { [name]: record };
}

function forAndAgainst(claims: CaseData['claims'], id: string | undefined) {
  const claim = claims.find((each) => each.id === id);
  if (!claim) return undefined;
  const linked = (...kinds: string[]) => claim.links.filter(({ kind }) => kinds.includes(kind));
  return {
    claim: {
      ...claim,
      supporting: linked('CORROBORATES', 'REFINES'),
      contradicting: linked('CONTRADICTS'),
      repeating: linked('REPEATS', 'SAME_EVENT'),
    },
  };
}

/** A page of a list. Cursors are positions. */
function pageOf<Node>(nodes: readonly Node[], { first, after }: Variables) {
  const start = Number(after ?? 0);
  const end = start + (first ?? 100);
  return {
    totalCount: nodes.length,
    nodes: nodes.slice(start, end),
    pageInfo: {
      ...{ hasPreviousPage: start > 0, startCursor: String(start) },
      ...{ hasNextPage: end < nodes.length, endCursor: String(Math.min(end, nodes.length)) },
    },
  };
}

/** Answers a GraphQL request from a saved case, as JSON. */
export function answerFromCase(saved: CaseData, body: string): string {
  const { operationName, variables } = JSON.parse(body) as {
    operationName: string;
    variables?: Variables;
  };
  const data = answerers[operationName]?.(saved, variables ?? {});
  if (data) return JSON.stringify({ data });
  const message = 'This is not part of the saved case.';
  return JSON.stringify({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
}
