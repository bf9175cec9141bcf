import { graphql } from '@claimgraph/sdk/graphql';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from './client.ts';
import type { ClaimEvent } from './events.ts';
import { eventsByPlace, eventsByTime } from './summaries.ts';

const ClaimOverview = graphql(
  `query ClaimOverview($filter: ClaimFilter) {
    places: claimMarks(filter: $filter, by: [PLACE]) {
      truncated
      marks { location { id label kind } lat lon geoPrecision modality count }
    }
    times: claimMarks(filter: $filter, by: [TIME]) {
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

/** The overview of what a filter finds, in one request. Null: nothing is to be read. */
export function useOverview(filter: ClaimFilter | null): Overview | undefined {
  const { data } = useQuery({
    queryKey: ['overview', JSON.stringify(filter)],
    queryFn: filter
      ? ({ signal }) => client.execute(ClaimOverview, { filter }, { signal })
      : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return useMemo(
    () =>
      data && {
        byPlace: eventsByPlace(data.places.marks),
        byTime: eventsByTime(data.times.marks),
        isTruncated: data.places.truncated || data.times.truncated,
      },
    [data],
  );
}
