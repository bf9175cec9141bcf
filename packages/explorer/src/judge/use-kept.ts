import { useEffect, useState } from 'react';

/** State that this browser keeps until it is cleared, so that nothing typed is lost. */
export function useKept<Value extends object>(name: string, initial: Value) {
  const key = `claimgraph draft ${name}`;
  const [value, setValue] = useState<Value>(() => read(key) ?? initial);
  useEffect(() => {
    try {
      if (JSON.stringify(value) === JSON.stringify(initial)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // The browser has no room. What was typed is still in the form.
    }
  }, [key, value, initial]);
  const change = (changes: Partial<Value>) => setValue((before) => ({ ...before, ...changes }));
  return { value, change, clear: () => setValue(initial) };
}

function read<Value>(key: string): Value | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null) ?? undefined;
  } catch {
    return undefined;
  }
}
