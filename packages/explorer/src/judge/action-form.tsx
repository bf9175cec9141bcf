import { isSdkError } from '@claimgraph/sdk';
import { type ReactNode, useState } from 'react';
import { useWritingWords } from '../words/writing.ts';
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
  onRationale: (text: string) => void;
  /** Whether enough was said in addition to the reason. */
  isReady?: boolean;
  write: (execute: Execute) => Promise<unknown>;
  /** Called once it is written. */
  onDone: () => void;
  children?: ReactNode;
}

/** An action on a record, with its reason, which stays in the history. */
export function ActionForm(props: ActionFormProps) {
  const {
    name,
    title,
    hint,
    rationale,
    onRationale,
    isReady = true,
    write,
    onDone,
    children,
  } = props;
  const words = useWritingWords();
  const { send, isSending, error } = useAction(name);
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
          <fieldset className="whole" disabled={isSending}>
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
          </fieldset>
          {error && <NotWritten error={error} />}
        </form>
      </ProblemsContext>
    </details>
  );
}
