import { isSdkError } from '@claimgraph/sdk';
import { useLanguage } from '../words/language.ts';

/** Says what cannot be read, why, and offers to try again. */
export function Trouble({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { words } = useLanguage();
  const isUnreachable = isSdkError(error) && error.kind === 'network';
  return (
    <div role="alert" className="trouble">
      <p>
        <b>{words.failed}</b> {isUnreachable && words.unreachable}
      </p>
      <p className="aside">
        <bdi>{error.message}</bdi>
        {isSdkError(error) && error.requestId && <code> {error.requestId}</code>}
      </p>
      {onRetry && (
        <button type="button" className="act" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
