import { useEffect, useState } from 'react';
import { notePrivateDrafts } from '../access/drafts.ts';
import { readKept, shownOf, storeKept, typedAfter } from './kept.ts';

const storages = { local: localStorage, session: sessionStorage };

/** Where this browser keeps what is typed in a form. */
export const keptItem = (name: string): string => `claimgraph draft ${name}`;

/** Keeps something for a form that is not open, as if it had been typed there. */
export const keepFor = (name: string, value: object): void =>
  storeKept(storages, keptItem(name), value);

/** The name of a form, and those of further ones like it for which something is kept. */
export const keptNames = (name: string): string[] => [
  name,
  ...Object.values(storages)
    .flatMap((items) => Object.keys(items))
    .filter((key) => key.startsWith(`${keptItem(name)} `))
    .map((key) => key.slice(keptItem('').length))
    .sort(),
];

/**
 * State that this browser keeps until it is cleared, so that nothing typed is lost. As long as
 * nothing is typed, it is the initial value, also when that changes.
 */
export function useKept<Value extends object>(name: string, initial: Value) {
  const key = keptItem(name);
  const [typed, setTyped] = useState(() => readKept<Value>(storages, key));
  useEffect(() => {
    storeKept(storages, key, typed);
    notePrivateDrafts(localStorage, sessionStorage);
  }, [key, typed]);
  useEffect(() => {
    // Each change is stored at once, so that the forms of several tabs have the same text.
    const onStorage = (event: StorageEvent) => {
      if (event.key === key) setTyped(readKept<Value>(storages, key));
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, [key]);
  return {
    value: shownOf(typed, initial) ?? initial,
    change: (changes: Partial<Value>) =>
      setTyped((now) => typedAfter(shownOf(now, initial), initial, changes)),
    clear: () => {
      // The form may have gone while its answer came.
      storeKept(storages, key, undefined);
      setTyped(undefined);
    },
  };
}
