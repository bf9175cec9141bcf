import { isId } from '@claimgraph/sdk';
import { ForRole } from '../access/for-role.tsx';
import type { RecordId } from '../state/record-ids.ts';
import { useWritingWords } from '../words/writing.ts';
import { RateForm } from './rate-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

interface JudgeRecordProps {
  id: RecordId;
  version: number;
  isWithdrawn: boolean;
}

/** What can be done with a place, a faction, a source or a report, by those who may. */
export default function JudgeRecord({ id, version, isWithdrawn }: JudgeRecordProps) {
  const words = useWritingWords();
  return (
    <section className="judging" aria-labelledby="judging">
      <h2 id="judging">{words.judge}</h2>
      {isId('src', id) && !isWithdrawn && (
        <ForRole needed="ANALYST" action={words.rate}>
          <RateForm id={id} />
        </ForRole>
      )}
      <ForRole needed="EDITOR" action={isWithdrawn ? words.restore : words.withdraw}>
        <WithdrawForm id={id} version={version} isWithdrawn={isWithdrawn} />
      </ForRole>
    </section>
  );
}
