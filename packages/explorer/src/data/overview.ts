import { graphql } from '@claimgraph/sdk/graphql';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { queryOptions } from '@claimgraph/sdk/react-query';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from './client.ts';
import type { ClaimEvent } from './events.ts';
import { eventsByPlace, eventsByTime } from './summaries.ts';

const MarksByPlace = graphql(
  `query MarksByPlace($filter: ClaimFilter) {
    claimMarks(filter: $filter, by: [PLACE]) {
      truncated
      marks { location { id label kind } lat lon geoPrecision modality count }
    }
  }`,
);

const MarksByTime = graphql(
  `query MarksByTime($filter: ClaimFilter) {
    claimMarks(filter: $filter, by: [TIME]) {
      truncated
      marks { earliest latest extent isInferred isVague modality count }
    }
  }`,
);

/** Claims that are too many to read one by one, counted by place and by time. */
export interface Overview {
  readonly byPlace: readonly ClaimEvent[];
  readonly byTime: readonly ClaimEvent[];
  /** Signs with few events are left out. */
  readonly isTruncated: boolean;
}

/** The overview of what a filter finds. Null: nothing is to be read. */
export function useOverview(filter: ClaimFilter | null): Overview | undefined {
  const options = { placeholderData: keepPreviousData, staleTime: 60_000 };
  const variables = filter ? { filter } : skipToken;
  // Two requests, so that no answer is larger than 1 MB.
  const places = useQuery({ ...queryOptions(client, MarksByPlace, variables), ...options }).data;
  const times = useQuery({ ...queryOptions(client, MarksByTime, variables), ...options }).data;
  return useMemo(
    () =>
      places &&
      times && {
        byPlace: eventsByPlace(places.claimMarks.marks),
        byTime: eventsByTime(times.claimMarks.marks),
        isTruncated: places.claimMarks.truncated || times.claimMarks.truncated,
      },
    [places, times],
  );
}
