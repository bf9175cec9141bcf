import type { Issue } from '@claimgraph/sdk';
import { createContext, useContext, useEffect, useId } from 'react';

/** Text in a field for a record that names no record yet. */
export interface Unchosen {
  readonly at: Issue['path'];
  readonly text: string;
}

/** What is typed in the pickers of a form and not chosen, by picker. */
export const UnchosenContext = createContext<Map<string, Unchosen>>(new Map());

/** Reports text to the form that would be lost if it were saved now. Empty: there is none. */
export function useUnchosen(at: Issue['path'], text: string): void {
  const unchosen = useContext(UnchosenContext);
  const id = useId();
  useEffect(() => {
    if (text) unchosen.set(id, { at, text });
    return () => {
      unchosen.delete(id);
    };
  }, [unchosen, id, at, text]);
}
