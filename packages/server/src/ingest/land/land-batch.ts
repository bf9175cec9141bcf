import type pg from 'pg';
import type { KnownIdentities } from '../../identity/known-identities.ts';
import { cutText } from '../../values/cut-text.ts';
import { Batch } from '../batch.ts';
import type { SourceRow } from '../format.ts';
import { type BatchResult, storeBatchResult } from '../import-run.ts';
import { type Problem, RowRefused, repeatedId } from '../problem.ts';
import { reasonOfRefusal } from '../refusal-reason.ts';
import { addCounts, noCounts } from '../report.ts';
import { FaultyRows } from './faulty-rows.ts';
import { type Landing, land } from './land.ts';
import { noteSubjects } from './repeated-rows.ts';
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
    await landOnce(client, batch, landing, stage, result);
    const { known } = landing;
    if (known) {
      redactProblems(batch.problems, known);
      redactProblems(result.problems, known);
    }
    for (const { kind } of issuesOfImported(batch, result))
      addCounts(result.counts, { problems: { [kind]: 1 } });
    await storeBatchResult(client, landing.runId, position, result);
    // The end of the transaction empties the staging tables.
    await client.query(dryRun ? truncateStagingTables(landing.tables) : 'commit');
    return result;
  } catch (error) {
    if (!dryRun) await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Removes the names of protected sources: reports of imports are stored. */
export function redactProblems(problems: Problem[], { redactor }: KnownIdentities): void {
  for (const [i, problem] of problems.entries()) {
    const { column, value, reason } = problem;
    problems[i] = {
      ...problem,
      column: column === null ? null : redactor.replaceIn(column),
      value: value === null ? null : redactor.replaceInRow(value),
      reason: redactor.replaceIn(reason),
    };
  }
}

/**
 * The problems of a batch, without what was corrected in rows that were refused when they landed:
 * nothing of these was imported.
 */
export function issuesOfImported(batch: Batch, { problems }: BatchResult): Problem[] {
  const refused = new Set(problems.flatMap((each) => (each.refused ? [each.line] : [])));
  // In JSON, several rows may be on one line.
  const rowsByLine = new Map<number, number>();
  for (const { line } of batch.rows) rowsByLine.set(line, (rowsByLine.get(line) ?? 0) + 1);
  const isDropped = (line: number) => refused.has(line) && rowsByLine.get(line) === 1;
  return batch.problems.filter(({ line, refused }) => refused || !isDropped(line));
}

/** Lands the rows of a batch, except for those about records of which earlier batches had rows. */
async function landOnce(
  client: pg.ClientBase,
  batch: Batch,
  landing: Landing,
  stage: StageRow,
  result: BatchResult,
): Promise<void> {
  const repeated = await noteSubjects(client, batch);
  if (repeated.length === 0) return landOrSplit(client, batch, landing, stage, result);
  for (const { position, column, value } of repeated) {
    const row = batch.rows[position];
    if (row) refuseRow(row, repeatedId(column, value), result);
  }
  const positions = new Set(repeated.map(({ position }) => position));
  const others = batch.rows.filter((_, position) => !positions.has(position));
  if (others.length > 0)
    await landOrSplit(client, stageRows(others, landing, stage), landing, stage, result);
}

function stageRows(
  rows: readonly SourceRow[],
  { format, batches }: Landing,
  stage: StageRow,
): Batch {
  const batch = new Batch(format.writes, batches);
  for (const row of rows) batch.stageRow(row, () => stage(row, batch));
  return batch;
}

/**
 * SQLSTATE classes of errors that are about the rows rather than the server: 22 data exceptions,
 * 23 constraint violations, CG Claimgraph's own. 54000: a value is too long, for an index say.
 */
const isAboutRows = (error: unknown): boolean =>
  /^(22|23|54000|CG)/.test((error as { code?: string }).code ?? '');

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
    if (rows.length > 0)
      await landOrSplit(client, stageRows(rows, landing, stage), landing, stage, result);
  };
  await client.query('savepoint part');
  try {
    const { counts, older, unplaced, conflicts } = await land(client, batch, landing);
    await client.query('release savepoint part');
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
      for (const [position, fault] of error.faults) {
        const row = batch.rows[position] ?? first;
        refuseRow(row, refusalByLedger(row, fault), result);
      }
      return landPart(batch.rows.filter((_, position) => !error.faults.has(position)));
    }
    if (rest.length === 0) return refuseRow(first, refusalByLedger(first, error), result);
    const half = Math.ceil(batch.rows.length / 2);
    await landPart(batch.rows.slice(0, half));
    await client.query(truncateStagingTables(landing.tables));
    await landPart(batch.rows.slice(half));
  }
}

/** What the database refuses has no column: the refusal shows the beginning of the row. */
const refusalByLedger = ({ raw }: SourceRow, error: unknown): RowRefused =>
  new RowRefused('REFUSED', null, cutText(raw, 200), reasonOfRefusal(error));

function refuseRow(
  { line }: SourceRow,
  { kind, column, value, message: reason }: RowRefused,
  result: BatchResult,
): void {
  result.problems.push({ kind, line, column, value, reason, refused: true });
  addCounts(result.counts, { rowsImported: -1, rowsRefused: 1, problems: { [kind]: 1 } });
}
