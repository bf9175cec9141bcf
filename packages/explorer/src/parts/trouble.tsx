import { isSdkError } from '@claimgraph/sdk';
import { useLanguage } from '../words/language.ts';

/** Says what cannot be read, why, and offers to try again. */
export function Trouble({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { words } = useLanguage();
  return (
    <div role="alert" className="trouble">
      <p>
        {words.failed} <bdi>{error.message}</bdi>
        {isSdkError(error) && error.requestId && <code> {error.requestId}</code>}
      </p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
