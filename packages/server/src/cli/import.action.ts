import { basename } from 'node:path';
import type { Config } from '../config.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { importFormats } from '../ingest/formats.ts';
import { FileRefused } from '../ingest/problem.ts';
import { ProblemFile } from '../ingest/problem-file.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { addCounts, type Counts, formatReport, noCounts } from '../ingest/report.ts';
import { importFile } from '../ingest/run.ts';
import type { ImportCommandOptions } from './import.command.ts';
import { readMappingFile } from './mapping-file.ts';
import { progress } from './progress.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

/** Imports files one after the other and tells what became of them. @throws Complaint in words for the person who brought them. */
export async function importFiles(
  config: Config,
  name: string,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<void> {
  const format = formatOf(name);
  const problems = new ProblemFile(options.problems ?? `${basename(files[0]!)}.problems.csv`);
  const total = noCounts();
  try {
    // Whether they are there is said before a database is started.
    for (const file of files) await openFile(file, file);
    const more = await readMappingFile(name, options.map);
    await withWritableDatabase(config, async (client) => {
      for (const file of files) {
        const shown = progress(basename(file), options.json ?? false);
        try {
          const { release, dryRun = false, afresh = false } = options;
          const how = {
            release,
            dryRun,
            afresh,
            more,
            onProgress: shown.at,
            onProblem: (problem: never) => problems.add(problem),
          };
          addCounts(
            total,
            await importFile(client, format, await openFile(file, file), how as never),
          );
        } finally {
          shown.stop();
        }
      }
    });
  } catch (error) {
    throw error instanceof FileRefused ? new UserError(error.message) : error;
  } finally {
    await problems.close();
  }
  tell(total, options, problems);
}

export function formatOf(name: string): ImportFormat {
  const found = importFormats.find((each) => each.name === name);
  if (found) return found;
  throw new UserError(
    `There is no format ${name}. There are ${importFormats.map((each) => each.name).join(', ')}.`,
  );
}

function tell(total: Counts, { dryRun, json }: ImportCommandOptions, problems: ProblemFile): void {
  const say = json ? console.error : console.log;
  say(formatReport(total));
  if (problems.written > 0)
    say(`\nEvery problem, with file, line, column, value and reason: ${problems.path}`);
  if (dryRun) say('\nNothing was changed: this was a dry run.');
  if (json) console.log(JSON.stringify(total));
}
