import { useState } from 'react';
import { useWritingWords } from '../words/writing.ts';

interface SaveBarProps {
  isKept: boolean;
  isSaving: boolean;
  onDiscard: () => void;
}

/** Saves or discards the draft, and says that it is kept. */
export function SaveBar({ isKept, isSaving, onDiscard }: SaveBarProps) {
  const words = useWritingWords();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <footer className="save-bar">
      <button type="submit" className="act strong" disabled={isSaving}>
        {isSaving ? words.saving : words.save}
      </button>
      <span className={isKept ? 'aside' : 'problem'}>{isKept ? words.kept : words.notKept}</span>
      {isAsking ? (
        <>
          <button
            type="button"
            className="quiet problem"
            onClick={() => {
              setIsAsking(false);
              onDiscard();
            }}
          >
            {words.discardSure}
          </button>
          <button type="button" className="quiet" onClick={() => setIsAsking(false)}>
            {words.keep}
          </button>
        </>
      ) : (
        <button type="button" className="quiet" onClick={() => setIsAsking(true)}>
          {words.discard}
        </button>
      )}
    </footer>
  );
}
