import { basename } from 'node:path';
import type { Config } from '../config.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { importFormats } from '../ingest/formats.ts';
import { ImportInterrupted } from '../ingest/interrupted.ts';
import { FileRefused } from '../ingest/problem.ts';
import { defaultProblemPath, ProblemFile } from '../ingest/problem-file.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { addCounts, type Counts, formatReport, noCounts } from '../ingest/report.ts';
import { importFile } from '../ingest/run.ts';
import { onStopSignal } from '../stop-signal.ts';
import type { ImportCommandOptions } from './import.command.ts';
import { readMappingFile } from './mapping-file.ts';
import { progress } from './progress.ts';
import { UserError } from './user-error.ts';
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
  const stop = new AbortController();
  onStopSignal(() => stop.abort());
  try {
    // A missing file is reported before a database is started.
    for (const file of files) await openFile(file, file, options);
    const mapping = await readMappingFile(name, options.map);
    await withWritableDatabase(config, async (client) => {
      for (const file of files) {
        const bar = progress(basename(file), options.json ?? false);
        try {
          const { release, dryRun = false } = options;
          const counts = await importFile(client, format, await openFile(file, file, options), {
            release,
            dryRun,
            force: options.force ?? options.afresh ?? false,
            settings: mapping,
            signal: stop.signal,
            onProgress: bar.at,
            onProblem: (problem) => problems.add(problem),
          });
          addCounts(total, counts);
        } finally {
          bar.stop();
        }
      }
    });
  } catch (error) {
    const isForUser = error instanceof FileRefused || error instanceof ImportInterrupted;
    throw isForUser ? new UserError(error.message) : error;
  } finally {
    await problems.close();
  }
  printReport(total, options, problems);
}

export function formatOf(name: string): ImportFormat {
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
