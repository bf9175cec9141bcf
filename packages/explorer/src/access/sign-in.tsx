import { roles } from '@claimgraph/sdk/lists';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useLanguage } from '../words/language.ts';
import { forgetSession, hasDrafts, mayHavePrivateDrafts, removeDrafts } from './drafts.ts';
import { useOtherTabs } from './other-tabs.ts';
import { endSession, startSession } from './session.ts';
import { useViewer } from './use-viewer.ts';

/** Who has signed in and what they may do, with a way in or out. */
export function SignIn() {
  const { words, label } = useLanguage();
  const { name, role } = useViewer();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const tellOtherTabs = useOtherTabs(() => {
    removeDrafts(sessionStorage);
    void queries.resetQueries();
  });
  const leave = async (removesDrafts: boolean) => {
    const refusal = await endSession().catch((error: Error) => error.message);
    setProblem(refusal);
    if (refusal !== undefined) return;
    if (removesDrafts) removeDrafts(localStorage);
    // They name protected sources, or their writer wanted them to go with the session.
    removeDrafts(sessionStorage);
    forgetSession(localStorage);
    setIsAsking(false);
    tellOtherTabs();
    // What one viewer may see, the next one may not.
    await queries.resetQueries();
  };
  const hasPrivate = () => mayHavePrivateDrafts(localStorage, sessionStorage);
  const leaveOrAsk = () => {
    if (hasDrafts(localStorage) || hasPrivate()) setIsAsking(true);
    else void leave(false);
  };
  if (name)
    return (
      <span className="viewer">
        <span>
          <bdi>{name}</bdi> <span className="aside">{label(roles, role)}</span>
        </span>
        {isAsking ? (
          <>
            <button type="button" className="quiet problem" onClick={() => void leave(true)}>
              {words.signOutRemoving}
            </button>
            {hasDrafts(localStorage) && (
              <button type="button" className="quiet" onClick={() => void leave(false)}>
                {words.signOutKeeping}
              </button>
            )}
            <button type="button" className="quiet" onClick={() => setIsAsking(false)}>
              {words.stay}
            </button>
            {hasPrivate() && (
              <span className="aside" role="status">
                {words.privateDraftsGo}
              </span>
            )}
          </>
        ) : (
          <button type="button" className="quiet" onClick={leaveOrAsk}>
            {words.signOut}
          </button>
        )}
        {problem && (
          <span role="alert" className="problem">
            {words.notSignedOut} <bdi>{problem}</bdi>
          </span>
        )}
      </span>
    );
  return <KeyForm />;
}

/** Takes a key. It is sent once, and not stored by the page. */
function KeyForm() {
  const { words } = useLanguage();
  const queries = useQueryClient();
  const id = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const key = String(new FormData(form).get('key')).trim();
    const refusal = await startSession(key).catch((error: Error) => error.message);
    setProblem(refusal);
    if (refusal === undefined) await queries.resetQueries();
    else form.querySelector('input')?.select();
  };
  return (
    <details
      className="choice sign-in"
      ref={details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current) return;
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{words.signIn}</summary>
      <form className="panel" onSubmit={(event) => void submit(event)}>
        <label htmlFor={id}>{words.key}</label>
        <input
          id={id}
          name="key"
          type="password"
          autoComplete="off"
          dir="ltr"
          required
          aria-describedby={`${id}-hint`}
        />
        <button type="submit" className="act">
          {words.signIn}
        </button>
        <p id={`${id}-hint`} className="aside">
          {words.keyHint}
        </p>
        {problem && (
          <p role="alert" className="problem">
            <bdi>{problem}</bdi>
          </p>
        )}
      </form>
    </details>
  );
}
