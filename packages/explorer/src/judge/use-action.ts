import { isSdkError } from '@claimgraph/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { forgetWriteKey, writeKey } from '../write/write-key.ts';

/** Sends an operation. The same content is written once, however often it is sent. */
export type Execute = typeof client.execute;

/** Sends the writes of a form, and reads everything again once one has succeeded. */
export function useAction(form: string) {
  const queries = useQueryClient();
  const [error, setError] = useState<Error>();
  const [isSending, setIsSending] = useState(false);
  const execute = ((operation: { name: string }, variables: unknown) => {
    const idempotencyKey = writeKey(localStorage, form, [operation.name, variables]);
    return (client.execute as (...args: unknown[]) => Promise<unknown>)(operation, variables, {
      idempotencyKey,
    });
  }) as Execute;
  const send = async (write: (execute: Execute) => Promise<unknown>): Promise<boolean> => {
    setIsSending(true);
    setError(undefined);
    try {
      await write(execute);
      forgetWriteKey(localStorage, form);
      await queries.invalidateQueries();
      return true;
    } catch (caught) {
      setError(caught instanceof Error ? caught : new Error(String(caught)));
      // Somebody else has changed it: the form shows what is recorded now.
      if (isSdkError(caught) && caught.kind === 'conflict') await queries.invalidateQueries();
      return false;
    } finally {
      setIsSending(false);
    }
  };
  return { send, isSending, error };
}
