import { type Issue, isSdkError } from '@claimgraph/sdk';
import { RecordReport, type RecordReportMutation } from '@claimgraph/sdk/operations';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../data/client.ts';
import { affiliationForm } from '../judge/affiliation-form.ts';
import { executeFor, rememberUnanswered } from '../judge/use-action.ts';
import { keepFor } from '../judge/use-kept.ts';
import { useWritingWords } from '../words/writing.ts';
import {
  affiliate,
  affiliationsOf,
  type Ids,
  type PendingAffiliation,
  withIds,
} from './affiliate.ts';
import type { Draft } from './draft.ts';
import { localProblems, withoutInput } from './local-problems.ts';
import { isDefinite, isUnanswered } from './not-written.tsx';
import { inputOf } from './to-input.ts';
import { forgetWriteKey, hashOf } from './write-key.ts';

/** What was recorded, and the affiliations that were not. */
export type SavedReport = RecordReportMutation['recordReport'] & {
  readonly unwritten: readonly (PendingAffiliation & {
    readonly reason: string;
    /** Whether its answer was lost: it may be recorded. */
    readonly isUnknown: boolean;
  })[];
};

/** Why a report was not saved. Without issues, the message says why. */
interface Failure {
  readonly issues: readonly Issue[];
  readonly message?: string;
}

/** What came of sending a draft. */
export type Outcome =
  | { readonly saved: SavedReport }
  /** The answer was lost, of this attempt or one before: it may be saved. */
  | 'unknown'
  | 'refused';

/** Saves a draft: all of the report and its claims, or nothing. Then their affiliations. */
export function useSave() {
  const words = useWritingWords();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<Failure>();
  /** Why the last attempt did not find out whether an earlier one was recorded. */
  const [doubt, setDoubt] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (draft: Draft): Promise<Outcome> => {
    setIsSaving(true);
    setFailure(undefined);
    setDoubt(undefined);
    try {
      const input = inputOf(draft);
      // The same draft is written once, however often it is sent.
      const idempotencyKey = `${draft.key}-${hashOf(JSON.stringify(input))}`;
      const { recordReport } = await client.execute(RecordReport, { input }, { idempotencyKey });
      const unwritten = await affiliateAll(affiliationsOf(draft, recordReport));
      await queries.invalidateQueries();
      return { saved: { ...recordReport, unwritten } };
    } catch (error) {
      if (isUnanswered(error) || (draft.isSent && !isDefinite(error))) {
        setDoubt(messageOf(error));
        return 'unknown';
      }
      setFailure(failureOf(error));
      return 'refused';
    } finally {
      setIsSaving(false);
    }
  };
  /** Says what the page itself finds wrong with a draft. True: nothing. */
  const check = (draft: Draft): boolean => {
    const issues = localProblems(draft, words);
    setFailure(issues.length ? { issues } : undefined);
    return issues.length === 0;
  };
  return { save, check, isSaving, failure, doubt };
}

/** Records affiliations one by one. @returns those that were not recorded, each with the reason. */
async function affiliateAll(pending: readonly PendingAffiliation[]) {
  const unwritten: SavedReport['unwritten'][number][] = [];
  const ids: Ids = new Map();
  for (const each of pending) {
    // The page of the claim has the same form, and so the same idempotency keys.
    const form = affiliationForm(each.claimId, each.index);
    const { claimId, affiliation } = each;
    try {
      await affiliate(executeFor(form), { claimId, affiliation: withIds(affiliation, ids) }, ids);
      forgetWriteKey(localStorage, form);
    } catch (error) {
      // The page of the claim offers to record it again.
      keepFor(form, withIds(affiliation, ids));
      const isUnknown = isUnanswered(error);
      if (isUnknown) rememberUnanswered(form);
      unwritten.push({ ...each, isUnknown, reason: messageOf(error) });
    }
  }
  return unwritten;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function failureOf(error: unknown): Failure {
  if (!isSdkError(error)) return { issues: [], message: String(error) };
  const issues = withoutInput(error.issues);
  return { issues, ...(issues.length === 0 && { message: error.message }) };
}
