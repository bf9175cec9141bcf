import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { claimsInfiniteOptions } from '@claimgraph/sdk/react-query';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useLanguage } from '../words/language.ts';
import { ClaimItem } from './claim-item.tsx';

/** The claims that a filter finds, the latest first, page by page. */
export function ClaimList({ filter }: { filter: ClaimFilter }) {
  const { words } = useLanguage();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    claimsInfiniteOptions(client, { filter, first: 20 }),
  );
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  const claims = data.pages.flatMap((page) => page.claims.nodes);
  if (claims.length === 0)
    return (
      <p className="empty">
        {words.none} <span className="aside">{words.noneHint}</span>
      </p>
    );
  return (
    <>
      <ol className="claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimItem claim={claim} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? words.loading : words.more}
        </button>
      )}
    </>
  );
}

/** Where claims will be, so that nothing moves when they arrive. */
function ListSkeleton() {
  const { words } = useLanguage();
  return (
    <div className="skeleton" role="status" aria-label={words.loading}>
      {[0, 1, 2, 3].map((line) => (
        <div key={line} />
      ))}
    </div>
  );
}
