import { isSdkError } from '@claimgraph/sdk';
import { useWritingWords } from '../words/writing.ts';

/** Why something was not written. */
export function NotWritten({ error }: { error: Error }) {
  const words = useWritingWords();
  return (
    <p role="alert" className="problem">
      <bdi>{error.message}</bdi> {words.untouched}
    </p>
  );
}

/** Whether an answer was lost, so that the write may have been carried out. */
export const isUnanswered = (error: unknown): boolean =>
  isSdkError(error) && error.outcome === 'UNKNOWN';

/**
 * Whether a failure also says that an earlier attempt was not recorded. A server that is busy, or
 * does not know the sender, has not looked.
 */
export const isDefinite = (error: unknown): boolean =>
  isSdkError(error) && /^(badInput|conflict|notFound)$/.test(error.kind);
