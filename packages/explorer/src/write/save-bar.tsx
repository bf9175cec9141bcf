import { useState } from 'react';
import { useWritingWords } from '../words/writing.ts';

interface SaveBarProps {
  isKept: boolean;
  /** Whether the draft is kept only until the tab is closed. */
  isForSession: boolean;
  /** Whether it has to be, because it names a protected source. */
  mustBeForSession: boolean;
  isSaving: boolean;
  onPrivate: (isPrivate: boolean) => void;
  onDiscard: () => void;
}

/** Saves or discards the draft, and says how long it is kept. */
export function SaveBar(props: SaveBarProps) {
  const { isKept, isForSession, mustBeForSession, isSaving } = props;
  const { onPrivate, onDiscard } = props;
  const words = useWritingWords();
  const [isAsking, setIsAsking] = useState(false);
  const keptText = mustBeForSession
    ? words.keptForSession
    : isForSession
      ? words.keptForTab
      : words.kept;
  return (
    <footer className="save-bar">
      <button type="submit" className="act strong" disabled={isSaving}>
        {isSaving ? words.saving : words.save}
      </button>
      <span className={isKept ? 'aside' : 'problem'}>{isKept ? keptText : words.notKept}</span>
      {!mustBeForSession && (
        <label className="tick">
          <input
            type="checkbox"
            checked={isForSession}
            onChange={({ target }) => onPrivate(target.checked)}
          />{' '}
          {words.keepForTab}
        </label>
      )}
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
