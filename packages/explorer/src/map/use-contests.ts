import { type DataOf, pages } from '@claimgraph/sdk';
import { graphql } from '@claimgraph/sdk/graphql';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { type Contests, contestsOf } from './contested.ts';
import { readCoalitions } from './read-coalitions.ts';

/** The most claims about control that are compared. */
const maxControls = 1_000;

const ControlClaims = graphql(
  `query ControlClaims($filter: ClaimFilter, $first: Int, $after: String) {
    claims(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        modality status
        occurred { earliest latest extent approximate uncertain }
        places { role location { id label } }
        parties { role faction { id name } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);

const none: Contests = new Map();

/** Places whose control is contested by the claims that a filter finds. */
export function useContests(filter: ClaimFilter): { contests: Contests; isTooMany: boolean } {
  const { data } = useQuery({
    queryKey: ['contests', JSON.stringify(filter)],
    queryFn: ({ signal }) => readContests(filter, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return data ?? { contests: none, isTooMany: false };
}

async function readContests(filter: ClaimFilter, signal: AbortSignal) {
  const ofControl: ClaimFilter = {
    kind: ['TERRITORIAL_CONTROL'],
    party: { role: ['CONTROLLER'] },
  };
  const variables = { filter: { and: [filter, ofControl] }, first: 100 };
  const claims: DataOf<typeof ControlClaims>['claims']['nodes'][number][] = [];
  for await (const page of pages(client, ControlClaims, (data) => data.claims, variables, {
    signal,
  })) {
    if (page.totalCount > maxControls) return { contests: none, isTooMany: true };
    claims.push(...page.nodes);
  }
  const factions = claims.flatMap(({ parties }) => parties.map(({ faction }) => faction.id));
  const areAllied = await readCoalitions(factions, signal);
  return { contests: contestsOf(claims, areAllied), isTooMany: false };
}
