import { isSdkError } from '@claimgraph/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { isDefinite, isUnanswered } from '../write/not-written.tsx';
import { forgetWriteKey, writeKey } from '../write/write-key.ts';

/** Sends an operation. The same content is written once, however often it is sent. */
export type Execute = typeof client.execute;

/** An execution whose writes have the idempotency keys of a form. */
export const executeFor = (form: string) =>
  ((operation: { name: string }, variables: unknown) => {
    const idempotencyKey = writeKey(localStorage, form, [operation.name, variables]);
    return (client.execute as (...args: unknown[]) => Promise<unknown>)(operation, variables, {
      idempotencyKey,
    });
  }) as Execute;

const unansweredItem = (form: string): string => `claimgraph unanswered ${form}`;

/** What was sent and not answered is remembered, also if the page is left meanwhile. */
export function rememberUnanswered(form: string): void {
  try {
    localStorage.setItem(unansweredItem(form), 'sent');
  } catch {
    // The browser has no room. It is remembered as long as the page.
  }
}

export const forgetUnanswered = (form: string): void =>
  localStorage.removeItem(unansweredItem(form));

/** Sends the writes of a form, and reads everything again once one has succeeded. */
export function useAction(form: string) {
  const queries = useQueryClient();
  const [error, setError] = useState<Error>();
  const [isSending, setIsSending] = useState(false);
  const [isUnknown, setIsUnknown] = useState(
    () => localStorage.getItem(unansweredItem(form)) !== null,
  );
  const answer = () => {
    forgetUnanswered(form);
    setIsUnknown(false);
  };
  const send = async (write: (execute: Execute) => Promise<unknown>): Promise<boolean> => {
    setIsSending(true);
    setError(undefined);
    rememberUnanswered(form);
    try {
      await write(executeFor(form));
      forgetWriteKey(localStorage, form);
      answer();
      await queries.invalidateQueries();
      return true;
    } catch (caught) {
      setError(caught instanceof Error ? caught : new Error(String(caught)));
      if (isUnanswered(caught)) setIsUnknown(true);
      // Whether the attempt before was recorded, such a refusal does not say.
      else if (!isUnknown || isDefinite(caught)) answer();
      // Somebody else has changed it: the form shows what is recorded now.
      if (isSdkError(caught) && caught.kind === 'conflict') await queries.invalidateQueries();
      return false;
    } finally {
      setIsSending(false);
    }
  };
  return {
    send,
    isSending,
    error,
    /** Whether something was sent and its answer was lost. */
    isUnknown: isUnknown && !isSending,
    /** Lets the writer go on as if nothing had been sent. */
    giveUp: () => {
      setError(undefined);
      answer();
    },
  };
}
