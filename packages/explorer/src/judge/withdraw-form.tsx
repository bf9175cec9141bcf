import { isId } from '@claimgraph/sdk';
import {
  RestoreClaim,
  RestoreFaction,
  RestoreLocation,
  RestoreReport,
  RestoreSource,
  WithdrawClaim,
  WithdrawFaction,
  WithdrawLocation,
  WithdrawReport,
  WithdrawSource,
} from '@claimgraph/sdk/operations';
import { client } from '../data/client.ts';
import type { RecordId } from '../state/record-ids.ts';
import { useWritingWords } from '../words/writing.ts';
import { ActionForm } from './action-form.tsx';
import { useKept } from './use-kept.ts';

interface WithdrawFormProps {
  id: RecordId;
  version: number;
  isWithdrawn: boolean;
}

const untouched = { rationale: '' };

/** Withdraws a record, or restores one that is withdrawn, with the reason. */
export function WithdrawForm({ id, version, isWithdrawn }: WithdrawFormProps) {
  const words = useWritingWords();
  const { value, change, clear } = useKept(`withdraw ${id}`, untouched);
  const { rationale } = value;
  return (
    <ActionForm
      key={String(isWithdrawn)}
      title={isWithdrawn ? words.restore : words.withdraw}
      hint={isWithdrawn ? words.restoreHint : words.withdrawHint}
      rationale={rationale}
      onRationale={(text) => change({ rationale: text })}
      write={() => (isWithdrawn ? restore : withdraw)(id, { expectedVersion: version, rationale })}
      onDone={clear}
    />
  );
}

interface Reason {
  expectedVersion: number;
  rationale: string;
}

async function withdraw(id: RecordId, reason: Reason): Promise<unknown> {
  if (isId('clm', id)) return client.execute(WithdrawClaim, { id, ...reason });
  if (isId('rpt', id)) return client.execute(WithdrawReport, { id, ...reason });
  if (isId('src', id)) return client.execute(WithdrawSource, { id, ...reason });
  if (isId('fac', id)) return client.execute(WithdrawFaction, { id, ...reason });
  return isId('loc', id) && client.execute(WithdrawLocation, { id, ...reason });
}

async function restore(id: RecordId, reason: Reason): Promise<unknown> {
  if (isId('clm', id)) return client.execute(RestoreClaim, { id, ...reason });
  if (isId('rpt', id)) return client.execute(RestoreReport, { id, ...reason });
  if (isId('src', id)) return client.execute(RestoreSource, { id, ...reason });
  if (isId('fac', id)) return client.execute(RestoreFaction, { id, ...reason });
  return isId('loc', id) && client.execute(RestoreLocation, { id, ...reason });
}
