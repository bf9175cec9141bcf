import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { addressOf, readAddress } from './address.ts';
import { emptySelection, formatSelection, parseSelection, type Selection } from './selection.ts';

interface SelectionState {
  readonly selection: Selection;
  /** Changes the selection, and adds it to the history of the browser. */
  change(changes: Partial<Selection>): void;
}

const SelectionContext = createContext<SelectionState>({
  selection: emptySelection,
  change: () => undefined,
});

/** The one selection that map, timeline, list and records share. It is read from the address. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [selection, setSelection] = useState(() => parseSelection(readAddress()));
  useEffect(() => {
    const read = () => setSelection(parseSelection(readAddress()));
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  const state = useMemo(
    () => ({
      selection,
      change: (changes: Partial<Selection>) => {
        const next = { ...selection, ...changes };
        history.pushState(null, '', addressOf(formatSelection(next)));
        setSelection(next);
      },
    }),
    [selection],
  );
  return <SelectionContext value={state}>{children}</SelectionContext>;
}

export const useSelection = (): SelectionState => useContext(SelectionContext);

/** The properties of a link to another selection. A click with a modifier opens a tab, as ever. */
export function useSelectionLink() {
  const { selection, change } = useSelection();
  return (changes: Partial<Selection>) => ({
    href: addressOf(formatSelection({ ...selection, ...changes })),
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      change(changes);
    },
  });
}
