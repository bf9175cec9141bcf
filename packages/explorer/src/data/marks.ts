import { pages } from '@claimgraph/sdk';
import { graphql } from '@claimgraph/sdk/graphql';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from './client.ts';
import type { ClaimMark } from './mark.ts';

/** The most claims that map and timeline read one by one. More are counted by the server. */
export const maxMarks = 2_000;

export const ClaimMarks = graphql(
  `query ClaimMarks($filter: ClaimFilter, $first: Int, $after: String) {
    claims(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        id statement kind modality status
        occurred { edtf earliest latest extent basis approximate uncertain }
        places {
          role geoPrecision
          point { lat lon }
          location {
            id label kind geoPrecision
            point { lat lon }
            ancestors { id kind point { lat lon } }
          }
        }
        links(kinds: [SAME_EVENT, REPEATS]) { from { id } to { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);

/** Claims for map and timeline. */
export interface Marks {
  claims: readonly ClaimMark[];
  /** How many claims match. If they are more than {@link maxMarks}, none is here. */
  total: number;
  /** More pages are on their way. */
  isPartial: boolean;
}

const none: Marks = { claims: [], total: 0, isPartial: true };

/** The claims that a filter finds, the latest first. They arrive page by page. */
export function useMarks(filter: ClaimFilter): { marks: Marks; error: Error | null } {
  const [arrived, setArrived] = useState<{ key: string; marks: Marks }>();
  const key = JSON.stringify(filter);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['marks', key],
    queryFn: ({ signal }) => readMarks(filter, signal, (marks) => setArrived({ key, marks })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const isWaiting = isPlaceholderData || !data;
  const marks = isWaiting && arrived?.key === key ? arrived.marks : data;
  return { marks: marks ?? none, error };
}

async function readMarks(
  filter: ClaimFilter,
  signal: AbortSignal,
  show: (marks: Marks) => void,
): Promise<Marks> {
  let marks = none;
  const variables = { filter, first: 100 };
  for await (const page of pages(client, ClaimMarks, (data) => data.claims, variables, {
    signal,
  })) {
    const isTooMany = page.totalCount > maxMarks;
    const claims = isTooMany ? [] : [...marks.claims, ...page.nodes];
    const isPartial = page.pageInfo.hasNextPage && !isTooMany;
    marks = { claims, total: page.totalCount, isPartial };
    if (!isPartial) break;
    show(marks);
  }
  return { ...marks, isPartial: false };
}
