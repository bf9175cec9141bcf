import { createClient, type DataOf } from '@claimgraph/sdk';
import type { ClaimsAtPlace, LocationId } from '@claimgraph/sdk/operations';
import { claimsAtPlaceInfiniteOptions, locationsOptions } from '@claimgraph/sdk/react-query';
import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

const client = createClient({ url: '/graphql' });

type Claim = NonNullable<DataOf<typeof ClaimsAtPlace>['location']>['claims']['nodes'][number];

/** One claim: never that it is so, always that somebody said so. */
function Said({ claim }: { claim: Claim }) {
  const [heard] = claim.attributions;
  return (
    <li>
      {claim.statement}
      <small>
        {heard?.chain.map(({ source }) => source.name).join(' → ')}, {claim.modality.toLowerCase()};{' '}
        {claim.occurred?.edtf ?? 'undated'}
      </small>
    </li>
  );
}

function Claims({ place }: { place: LocationId }) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(
    claimsAtPlaceInfiniteOptions(client, { id: place, first: 10 }),
  );
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p>…</p>;
  return (
    <>
      <ol>
        {data.pages.flatMap(({ location }) =>
          location?.claims.nodes.map((claim) => <Said key={claim.id} claim={claim} />),
        )}
      </ol>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          More
        </button>
      )}
    </>
  );
}

/** Daraa governorate, by its OCHA P-code. */
function Page() {
  const { data, error } = useQuery(
    locationsOptions(client, { filter: { externalId: { system: 'ocha-pcode', value: 'SY12' } } }),
  );
  const [place] = data?.locations.nodes ?? [];
  if (error) return <p role="alert">{error.message}</p>;
  if (!place) return <p>{data ? 'There is no such place.' : '…'}</p>;
  return (
    <>
      <h1>What is said about {place.label}</h1>
      <Claims place={place.id} />
    </>
  );
}

createRoot(document.querySelector('#root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <Page />
  </QueryClientProvider>,
);
