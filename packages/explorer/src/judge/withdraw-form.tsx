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
import { useEffect } from 'react';
import type { RecordId } from '../state/record-ids.ts';
import { useWritingWords } from '../words/writing.ts';
import { ActionForm } from './action-form.tsx';
import { type Execute, forgetUnanswered } from './use-action.ts';
import { useKept } from './use-kept.ts';

interface WithdrawFormProps {
  id: RecordId;
  version: number;
  isWithdrawn: boolean;
}

const untouched = { rationale: '' };

/** Withdraws a record, or restores one that is withdrawn, with the reason. */
export const WithdrawForm = (props: WithdrawFormProps) => (
  <OneWay key={String(props.isWithdrawn)} {...props} />
);

function OneWay({ id, version, isWithdrawn }: WithdrawFormProps) {
  const words = useWritingWords();
  const name = `${isWithdrawn ? 'restore' : 'withdraw'} ${id}`;
  const { value, change, clear } = useKept(name, untouched);
  const { rationale } = value;
  // What is recorded now answers what was sent before.
  useEffect(() => forgetUnanswered(`${isWithdrawn ? 'withdraw' : 'restore'} ${id}`));
  return (
    <ActionForm
      name={name}
      title={isWithdrawn ? words.restore : words.withdraw}
      hint={isWithdrawn ? words.restoreHint : words.withdrawHint}
      rationale={rationale}
      onRationale={(text) => change({ rationale: text })}
      write={(execute) =>
        (isWithdrawn ? restore : withdraw)(execute, id, { expectedVersion: version, rationale })
      }
      onDone={clear}
    />
  );
}

interface Reason {
  expectedVersion: number;
  rationale: string;
}

async function withdraw(execute: Execute, id: RecordId, reason: Reason): Promise<unknown> {
  if (isId('clm', id)) return execute(WithdrawClaim, { id, ...reason });
  if (isId('rpt', id)) return execute(WithdrawReport, { id, ...reason });
  if (isId('src', id)) return execute(WithdrawSource, { id, ...reason });
  if (isId('fac', id)) return execute(WithdrawFaction, { id, ...reason });
  return isId('loc', id) && execute(WithdrawLocation, { id, ...reason });
}

async function restore(execute: Execute, id: RecordId, reason: Reason): Promise<unknown> {
  if (isId('clm', id)) return execute(RestoreClaim, { id, ...reason });
  if (isId('rpt', id)) return execute(RestoreReport, { id, ...reason });
  if (isId('src', id)) return execute(RestoreSource, { id, ...reason });
  if (isId('fac', id)) return execute(RestoreFaction, { id, ...reason });
  return isId('loc', id) && execute(RestoreLocation, { id, ...reason });
}
