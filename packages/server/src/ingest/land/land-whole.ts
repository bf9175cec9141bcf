import type pg from 'pg';
import { Batch } from '../batch.ts';
import type { SourceRow } from '../format.ts';
import { type BatchResult, noteBatch } from '../import-progress.ts';
import { addCounts, noCounts } from '../report.ts';
import { type Landing, land } from './land.ts';

type Stage = (row: SourceRow, batch: Batch) => void;

/** A batch and its entry in the ledger: both, or neither. In a dry run a transaction is open already, and stays so. */
export async function landWhole(
  client: pg.ClientBase,
  batch: Batch,
  landing: Landing,
  stage: Stage,
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
    await landParts(client, batch, landing, stage, result);
    await noteBatch(client, landing.runId, position, result);
    if (!dryRun) await client.query('commit');
    return result;
  } catch (error) {
    if (!dryRun) await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Classes of PostgreSQL's errors that are about what is written, not about how the server fares: data, constraints, our own. */
const aboutRows = /^(22|23|CG)/;

/** What the database refuses is halved until the row is found that it refuses; the others come in. */
async function landParts(
  client: pg.ClientBase,
  batch: Batch,
  landing: Landing,
  stage: Stage,
  result: BatchResult,
): Promise<void> {
  await client.query('savepoint part');
  try {
    const { counts, older } = await land(client, batch, landing);
    await client.query(
      `release savepoint part; truncate ${landing.shapes.map(({ table }) => `stage_${table}`).join(', ')}, stage_record, stage_row, stage_resolved, stage_skip`,
    );
    addCounts(result.counts, { ...counts, problems: { OLDER_RELEASE: older.length } });
    if (older.length === 0) delete result.counts.problems.OLDER_RELEASE;
    for (const { line, release } of older) {
      const reason = `Release ${release} spoke of this already; an older one never overwrites a newer.`;
      result.problems.push({
        kind: 'OLDER_RELEASE',
        line,
        column: null,
        value: null,
        reason,
        refused: false,
      });
    }
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!aboutRows.test(code) || batch.rows.length === 0) throw error;
    await client.query('rollback to savepoint part; release savepoint part');
    if (batch.rows.length === 1) return refuse(batch.rows[0]!, message, result);
    const half = Math.ceil(batch.rows.length / 2);
    for (const rows of [batch.rows.slice(0, half), batch.rows.slice(half)]) {
      const part = new Batch(landing.writes, landing.exact);
      for (const row of rows) part.add(row, () => stage(row, part));
      await landParts(client, part, landing, stage, result);
    }
  }
}

function refuse({ line, raw }: SourceRow, message: string, result: BatchResult): void {
  result.problems.push({
    kind: 'REFUSED',
    line,
    column: null,
    value: raw.slice(0, 200),
    reason: message,
    refused: true,
  });
  addCounts(result.counts, { rowsImported: -1, rowsRefused: 1, problems: { REFUSED: 1 } });
}
