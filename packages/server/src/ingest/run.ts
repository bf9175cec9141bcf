import { createHash, type Hash } from 'node:crypto';
import type pg from 'pg';
import { Batch } from './batch.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { FormatOptions, ImportFormat, OpenedFile, SourceRow } from './format.ts';
import { finishRun, landedBatches, openRun } from './import-progress.ts';
import {
  createDeferredTable,
  deferNameSourcesAgain,
  resolveDeferredNameSources,
} from './land/deferred-name-sources.ts';
import type { Landing } from './land/land.ts';
import { landWhole } from './land/land-whole.ts';
import { makeStages, shapesOf } from './land/shapes.ts';
import { landings } from './land/writes.ts';
import { outletsOf } from './outlets.ts';
import { FileRefused, type Problem } from './problem.ts';
import { addCounts, type Counts, noCounts } from './report.ts';

/** How to import. */
export interface ImportOptions {
  release?: string | undefined;
  /** Say what would happen, and change nothing. Other writes wait meanwhile. */
  dryRun?: boolean;
  /** Take rows up again though they are as they were when last read: what people changed since is overwritten. */
  afresh?: boolean;
  /** Who imports, for the log. */
  by?: string;
  more?: unknown;
  /** Rows that one transaction brings in. */
  batchRows?: number;
  onProblem?(problem: FileProblem): void | Promise<void>;
  onProgress?(done: number, total: number): void;
}

export interface FileProblem extends Problem {
  file: string;
  refused: boolean;
}

/** Rows that one transaction brings in, unless told otherwise: enough for sets to pay, few enough for memory and for those who wait. */
const usual = 2_000;

const learnAfter = new Set([1, 8, 64]);

/** After the first batches, and then ever more seldom, the planner is told how the tables lie: before, it would take them for empty. */
const learned = [
  ...landings.map(({ table }) => table),
  'claim_within',
  'claim_of_faction',
  'claim_of_source',
  'location_within',
  'tally',
  'revision',
];

/** Another import is as if in the same ledger: two at once would make the same outlets twice. */
const importLock = 4841191;

/**
 * Imports one file over a connection that nobody else uses meanwhile. Reads it to its end first, so that a file that cannot be what it is said to be
 * changes nothing; then batch by batch, each one transaction. An import that was interrupted goes on where it stopped.
 *
 * @throws FileRefused with words for the person who brought the file.
 */
export async function importFile(
  client: pg.ClientBase,
  format: ImportFormat,
  file: OpenedFile,
  options: ImportOptions = {},
): Promise<Counts> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [importLock]);
  if (!rows[0].mine) throw new FileRefused('Another import is running. Wait until it is done.');
  try {
    await client.query(
      `set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set work_mem = '64MB'`,
    );
    return await inBatches(client, (await format.choose?.(file)) ?? format, file, options);
  } finally {
    await client
      .query(
        'rollback; reset statement_timeout; reset idle_in_transaction_session_timeout; reset work_mem',
      )
      .catch(() => undefined);
    await client.query('select pg_advisory_unlock($1)', [importLock]).catch(() => undefined);
  }
}

async function inBatches(
  client: pg.ClientBase,
  format: ImportFormat,
  opened: OpenedFile,
  options: ImportOptions,
): Promise<Counts> {
  const release = options.release ?? format.releaseOf?.(opened.name) ?? '';
  let header: readonly string[] | null = null;
  const reading: FormatOptions = {
    release,
    outlets: await outletsOf(client),
    more: options.more,
    header: (columns) => (header = columns),
  };
  const { total, content } = await readThrough(format, opened, reading, options);
  const run = { format: format.name, file: opened.name, release, content, header };
  const { dryRun = false, afresh = false, by = 'local' } = options;
  if (dryRun) await client.query('begin');
  const runId = await openRun(client, run);
  const done = await landedBatches(client, runId);
  const shapes = await shapesOf(client, format.writes);
  await makeStages(client, shapes);
  if (format.exact) await client.query(createDeferredTable);
  const landing: Landing = {
    writes: format.writes,
    shapes,
    format: format.name,
    release,
    runId,
    by,
    afresh,
    exact: format.exact ?? false,
  };
  const counts = noCounts();
  let position = 0;
  for await (const rows of batched(format.read(opened, reading), options.batchRows ?? usual)) {
    const batch = new Batch(format.writes, format.exact);
    for (const row of rows) batch.add(row, () => format.stage(row, batch, reading));
    const stage = (row: SourceRow, into: Batch) => format.stage(row, into, reading);
    const before = done.get(position);
    if (before && format.exact) await deferNameSourcesAgain(client, batch, format.writes);
    const landed = before ?? (await landWhole(client, batch, landing, stage, position, dryRun));
    addCounts(counts, landed.counts);
    for (const problem of [...batch.problems, ...landed.problems])
      await options.onProblem?.({ ...problem, file: opened.name });
    position += 1;
    if (!dryRun && learnAfter.has(position) && !done.has(position - 1))
      await client.query(
        `set default_statistics_target = 20; analyze ${learned.join(', ')}; reset default_statistics_target`,
      );
    options.onProgress?.(counts.rowsRead, total);
    collectGarbage();
  }
  if (format.exact)
    for (const problem of await lastNames(client, by, dryRun))
      await options.onProblem?.({ ...problem, file: opened.name });
  if (dryRun) await client.query('rollback');
  else await finishRun(client, runId);
  return counts;
}

/** Sources that were named before they came. */
async function lastNames(
  client: pg.ClientBase,
  by: string,
  dryRun: boolean,
): Promise<(Problem & { refused: boolean })[]> {
  if (!dryRun) await client.query('begin');
  const missing = await resolveDeferredNameSources(client, by);
  if (!dryRun) await client.query('commit');
  return missing.map((id) => {
    const reason =
      'A name is said to come from this source, which is neither there nor in the file. The name came in without it.';
    return {
      kind: 'NO_SUCH_SOURCE',
      line: 0,
      column: 'names.sourceId',
      value: id,
      reason,
      refused: false,
    };
  });
}

/** Reads a file to its end, so that whatever is wrong with it as a whole is known before anything is written. */
async function readThrough(
  format: ImportFormat,
  opened: OpenedFile,
  reading: FormatOptions,
  options: ImportOptions,
) {
  const digest = createHash('sha256').update(
    JSON.stringify([
      format.name,
      reading.release,
      options.afresh ?? false,
      options.more ?? null,
      options.batchRows ?? usual,
    ]),
  );
  let total = 0;
  for await (const _ of format.read(
    { ...opened, bytes: () => hashed(opened.bytes(), digest) },
    reading,
  ))
    total += 1;
  return { total, content: digest.digest('hex') };
}

async function* hashed(bytes: AsyncIterable<Buffer>, digest: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    digest.update(chunk);
    yield chunk;
  }
}

async function* batched<Row>(rows: AsyncIterable<Row>, most: number): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
