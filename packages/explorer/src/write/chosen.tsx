import type { ReactNode } from 'react';
import { useWritingWords } from '../words/writing.ts';

interface ChosenProps {
  chosen: { readonly label: string };
  onRemove: () => void;
  children?: ReactNode;
}

/** A record that a field has, with a button that removes it. New ones say so. */
export function Chosen({ chosen, onRemove, children }: ChosenProps) {
  const words = useWritingWords();
  return (
    <span className="chosen-record">
      <bdi>{chosen.label}</bdi>
      {!('id' in chosen) && <span className="aside"> {words.isNew}</span>}
      <button type="button" aria-label={words.remove(chosen.label)} onClick={onRemove}>
        ×
      </button>
      {children}
    </span>
  );
}
