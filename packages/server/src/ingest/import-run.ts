import type pg from 'pg';
import { newKey } from '../values/ids.ts';
import type { Problem } from './problem.ts';
import type { Counts } from './report.ts';

/** One file that is imported. */
export interface ImportRun {
  format: string;
  file: string;
  release: string;
  /** SHA-256 of the file and of everything else that decides its result. */
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

/** The results of the batches of a run that have landed already, by position. */
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

export async function storeBatchResult(
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
