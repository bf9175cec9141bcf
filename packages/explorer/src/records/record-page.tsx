import type { ReactNode } from 'react';
import type { RecordId } from '../state/record-ids.ts';
import type { Selection } from '../state/selection.ts';
import { useSelectionLink } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { History } from './history.tsx';

interface RecordPageProps {
  id: RecordId;
  kicker: readonly (string | false | null | undefined)[];
  title: string;
  /** The selection in which this record is a condition. Undefined: it cannot be one. */
  narrow?: Partial<Selection>;
  children: ReactNode;
}

/** The frame of a place, a faction, a source or a report. */
export function RecordPage({ id, kicker, title, narrow, children }: RecordPageProps) {
  const { words } = useLanguage();
  const link = useSelectionLink();
  return (
    <article className="record">
      <p className="kicker">{kicker.filter(Boolean).join(' · ')}</p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {narrow && (
        <p>
          <a className="aside" {...link(narrow)}>
            {words.narrow}
          </a>
        </p>
      )}
      {children}
      <History id={id} />
    </article>
  );
}
