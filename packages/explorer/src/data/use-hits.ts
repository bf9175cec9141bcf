import type { DataOf } from '@claimgraph/sdk';
import { graphql } from '@claimgraph/sdk/graphql';
import type { RecordType } from '@claimgraph/sdk/operations';
import { queryOptions } from '@claimgraph/sdk/react-query';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useDelayed } from '../parts/use-delayed.ts';
import { client } from './client.ts';

/** What a search shows of each record, and how a source that it finds is protected. */
const FindRecords = graphql(
  `query FindRecords($text: String!, $types: [RecordType!]) {
    search(text: $text, types: $types, first: 8) {
      nodes { rule label name { text } record { __typename id ... on Source { protection } } }
    }
  }`,
);

export type Hit = DataOf<typeof FindRecords>['search']['nodes'][number];

const typingPause = 180;

/** What a search finds while somebody types. */
export function useHits(text: string, types?: readonly RecordType[]): readonly Hit[] {
  const asked = useDelayed(useDeferredValue(text.trim()), typingPause);
  const { data } = useQuery({
    ...queryOptions(
      client,
      FindRecords,
      asked ? { text: asked, ...(types && { types: [...types] }) } : skipToken,
    ),
    placeholderData: keepPreviousData,
  });
  return asked && text.trim() ? (data?.search.nodes ?? []) : [];
}
