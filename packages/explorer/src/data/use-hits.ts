import type { RecordType, SearchQuery } from '@claimgraph/sdk/operations';
import { searchOptions } from '@claimgraph/sdk/react-query';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useDelayed } from '../parts/use-delayed.ts';
import { client } from './client.ts';

export type Hit = SearchQuery['search']['nodes'][number];

const typingPause = 180;

/** What a search finds while somebody types. */
export function useHits(text: string, types?: readonly RecordType[]): readonly Hit[] {
  const asked = useDelayed(useDeferredValue(text.trim()), typingPause);
  const { data } = useQuery({
    ...searchOptions(
      client,
      asked ? { text: asked, first: 8, ...(types && { types: [...types] }) } : skipToken,
    ),
    placeholderData: keepPreviousData,
  });
  return asked && text.trim() ? (data?.search.nodes ?? []) : [];
}
