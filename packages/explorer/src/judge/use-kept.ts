import { useEffect, useState } from 'react';
import { storeKept, typedAfter } from './kept.ts';

/**
 * State that this browser keeps until it is cleared, so that nothing typed is lost. As long as
 * nothing is typed, it is the initial value, also when that changes.
 */
export function useKept<Value extends object>(name: string, initial: Value) {
  const key = `claimgraph draft ${name}`;
  const [typed, setTyped] = useState<Value | undefined>(() => read(key));
  useEffect(() => storeKept(localStorage, key, typed), [key, typed]);
  return {
    value: typed ?? initial,
    change: (changes: Partial<Value>) => setTyped((now) => typedAfter(now, initial, changes)),
    clear: () => setTyped(undefined),
  };
}

function read<Value>(key: string): Value | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null) ?? undefined;
  } catch {
    return undefined;
  }
}
