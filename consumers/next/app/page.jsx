import { SdkError } from '@claimgraph/sdk';
import { ClaimById } from '@claimgraph/sdk/operations';
import { claimsOptions } from '@claimgraph/sdk/react-query';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { Claims } from './claims.jsx';
import { client } from './client.js';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const queryClient = new QueryClient();
  await queryClient.prefetchQuery(claimsOptions(client, { first: 3 }));
  const id = 'clm_01900000-0000-7000-8000-000000000000';
  const { errors } = await client.result(ClaimById, { id }, { init: { next: { revalidate: 1 } } });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Claims />
      <output>{errors?.[0] instanceof SdkError && errors[0].kind}</output>
    </HydrationBoundary>
  );
}
