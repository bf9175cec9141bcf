// React with TanStack Query: each query of the SDK has options for `useQuery`, each list also
// options for `useInfiniteQuery`. Data and errors are typed.

import { createClient } from '@claimgraph/sdk';
import { formatChain, formatFuzzyDate, formatQuantity } from '@claimgraph/sdk/format';
import type { ClaimCardFragment, LocationId } from '@claimgraph/sdk/operations';
import {
  claimsAtPlaceInfiniteOptions,
  claimsOptions,
  locationsOptions,
} from '@claimgraph/sdk/react-query';
import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

const client = createClient({ url: '/graphql' });

/** One hook is a whole query. */
function LatestClaims() {
  const { data, error } = useQuery(claimsOptions(client, { first: 10 }));
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <ol>
      {data?.claims.nodes.map((claim) => (
        <Claim key={claim.id} claim={claim} />
      ))}
    </ol>
  );
}

/** A claim with its speakers. It says what a source said, never that it is true. */
function Claim({ claim }: { claim: ClaimCardFragment }) {
  return (
    <li>
      {claim.statement}
      <small>
        {claim.attributions.map(({ chain }) => formatChain(chain)).join('; ')},{' '}
        {claim.modality.toLowerCase()}; {formatFuzzyDate(claim.occurred)}
        {claim.quantities.map((figure) => (
          <span key={figure.id}>
            ; {words(figure.measure)}: {formatQuantity(figure)}
          </span>
        ))}
      </small>
    </li>
  );
}

const words = (constant: string) => constant.toLowerCase().replaceAll('_', ' ');

/** A long list, page by page. */
function ClaimsAt({ place }: { place: LocationId }) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(
    claimsAtPlaceInfiniteOptions(client, { id: place, first: 10 }),
  );
  if (error) return <p role="alert">{error.message}</p>;
  const claims = data?.pages.flatMap(({ location }) => location?.claims.nodes ?? []);
  return (
    <>
      <ol>
        {claims?.map((claim) => (
          <Claim key={claim.id} claim={claim} />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          More
        </button>
      )}
    </>
  );
}

/** One query that needs the result of another: a place by its OCHA P-code, then its claims. */
function Daraa() {
  const { data, error } = useQuery(
    locationsOptions(client, { filter: { externalId: { system: 'ocha-pcode', value: 'SY12' } } }),
  );
  if (error) return <p role="alert">{error.message}</p>;
  const [place] = data?.locations.nodes ?? [];
  return (
    place && (
      <>
        <h2>Claims about {place.label}</h2>
        <ClaimsAt place={place.id} />
      </>
    )
  );
}

createRoot(document.querySelector('#root')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <h1>Latest claims</h1>
    <LatestClaims />
    <Daraa />
  </QueryClientProvider>,
);
