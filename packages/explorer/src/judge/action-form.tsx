import { isSdkError } from '@claimgraph/sdk';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWritingWords } from '../words/writing.ts';
import { AnswerLost } from '../write/answer-lost.tsx';
import { withoutInput } from '../write/local-problems.ts';
import { NotWritten } from '../write/not-written.tsx';
import { ProblemsContext } from '../write/problems.tsx';
import { TextField } from '../write/text-field.tsx';
import { type Execute, useAction } from './use-action.ts';

interface ActionFormProps {
  /** The name of this form, apart from those of all other actions and records. */
  name: string;
  title: string;
  hint?: string;
  rationale: string;
  /** Left out: the action takes no reason. */
  onRationale?: (text: string) => void;
  /** Whether enough was said in addition to the reason. */
  isReady?: boolean;
  write: (execute: Execute) => Promise<unknown>;
  /** Called once it is written. */
  onDone: () => void;
  /** Whether it is open at first. */
  isOpen?: boolean;
  children?: ReactNode;
}

/** An action on a record, with its reason, which stays in the history. */
export function ActionForm(props: ActionFormProps) {
  const { name, title, hint, rationale, onRationale, write, onDone, children } = props;
  const { isReady = true, isOpen } = props;
  const words = useWritingWords();
  const { send, isSending, error, isUnknown, giveUp } = useAction(name);
  const [isDone, setIsDone] = useState(false);
  const summary = useRef<HTMLElement>(null);
  // The form has taken the place of the summary that was opened, and its focus.
  useEffect(() => {
    if (isOpen) summary.current?.focus();
  }, [isOpen]);
  const issues = isSdkError(error) ? withoutInput(error.issues) : [];
  const canSend = !isSending && isReady && (!onRationale || rationale.trim() !== '');
  const submit = async () => {
    setIsDone(false);
    if (!(await send(write))) return;
    onDone();
    setIsDone(true);
  };
  return (
    <details className="action" open={isOpen}>
      <summary ref={summary}>{title}</summary>
      <ProblemsContext value={issues}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (canSend && !isUnknown) void submit();
          }}
        >
          <fieldset className="whole" disabled={isSending || isUnknown}>
            {hint && <p className="aside">{hint}</p>}
            {children}
            {onRationale && (
              <TextField
                label={words.rationale}
                at={['rationale']}
                value={rationale}
                hint={words.rationaleHint}
                rows={2}
                onChange={onRationale}
              />
            )}
            <p>
              <button type="submit" className="act" disabled={!canSend}>
                {isSending ? words.saving : title}
              </button>{' '}
              <span role="status">{isDone && words.done}</span>
            </p>
          </fieldset>
          {isUnknown ? (
            <AnswerLost
              message={error?.message}
              onResend={canSend ? () => void submit() : undefined}
              onChange={giveUp}
            />
          ) : (
            error && <NotWritten error={error} />
          )}
        </form>
      </ProblemsContext>
    </details>
  );
}
