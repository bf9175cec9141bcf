import { basename } from 'node:path';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { masterKeysOf } from '../identity/master-key-file.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { importFormats } from '../ingest/formats.ts';
import { ImportInterrupted } from '../ingest/interrupted.ts';
import { FileRefused } from '../ingest/problem.ts';
import { defaultProblemPath, ProblemFile } from '../ingest/problem-file.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { addCounts, type Counts, formatReport, noCounts } from '../ingest/report.ts';
import { type ImportOptions, importFile } from '../ingest/run.ts';
import { onStopSignal } from '../stop-signal.ts';
import { asUnwritable } from './file-errors.ts';
import type { ImportCommandOptions } from './import.command.ts';
import { readMappingFile } from './mapping-file.ts';
import { progress } from './progress.ts';
import { refusalError, UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

/**
 * Imports files one after the other, then prints a report.
 * @throws UserError when a file cannot be imported.
 */
export async function importFiles(
  config: Config,
  name: string,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<void> {
  const format = formatOf(name);
  const problems = new ProblemFile(options.problems ?? defaultProblemPath(files[0] ?? name));
  const total = noCounts();
  const refusedFiles: string[] = [];
  let refusal: FileRefused | undefined;
  const stop = new AbortController();
  onStopSignal(() => stop.abort());
  try {
    // A missing file is reported before a database is started.
    for (const file of files) await openFile(file, file, options);
    await withProblemFile(problems, () => problems.assertWritable());
    const mapping = await readMappingFile(name, options.map);
    await withWritableDatabase(config, async (client) => {
      for (const file of files) {
        const counts = await importOne(client, format, file, options, {
          settings: mapping,
          masterKeys: masterKeysOf(config),
          signal: stop.signal,
          onProblem: (problem) => withProblemFile(problems, () => problems.add(problem)),
        });
        addCounts(total, counts);
        if (counts.rowsImported === 0 && counts.rowsRefused > 0) refusedFiles.push(file);
      }
    });
  } catch (error) {
    if (error instanceof ImportInterrupted) throw new UserError(error.message);
    if (!(error instanceof FileRefused)) throw error;
    refusal = error;
  } finally {
    await withProblemFile(problems, () => problems.close());
  }
  // Of several files, those before the refused one have been imported.
  if (!refusal || total.rowsRead > 0) printReport(total, options, problems);
  if (refusal && options.json)
    console.log(JSON.stringify({ error: { code: refusal.code, message: refusal.message } }));
  if (refusal) throw refusalError(refusal);
  if (refusedFiles.length > 0) throw nothingImported(refusedFiles, problems);
}

/** Imports one file, and shows how far it is. */
async function importOne(
  client: pg.ClientBase,
  format: ImportFormat,
  file: string,
  { json = false, release, dryRun = false, force, afresh, encoding, sheet }: ImportCommandOptions,
  options: ImportOptions,
): Promise<Counts> {
  const bar = progress(basename(file), json);
  try {
    return await importFile(client, format, await openFile(file, file, { encoding, sheet }), {
      ...options,
      release,
      dryRun,
      force: force ?? afresh ?? false,
      onProgress: bar.at,
    });
  } finally {
    bar.stop();
  }
}

async function withProblemFile({ path }: ProblemFile, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw asUnwritable(path, error);
  }
}

/** Nothing must look like a success over nothing. */
const nothingImported = (files: readonly string[], { path }: ProblemFile): UserError =>
  new UserError(
    `No row of ${files.join(', ')} could be imported. ${path} has the reason for each. ` +
      '[NOTHING_IMPORTED]',
  );

function formatOf(name: string): ImportFormat {
  const format = importFormats.find((each) => each.name === name);
  if (format) return format;
  throw new UserError(
    `There is no format ${name}. Use one of ${importFormats.map((each) => each.name).join(', ')}.`,
  );
}

function printReport(
  total: Counts,
  { dryRun, json }: ImportCommandOptions,
  problems: ProblemFile,
): void {
  const print = json ? console.error : console.log;
  print(formatReport(total));
  if (problems.count > 0)
    print(`\nEvery problem, with file, line, column, value and reason: ${problems.path}`);
  if (dryRun) print('\nThis was a dry run. Nothing was changed.');
  if (json) console.log(JSON.stringify(total));
}
