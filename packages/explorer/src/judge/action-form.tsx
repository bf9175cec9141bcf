import { isSdkError } from '@claimgraph/sdk';
import { type ReactNode, useState } from 'react';
import { useWritingWords } from '../words/writing.ts';
import { withoutInput } from '../write/local-problems.ts';
import { ProblemsContext } from '../write/problems.tsx';
import { TextField } from '../write/text-field.tsx';
import { useAction } from './use-action.ts';

interface ActionFormProps {
  title: string;
  hint?: string;
  rationale: string;
  onRationale: (text: string) => void;
  /** Whether enough was said in addition to the reason. */
  isReady?: boolean;
  write: () => Promise<unknown>;
  /** Called once it is written. */
  onDone: () => void;
  children?: ReactNode;
}

/** An action on a record, with its reason, which stays in the history. */
export function ActionForm(props: ActionFormProps) {
  const { title, hint, rationale, onRationale, isReady = true, write, onDone, children } = props;
  const words = useWritingWords();
  const { send, isSending, error } = useAction();
  const [isDone, setIsDone] = useState(false);
  const issues = isSdkError(error) ? withoutInput(error.issues) : [];
  const submit = async () => {
    setIsDone(false);
    if (!(await send(write))) return;
    onDone();
    setIsDone(true);
  };
  return (
    <details className="action">
      <summary>{title}</summary>
      <ProblemsContext value={issues}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {hint && <p className="aside">{hint}</p>}
          {children}
          <TextField
            label={words.rationale}
            at={['rationale']}
            value={rationale}
            hint={words.rationaleHint}
            rows={2}
            onChange={onRationale}
          />
          <p>
            <button
              type="submit"
              className="act"
              disabled={isSending || !rationale.trim() || !isReady}
            >
              {isSending ? words.saving : title}
            </button>{' '}
            <span role="status">{isDone && words.done}</span>
          </p>
          {error && (
            <p role="alert" className="problem">
              <bdi>{error.message}</bdi> {words.untouched}
            </p>
          )}
        </form>
      </ProblemsContext>
    </details>
  );
}
