import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Moves the focus into an item that was just added to a list: to its first field.
 * @returns the ref of the list, and what to call once an item is added
 */
export function useFocusAdded<List extends HTMLElement>(
  itemSelector: string,
): [RefObject<List | null>, () => void] {
  const list = useRef<List>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (!added) return;
    const item = [...(list.current?.querySelectorAll(itemSelector) ?? [])].at(-1);
    item?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [added, itemSelector]);
  return [list, () => setAdded((before) => before + 1)];
}
