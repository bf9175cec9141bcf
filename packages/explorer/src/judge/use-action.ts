import { isSdkError } from '@claimgraph/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** Sends a write, and reads everything again once it has succeeded. */
export function useAction() {
  const queries = useQueryClient();
  const [error, setError] = useState<Error>();
  const [isSending, setIsSending] = useState(false);
  const send = async (write: () => Promise<unknown>): Promise<boolean> => {
    setIsSending(true);
    setError(undefined);
    try {
      await write();
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
