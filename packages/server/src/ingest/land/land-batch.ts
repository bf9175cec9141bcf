import type pg from 'pg';
import { Batch } from '../batch.ts';
import type { SourceRow } from '../format.ts';
import { type BatchResult, storeBatchResult } from '../import-run.ts';
import { reasonOfRefusal } from '../refusal-reason.ts';
import { addCounts, noCounts } from '../report.ts';
import { FaultyRows } from './faulty-rows.ts';
import { type Landing, land } from './land.ts';
import { truncateStagingTables } from './staging-tables.ts';
import { problemOfConflict } from './store-conflicts.ts';

type StageRow = (row: SourceRow, batch: Batch) => void;

/**
 * Lands a batch and stores its result with the run, in one transaction. In a dry run the caller has
 * opened a transaction and rolls it back.
 */
export async function landBatch(
  client: pg.ClientBase,
  batch: Batch,
  landing: Landing,
  stage: StageRow,
  position: number,
  dryRun: boolean,
): Promise<BatchResult> {
  if (!dryRun) await client.query('begin');
  try {
    const result: BatchResult = { counts: noCounts(), problems: [] };
    const refused = batch.problems.filter((problem) => problem.refused).length;
    addCounts(result.counts, {
      rowsRead: batch.rows.length + refused,
      rowsImported: batch.rows.length,
      rowsRefused: refused,
    });
    for (const { kind } of batch.problems) addCounts(result.counts, { problems: { [kind]: 1 } });
    await landOrSplit(client, batch, landing, stage, result);
    await storeBatchResult(client, landing.runId, position, result);
    if (!dryRun) await client.query('commit');
    return result;
  } catch (error) {
    if (!dryRun) await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * SQLSTATE classes of errors that are about the rows rather than the server: 22 data exceptions,
 * 23 constraint violations, CG Claimgraph's own.
 */
const isAboutRows = (error: unknown): boolean =>
  /^(22|23|CG)/.test((error as { code?: string }).code ?? '');

/**
 * Lands a batch. Rows that break a constraint are left out, and the rest is staged again. If the
 * database refuses a batch for something else, it is halved until the faulty rows are found.
 */
async function landOrSplit(
  client: pg.ClientBase,
  batch: Batch,
  landing: Landing,
  stage: StageRow,
  result: BatchResult,
): Promise<void> {
  const landPart = async (rows: readonly SourceRow[]) => {
    if (rows.length === 0) return;
    const part = new Batch(landing.format.writes, landing.format.exact);
    for (const row of rows) part.stageRow(row, () => stage(row, part));
    await landOrSplit(client, part, landing, stage, result);
  };
  await client.query('savepoint part');
  try {
    const { counts, older, unplaced, conflicts } = await land(client, batch, landing);
    await client.query(`release savepoint part; ${truncateStagingTables(landing.tables)}`);
    addCounts(result.counts, counts);
    const isKnown = landing.release !== '';
    const kind = isKnown ? 'OLDER_RELEASE' : 'UNKNOWN_RELEASE';
    for (const { line, release } of older) {
      addCounts(result.counts, { problems: { [kind]: 1 } });
      result.problems.push({
        kind,
        line,
        column: null,
        value: null,
        reason:
          `Release ${release} already describes this. ` +
          (isKnown
            ? 'An older release never overwrites it.'
            : 'Nothing says whether this file is newer: name its release with --release.'),
        refused: false,
      });
    }
    for (const { line, code, area } of unplaced) {
      addCounts(result.counts, { problems: { NO_PARENT: 1 } });
      result.problems.push({
        kind: 'NO_PARENT',
        line,
        column: null,
        value: code,
        reason:
          'Neither the row nor the code says for certain which larger unit this one lies in. ' +
          `It was put into ${area ?? 'none'}.`,
        refused: false,
      });
    }
    addCounts(result.counts, { conflicts: conflicts.length });
    result.problems.push(...conflicts.map(problemOfConflict));
  } catch (error) {
    const [first, ...rest] = batch.rows;
    if (!first || !(error instanceof FaultyRows || isAboutRows(error))) throw error;
    await client.query('rollback to savepoint part; release savepoint part');
    if (error instanceof FaultyRows) {
      for (const [position, fault] of error.faults)
        refuseRow(batch.rows[position] ?? first, reasonOfRefusal(fault), result);
      return landPart(batch.rows.filter((_, position) => !error.faults.has(position)));
    }
    if (rest.length === 0) return refuseRow(first, reasonOfRefusal(error), result);
    const half = Math.ceil(batch.rows.length / 2);
    await landPart(batch.rows.slice(0, half));
    await landPart(batch.rows.slice(half));
  }
}

function refuseRow({ line, raw }: SourceRow, reason: string, result: BatchResult): void {
  result.problems.push({
    kind: 'REFUSED',
    line,
    column: null,
    value: raw.slice(0, 200),
    reason,
    refused: true,
  });
  addCounts(result.counts, { rowsImported: -1, rowsRefused: 1, problems: { REFUSED: 1 } });
}
