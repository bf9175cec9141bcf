import { useEffect, useState } from 'react';
import { useLanguage } from '../words/language.ts';
import { useWritingWords } from '../words/writing.ts';
import { listDrafts, type StoredDraft } from './stored-draft.ts';

interface DraftListProps {
  /** The draft that is open. */
  openKey: string;
  onResume: (key: string) => void;
}

const readAll = () => listDrafts({ local: localStorage, session: sessionStorage });

/** Other drafts that this browser keeps, each with a way back to it. */
export function DraftList({ openKey, onResume }: DraftListProps) {
  const words = useWritingWords();
  const { number, moment } = useLanguage();
  const [drafts, setDrafts] = useState<readonly StoredDraft[]>(readAll);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another draft means another list
  useEffect(() => {
    const read = () => setDrafts(readAll());
    read();
    addEventListener('storage', read);
    return () => removeEventListener('storage', read);
  }, [openKey]);
  const others = drafts.filter(({ draft }) => draft.key !== openKey);
  if (others.length === 0) return null;
  return (
    <details className="drafts">
      <summary>{words.otherDrafts(number(others.length))}</summary>
      <ul className="links">
        {others.map(({ draft, editedAt }) => (
          <li key={draft.key}>
            <bdi>{draft.title.trim() || draft.body.trim().slice(0, 60) || words.untitled}</bdi>{' '}
            <span className="aside">{moment(editedAt)}</span>{' '}
            <button type="button" className="quiet" onClick={() => onResume(draft.key)}>
              {words.resume}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
