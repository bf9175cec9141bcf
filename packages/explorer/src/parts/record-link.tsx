import type { ReactNode } from 'react';
import type { RecordId } from '../state/record-ids.ts';
import { useSelectionLink } from '../state/use-selection.tsx';

/** A link that opens a record in the reading column. */
export function RecordLink({ id, children }: { id: RecordId; children: ReactNode }) {
  const link = useSelectionLink();
  return (
    <a
      className="record-link"
      {...link({ open: id, day: undefined, task: undefined, compare: undefined })}
    >
      <bdi>{children}</bdi>
    </a>
  );
}
