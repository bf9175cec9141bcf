import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { restore } from '../records/restore.ts';
import { rowsOf } from '../records/rows.ts';
import { findAgain } from '../reports/reanchor.ts';
import { Report } from '../reports/report.entity.ts';
import { conflict } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';
import { quotableBodyKinds } from './anchor.ts';
import { Claim } from './claim.entity.ts';

/**
 * Restores a claim. Its report may have changed since the claim was withdrawn, so the passage is
 * located again.
 * @throws Refusal as `restore` does; CONFLICT if the report no longer has the passage.
 */
export const restoreClaim = (
  tx: Tx,
  id: string,
  expectedVersion: number,
  rationale: string,
): Promise<RecordKey> => restore(tx, 'Claim', id, expectedVersion, rationale, findPassageAgain);

/**
 * Locates the passage of a claim again, because its report or the text of that has changed.
 * @throws Refusal CONFLICT if the report does not have the passage.
 */
export async function findPassageAgain(tx: Tx, key: string): Promise<void> {
  const { manager } = tx;
  const { passage, reportId } = await manager.findOneByOrFail(Claim, { id: key });
  if (!passage?.quote) return;
  const report = await manager.findOneByOrFail(Report, { id: reportId });
  const [claimId, reportName] = [idOf('Claim', key), idOf('Report', reportId)];
  const isQuotation = passage.directSpeech && passage.in === 'BODY';
  if (isQuotation && !quotableBodyKinds.includes(report.bodyKind ?? ''))
    throw conflict(
      ['id'],
      `${claimId} quotes the body of ${reportName} as the speaker’s own words, which the body is ` +
        'not. Change the report first, or create a new claim.',
    );
  const offsets = findAgain(passage, report);
  if (!offsets)
    throw conflict(
      ['id'],
      `The passage of ${claimId} is not in ${reportName}. Change the report first, or ` +
        'create a new claim.',
    );
  if (offsets.start !== passage.start)
    await rowsOf(tx, Claim).update([{ id: key, passage: offsets }]);
}
