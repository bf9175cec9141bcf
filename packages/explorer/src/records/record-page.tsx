import { isId } from '@claimgraph/sdk';
import type { ReactNode } from 'react';
import { ForRole } from '../access/for-role.tsx';
import { lazily } from '../parts/lazily.tsx';
import type { RecordId } from '../state/record-ids.ts';
import type { Selection } from '../state/selection.ts';
import { useSelectionLink } from '../state/use-selection.tsx';
import { useLanguage } from '../words/language.ts';
import { History } from './history.tsx';

interface RecordPageProps {
  id: RecordId;
  kicker: readonly (string | false | null | undefined)[];
  title: string;
  version: number;
  isWithdrawn: boolean;
  /** The selection in which this record is a condition. Undefined: it cannot be one. */
  narrow?: Partial<Selection>;
  children: ReactNode;
}

const JudgeRecord = lazily(() => import('../judge/judge-record.tsx'));

/** The frame of a place, a faction, a source or a report. */
export function RecordPage(props: RecordPageProps) {
  const { id, kicker, title, version, isWithdrawn, narrow, children } = props;
  const { words } = useLanguage();
  const link = useSelectionLink();
  const isSource = isId('src', id);
  const action = isSource ? `${words.rating}, ${words.withdrawing}` : words.withdrawing;
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
      <ForRole needed={isSource ? 'ANALYST' : 'EDITOR'} action={action}>
        <JudgeRecord key={id} id={id} version={version} isWithdrawn={isWithdrawn} />
      </ForRole>
      <History id={id} />
    </article>
  );
}
