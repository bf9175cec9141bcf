import { createClient, type SdkError } from '@claimgraph/sdk';
import { claimsInfiniteOptions, createSourceMutation } from '@claimgraph/sdk/react-query';
import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
} from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { runProgram } from '../sdk-program.mjs';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: SdkError;
  }
}

const url: string = import.meta.env.VITE_API;
const client = createClient({ url });

function LatestClaims() {
  const claims = useInfiniteQuery(claimsInfiniteOptions(client, { first: 10 }));
  const save = useMutation(createSourceMutation(client));
  if (claims.error) return <p>{claims.error.kind}</p>;
  const nodes = claims.data?.pages.flatMap((page) => page.claims.nodes) ?? [];
  const input = { kind: 'PERSON', names: [{ text: 'A reader', kind: 'PRIMARY' }] } as const;
  return (
    <>
      <ul>
        {nodes.map(({ id, statement }) => (
          <li key={id}>{statement}</li>
        ))}
      </ul>
      <button type="button" onClick={() => claims.fetchNextPage()}>
        more
      </button>
      <button type="button" onClick={() => save.mutate({ input })}>
        save
      </button>
      <output>{save.data?.createSource.source.name ?? save.error?.kind}</output>
    </>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <LatestClaims />
    </QueryClientProvider>
  </StrictMode>,
);
document.title = await runProgram(url);
