import { importConflictsInfiniteOptions } from '@claimgraph/sdk/react-query';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSelectionLink } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { ConflictItem } from './conflict-item.tsx';

/** Import conflicts that are open, oldest first. They are decided one by one. */
export default function ReviewView() {
  const words = useWritingWords();
  const { words: page, number } = useLanguage();
  const link = useSelectionLink();
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    importConflictsInfiniteOptions(client, { first: 20 }),
  );
  const conflicts = data?.pages.flatMap(({ importConflicts }) => importConflicts.nodes);
  const total = data?.pages[0]?.importConflicts.totalCount ?? 0;
  return (
    <main className="writing" id="reading">
      <p>
        <a {...link({ task: undefined })}>{page.back}</a>
      </p>
      <h1>
        {words.review} {total > 0 && <span className="aside">{number(total)}</span>}
      </h1>
      <p className="aside">{words.reviewHint}</p>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p role="status">{page.loading}</p>}
      {conflicts?.length === 0 && <p className="empty">{words.noConflicts}</p>}
      {conflicts?.map((conflict) => (
        <ConflictItem key={conflict.id} conflict={conflict} />
      ))}
      {hasNextPage && (
        <button type="button" className="more" onClick={() => void fetchNextPage()}>
          {words.more}
        </button>
      )}
    </main>
  );
}
