import type pg from 'pg';
import { newKey } from '../values/ids.ts';
import type { Problem } from './problem.ts';
import type { Counts } from './report.ts';

/** One file that is imported. */
export interface ImportRun {
  format: string;
  file: string;
  release: string;
  /** A keyed hash of the file and of everything else that decides its result. */
  content: string;
  header: readonly string[] | null;
  /** What only this format needs, such as a mapping, as it was given. */
  settings: unknown;
}

/** The result of a batch, as it is stored with the run. */
export interface BatchResult {
  counts: Counts;
  /** Problems that only the database found. The others are found again by reading the file. */
  problems: Problem[];
}

/** The id of the unfinished run of the same content, or else of a new run. */
export async function openRun(client: pg.ClientBase, run: ImportRun): Promise<string> {
  const { rows } = await client.query(
    `select id from import_run
     where content = $1 and finished_at is null
     order by started_at desc limit 1`,
    [run.content],
  );
  if (rows[0]) return rows[0].id;
  const id = newKey();
  const { format, file, release, content, header, settings } = run;
  await client.query(
    `insert into import_run (id, format, file, release, content, header, settings)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      format,
      file,
      release,
      content,
      header && JSON.stringify(header),
      settings === undefined ? null : JSON.stringify(settings),
    ],
  );
  return id;
}

/** A batch of a run, as it was recorded before it ran. */
export interface RecordedBatch {
  rows: number;
  /** Null: it has not landed. */
  result: BatchResult | null;
}

/** The batches of a run that were recorded so far, by position. */
export async function recordedBatches(
  client: pg.ClientBase,
  runId: string,
): Promise<Map<number, RecordedBatch>> {
  const { rows } = await client.query(
    'select position, rows, counts from import_batch where run_id = $1',
    [runId],
  );
  return new Map(rows.map((row) => [row.position, { rows: row.rows, result: row.counts }]));
}

/** Records how many rows a batch has, before it runs. */
export async function recordBatch(
  client: pg.ClientBase,
  runId: string,
  position: number,
  rows: number,
): Promise<void> {
  await client.query(
    `insert into import_batch (run_id, position, rows) values ($1, $2, $3)
     on conflict (run_id, position) do nothing`,
    [runId, position, rows],
  );
}

export async function storeBatchResult(
  client: pg.ClientBase,
  runId: string,
  position: number,
  result: BatchResult,
): Promise<void> {
  await client.query(
    'update import_batch set counts = $3, at = now() where run_id = $1 and position = $2',
    [runId, position, JSON.stringify(result)],
  );
}

export async function finishRun(client: pg.ClientBase, runId: string): Promise<void> {
  await client.query('update import_run set finished_at = now() where id = $1', [runId]);
}
