import { useWritingWords } from '../words/writing.ts';

interface AnswerLostProps {
  message?: string | undefined;
  /** Sends the same again with the same idempotency key, which the server knows for 24 hours. */
  onResend?: (() => void) | undefined;
  /** Lets the writer change what was sent. It may then be written twice. */
  onChange?: (() => void) | undefined;
}

/** The answer to a write was lost. Nobody knows whether it is written until it is sent again. */
export function AnswerLost({ message, onResend, onChange }: AnswerLostProps) {
  const words = useWritingWords();
  return (
    <div role="alert" className="trouble answer-lost">
      <p>
        <b>{words.answerLost}</b> {words.unknownOutcome} {message && <bdi>({message})</bdi>}
      </p>
      <p className="buttons">
        {onResend && (
          <button type="button" className="act" onClick={onResend}>
            {words.sendAgain}
          </button>
        )}{' '}
        {onChange && (
          <button type="button" className="quiet" onClick={onChange}>
            {words.changeAnyway}
          </button>
        )}
      </p>
    </div>
  );
}
