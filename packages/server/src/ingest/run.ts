import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { allowLongStatements } from '../compiler/raw-bytes-client.ts';
import { filePurpose, keyedHashOf, readLedgerKey } from '../history/ledger-secret.ts';
import { type MasterKeySource, noMasterKey } from '../values/master-key.ts';
import { Batch } from './batch.ts';
import { BatchSize, yieldToWrites } from './batch-size.ts';
import { exposeGarbageCollector } from './collect-garbage.ts';
import { attemptDryRun, giveWay } from './dry-run.ts';
import type { FormatOptions, ImportFormat, OpenedFile, SourceRow } from './format.ts';
import { finishRun, openRun, recordBatch, recordedBatches } from './import-run.ts';
import { ImportInterrupted, isInterruption, untilAborted } from './interrupted.ts';
import { analyzeTables, isTimeToAnalyze } from './land/analyze.ts';
import {
  createDeferredTable,
  deferNameSourcesAgain,
  resolveDeferredNameSources,
} from './land/deferred-name-sources.ts';
import { healPlaces } from './land/heal-places.ts';
import { prepareLanding } from './land/land.ts';
import { issuesOfImported, landBatch, redactProblems } from './land/land-batch.ts';
import { knownIdentities } from './land/protected-sources.ts';
import { createSubjectsTable, noteSubjects } from './land/repeated-rows.ts';
import { loadOutlets } from './outlets.ts';
import { FileRefused, type Problem } from './problem.ts';
import { queryOf } from './query-of.ts';
import { readToEnd } from './read/read-to-end.ts';
import { addCounts, type Counts, noCounts } from './report.ts';
import { type ShortWrite, shortWriter } from './short-write.ts';
import { stageAhead } from './stage-ahead.ts';

/** How to import a file. */
export interface ImportOptions {
  release?: string | undefined;
  /** Report what would happen, and change nothing. It is broken off if others write meanwhile. */
  dryRun?: boolean;
  /** Re-import rows that are the same as last time. What people decided stays all the same. */
  force?: boolean;
  /** Who imports, for the write log. */
  by?: string;
  /** What only this format needs, such as a mapping. */
  settings?: unknown;
  /** Rows per transaction. Left out: as many as other writers can wait for. */
  batchRows?: number;
  /** What the identities of protected sources are sealed with. Left out: nothing. */
  masterKeys?: MasterKeySource | undefined;
  /** Ends the import after the batch that runs when it aborts. */
  signal?: AbortSignal;
  onProblem?(problem: FileProblem): void | Promise<void>;
  onProgress?(rows: number, totalRows: number): void;
  /** Hears for how long each batch made other writes wait, in milliseconds. */
  onLockHeld?(ms: number): void;
}

export interface FileProblem extends Problem {
  file: string;
}

/** One import at a time: two at once would create the same outlets twice. */
const importLock = 4841191;

/**
 * How long an import waits for another to end, in milliseconds. PostgreSQL needs a moment to notice
 * that the connection of one was lost.
 */
const longestLockWait = 5_000;

/** @throws FileRefused if another import goes on. */
async function lockImports(client: pg.ClientBase): Promise<void> {
  for (const deadline = Date.now() + longestLockWait; ; await sleep(100)) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [importLock]);
    if (rows[0].locked) return;
    if (Date.now() > deadline)
      throw new FileRefused('Another import is running. Wait until it is done.');
  }
}

/**
 * Imports one file over a connection that nothing else uses meanwhile. The file is first read to
 * its end, so that a wrong file changes nothing. Then it is imported in batches, each in one
 * transaction. An import that was interrupted resumes after its last batch.
 *
 * @throws FileRefused with a message for the person who imports the file; ImportInterrupted if the
 * signal aborts, or if the connection to the database is lost.
 */
export async function importFile(
  client: pg.ClientBase,
  format: ImportFormat,
  file: OpenedFile,
  options: ImportOptions = {},
): Promise<Counts> {
  await lockImports(client);
  const { signal, dryRun = false } = options;
  const counts = noCounts();
  const forbidLongStatements = allowLongStatements(client);
  try {
    // A batch is small, but PostgreSQL estimates high for its recursive queries, and fills hash
    // tables of up to twice work_mem with zeros.
    await client.query(`
      set statement_timeout = 0;
      set idle_in_transaction_session_timeout = 0;
      set work_mem = '4MB'`);
    const chosen = (await format.choose?.(file)) ?? format;
    const content = untilAborted(file, signal);
    if (dryRun) await dryRunBatches(client, chosen, content, options, counts);
    else await importBatches(client, chosen, content, options, counts);
    return counts;
  } catch (error) {
    if (!signal?.aborted && !isInterruption(error)) throw error;
    throw new ImportInterrupted(counts, dryRun, error);
  } finally {
    // The planner's statistics of staging tables have values of the file, until they are dropped.
    await client
      .query(`
      rollback;
      discard temp;
      reset statement_timeout;
      reset idle_in_transaction_session_timeout;
      reset work_mem`)
      .catch(() => undefined);
    await client.query('select pg_advisory_unlock($1)', [importLock]).catch(() => undefined);
    forbidLongStatements();
  }
}

/** Reports problems when it is done, because it may be tried again. */
async function dryRunBatches(
  client: pg.ClientBase,
  format: ImportFormat,
  file: OpenedFile,
  options: ImportOptions,
  counts: Counts,
): Promise<void> {
  let problems: FileProblem[] = [];
  const onProblem = (problem: FileProblem) => void problems.push(problem);
  await attemptDryRun(client, async () => {
    problems = [];
    Object.assign(counts, noCounts());
    await importBatches(client, format, file, { ...options, onProblem }, counts);
  });
  for (const problem of problems) await options.onProblem?.(problem);
}

/** The longest release that the tables of the ledger take, in characters. */
const maxReleaseLength = 500;

/** @throws FileRefused if the release that is named is too long. */
function readRelease(format: ImportFormat, file: OpenedFile, { release }: ImportOptions): string {
  if (release === undefined) return format.releaseOf?.(file.name) ?? '';
  if (release.length > maxReleaseLength)
    throw new FileRefused(`A release has at most ${maxReleaseLength} characters.`);
  return format.parseRelease?.(release) ?? release;
}

async function importBatches(
  client: pg.ClientBase,
  format: ImportFormat,
  file: OpenedFile,
  options: ImportOptions,
  counts: Counts,
): Promise<void> {
  const { dryRun = false, force = false, by = 'local', batchRows } = options;
  const release = readRelease(format, file, options);
  let header: readonly string[] | null = null;
  const formatOptions: FormatOptions = {
    release,
    outlets: await loadOutlets(client),
    settings: format.parseSettings?.(options.settings),
    onHeader: (columns) => (header = columns),
  };
  const { totalRows, content } = await readToEnd(format, file, formatOptions, [
    format.name,
    release,
    force,
    options.settings ?? null,
    batchRows ?? null,
  ]);
  if (dryRun) await client.query('begin');
  const { settings } = options;
  const identities = await knownIdentities(client, options.masterKeys);
  const known = dryRun ? undefined : identities;
  const fileKey = await readLedgerKey(
    queryOf(client),
    options.masterKeys ?? noMasterKey,
    filePurpose,
  );
  const run = {
    ...{ format: format.name, release },
    content: keyedHashOf(fileKey, Buffer.from(content, 'hex')).toString('hex'),
    file: known ? known.redactor.replaceIn(file.name) : file.name,
    header: known ? known.redactor.replaceInValue(header) : header,
    settings: known ? known.redactor.replaceInValue(settings) : settings,
  };
  const runId = await openRun(client, run);
  const recorded = await recordedBatches(client, runId);
  const size = new BatchSize(batchRows);
  let openedAt = 0;
  const onOpen = () => {
    openedAt ||= Date.now();
  };
  const landing = await prepareLanding(client, format, {
    ...{ release, runId, by, force, onOpen },
    masterKeys: options.masterKeys,
    isDryRun: dryRun,
  });
  await client.query(createSubjectsTable);
  if (format.exact) await client.query(createDeferredTable);
  const stage = (row: SourceRow, batch: Batch) => format.stage(row, batch, formatOptions);
  const report = async (problems: readonly Problem[]) => {
    for (const problem of problems) await options.onProblem?.({ ...problem, file: run.file });
  };
  const collectGarbage = exposeGarbageCollector();
  let position = 0;
  const staging = {
    sizeOf: (position: number) => recorded.get(position)?.rows ?? size.rows,
    createBatch: () => new Batch(format.writes, landing.batches),
    stage,
  };
  for await (const { batch, rows } of stageAhead(format.read(file, formatOptions), staging)) {
    options.signal?.throwIfAborted();
    const earlier = recorded.get(position)?.result;
    const rowsBefore = counts.rowsRead;
    if (earlier) await noteSubjects(client, batch);
    if (earlier && known) redactProblems(batch.problems, known);
    if (earlier && format.exact) await deferNameSourcesAgain(client, batch, format.writes);
    if (!earlier) await recordBatch(client, runId, position, rows);
    openedAt = 0;
    const result = earlier ?? (await landBatch(client, batch, landing, stage, position, dryRun));
    addCounts(counts, result.counts);
    await report([...issuesOfImported(batch, result), ...result.problems]);
    position += 1;
    const heldMs = openedAt && Date.now() - openedAt;
    if (!earlier) size.learn(rows, heldMs);
    if (dryRun) await giveWay(client);
    else if (!earlier) {
      options.onLockHeld?.(heldMs);
      await yieldToWrites(client, heldMs);
      if (isTimeToAnalyze(rowsBefore, counts.rowsRead)) await client.query(analyzeTables);
    }
    options.onProgress?.(counts.rowsRead, totalRows);
    collectGarbage(rows);
  }
  const { onLockHeld } = options;
  const action = `import ${format.name}`;
  const write = shortWriter(client, { by, action, dryRun, onLockHeld });
  if (format.exact) await report(await setDeferredNameSources(client, write));
  if (format.isGazetteer) await healPlaces(client, write, dryRun);
  if (dryRun) await client.query('rollback');
  else await finishRun(client, runId);
}

async function setDeferredNameSources(
  client: pg.ClientBase,
  write: ShortWrite,
): Promise<Problem[]> {
  const missing = await resolveDeferredNameSources(client, write);
  return missing.map((id) => ({
    kind: 'NO_SUCH_SOURCE',
    line: 0,
    column: 'names.sourceId',
    value: id,
    reason:
      'A name refers to this source, which is neither in the ledger nor in the file. ' +
      'The name was imported without it.',
    refused: false,
  }));
}
