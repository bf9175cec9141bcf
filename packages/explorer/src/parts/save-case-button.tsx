import type { ClaimFilter } from '@claimgraph/sdk/operations';
import { useState } from 'react';
import { saveCase } from '../out/save-case.ts';
import { useLanguage } from '../words/language.ts';

interface SaveCaseButtonProps {
  filter: ClaimFilter;
  /** How many claims there are. */
  total: number;
}

/** The most claims of a saved case: more would make a file that opens slowly. */
const maxClaims = 1_000;

/** Saves what is shown as one file that opens without a server. */
export function SaveCaseButton({ filter, total }: SaveCaseButtonProps) {
  const { words, number } = useLanguage();
  const [state, setState] = useState<'idle' | 'saving' | Error>('idle');
  const isTooLarge = total > maxClaims;
  const save = async () => {
    // The button stays usable, so that everybody can learn why nothing is saved.
    if (isTooLarge) return setState(new Error(words.caseTooLarge(number(maxClaims))));
    setState('saving');
    try {
      await saveCase(filter);
      setState('idle');
    } catch (error) {
      setState(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <>
      <button
        type="button"
        className="quiet"
        disabled={state === 'saving' || total === 0}
        title={words.caseHint}
        onClick={() => void save()}
      >
        <span aria-live="polite">{state === 'saving' ? words.savingCase : words.saveCase}</span>
      </button>
      {state instanceof Error && (
        <span role="alert" className="problem">
          <bdi>{state.message}</bdi>
        </span>
      )}
    </>
  );
}
