import { isSdkError } from '@claimgraph/sdk';
import { useWritingWords } from '../words/writing.ts';

/** Why something was not written, or that nobody knows whether it was. */
export function NotWritten({ error }: { error: Error }) {
  const words = useWritingWords();
  const isUnknown = isSdkError(error) && error.outcome === 'UNKNOWN';
  return (
    <p role="alert" className="problem">
      <bdi>{error.message}</bdi> {isUnknown ? words.unknownOutcome : words.untouched}
    </p>
  );
}
