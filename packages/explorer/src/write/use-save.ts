import { type Issue, isSdkError } from '@claimgraph/sdk';
import { RecordReport, type RecordReportMutation } from '@claimgraph/sdk/operations';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { useWritingWords } from '../words/writing.ts';
import type { Draft } from './draft.ts';
import { localProblems, withoutInput } from './local-problems.ts';
import { inputOf } from './to-input.ts';
import type { Unchosen } from './unchosen.ts';
import { hashOf } from './write-key.ts';

export type SavedReport = RecordReportMutation['recordReport'];

/** Why a report was not saved. Without issues, the message says why. */
interface Failure {
  readonly issues: readonly Issue[];
  readonly message?: string;
  /** The answer was lost: it may be saved. */
  readonly isUnknown?: boolean;
}

/** Saves a draft: all of it, or nothing. */
export function useSave() {
  const words = useWritingWords();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (
    draft: Draft,
    unchosen: Iterable<Unchosen>,
  ): Promise<SavedReport | undefined> => {
    const issues = localProblems(draft, words, unchosen);
    setFailure(issues.length ? { issues } : undefined);
    if (issues.length) return undefined;
    setIsSaving(true);
    try {
      const input = inputOf(draft);
      // The same draft is written once, however often it is sent.
      const idempotencyKey = `${draft.key}-${hashOf(JSON.stringify(input))}`;
      const { recordReport } = await client.execute(RecordReport, { input }, { idempotencyKey });
      await queries.invalidateQueries();
      return recordReport;
    } catch (error) {
      setFailure(failureOf(error));
      return undefined;
    } finally {
      setIsSaving(false);
    }
  };
  return { save, isSaving, failure };
}

function failureOf(error: unknown): Failure {
  if (!isSdkError(error)) return { issues: [], message: String(error) };
  const issues = withoutInput(error.issues);
  return {
    issues,
    ...(issues.length === 0 && { message: error.message }),
    ...(error.outcome === 'UNKNOWN' && { isUnknown: true }),
  };
}
