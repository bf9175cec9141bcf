import type { Tx } from '../history/write.ts';
import { restoreReferencedReports, withdrawUnreferencedReports } from '../reports/unreferenced.ts';
import type { OpenConflict } from './import-conflict.take.ts';

/**
 * Restores reports that imports withdrew and to which a taken value refers, and withdraws those
 * that imports made and to which nothing refers after the choice.
 */
export async function replaceOfferedReports(
  tx: Tx,
  conflicts: readonly OpenConflict[],
): Promise<void> {
  const query = (text: string, values: unknown[]) => tx.manager.query(text, values);
  for (const format of new Set(conflicts.map((each) => each.format))) {
    const ids = conflicts.filter((each) => each.format === format).flatMap(offeredIds);
    await restoreReferencedReports(query, ids);
    // Reports in an export of a ledger do not depend on the claims in them.
    if (format === 'jsonl') continue;
    const rationale =
      'A person chose another report in an import conflict, and nothing refers to this one any ' +
      `more (${format}).`;
    await withdrawUnreferencedReports(query, { format, rationale, by: tx.by }, ids);
  }
}

/** The ids of the records in what TAKE writes. */
const offeredIds = ({ rows }: OpenConflict): string[] =>
  JSON.stringify(rows).match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
