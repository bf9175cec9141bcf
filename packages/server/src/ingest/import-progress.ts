import type pg from 'pg';
import { newKey } from '../values/ids.ts';
import type { Problem } from './problem.ts';
import type { Counts } from './report.ts';

/** A file that is being imported. */
export interface ImportProgress {
  format: string;
  file: string;
  release: string;
  content: string;
  header: readonly string[] | null;
}

/** What became of a batch, as the ledger keeps it. */
export interface BatchResult {
  counts: Counts;
  /** Those that only the database could find; the rest are found again by reading. */
  problems: (Problem & { refused: boolean })[];
}

/** The run of this content that was begun and not finished, else a new one. */
export async function openRun(
  client: pg.ClientBase,
  { format, file, release, content, header }: ImportProgress,
): Promise<string> {
  const { rows } = await client.query(
    'select id from import_run where content = $1 and finished_at is null order by started_at desc limit 1',
    [content],
  );
  if (rows[0]) return rows[0].id;
  const id = newKey();
  await client.query(
    'insert into import_run (id, format, file, release, content, header) values ($1, $2, $3, $4, $5, $6)',
    [id, format, file, release, content, header && JSON.stringify(header)],
  );
  return id;
}

/** What is done of a run already. */
export async function landedBatches(
  client: pg.ClientBase,
  runId: string,
): Promise<Map<number, BatchResult>> {
  const { rows } = await client.query(
    'select position, counts from import_batch where run_id = $1',
    [runId],
  );
  return new Map(rows.map((row) => [row.position, row.counts]));
}

export async function noteBatch(
  client: pg.ClientBase,
  runId: string,
  position: number,
  result: BatchResult,
): Promise<void> {
  await client.query('insert into import_batch (run_id, position, counts) values ($1, $2, $3)', [
    runId,
    position,
    JSON.stringify(result),
  ]);
}

export async function finishRun(client: pg.ClientBase, runId: string): Promise<void> {
  await client.query('update import_run set finished_at = now() where id = $1', [runId]);
}
