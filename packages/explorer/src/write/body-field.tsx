import { useId, useRef, useState } from 'react';
import { useWritingWords } from '../words/writing.ts';
import { selectedWords } from './anchor.ts';
import type { Draft } from './draft.ts';
import { Problems, problemsId, useProblems } from './problems.tsx';

interface BodyFieldProps {
  draft: Draft;
  /** The number of the claim that gets the selected words. */
  claimNumber: string;
  onChange: (changes: Partial<Draft>) => void;
  onPassage: (passage: { quote: string; start: number }) => void;
}

const shownLength = 120;

/** The text of a report. Words that are selected in it become the passage of a claim. */
export function BodyField({ draft, claimNumber, onChange, onPassage }: BodyFieldProps) {
  const words = useWritingWords();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState<{ quote: string; start: number }>();
  const isWrong = useProblems(['report', 'body']).length > 0;
  const read = () => {
    const { current } = area;
    if (current)
      setSelected(selectedWords(current.value, current.selectionStart, current.selectionEnd));
  };
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{words.body}</label>
        <textarea
          id={id}
          ref={area}
          className="body-text"
          rows={16}
          dir={draft.body ? 'auto' : undefined}
          value={draft.body}
          placeholder={words.bodyHint}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? problemsId(['report', 'body']) : undefined}
          onChange={({ target }) => {
            onChange({ body: target.value });
            setSelected(undefined);
          }}
          onSelect={read}
        />
        <Problems at={['report', 'body']} />
      </div>
      <div className="selected-words">
        <p className="aside" aria-live="polite">
          {selected ? (
            <>
              {words.selected}: <bdi>{shorten(selected.quote)}</bdi>
            </>
          ) : (
            words.nothingSelected
          )}
        </p>
        <button
          type="button"
          className="act"
          disabled={!selected}
          onClick={() => selected && onPassage(selected)}
        >
          {words.useSelection(claimNumber)}
        </button>
      </div>
    </>
  );
}

const shorten = (text: string): string =>
  text.length <= shownLength ? text : `${text.slice(0, shownLength)} …`;
