import { Argument, type Command } from 'commander';
import { readConfig } from '../config.ts';

/** What `claimgraph import` is asked to do. */
export interface ImportCommandOptions {
  release?: string;
  dryRun?: boolean;
  afresh?: boolean;
  json?: boolean;
  problems?: string;
  map?: string;
  guess?: boolean;
}

/** `claimgraph import`: outside data into the ledger. */
export const importCommand = (program: Command): void => {
  program
    .command('import')
    .description(
      'bring in outside data; run again it changes nothing, a newer file updates what is there',
    )
    .addArgument(
      new Argument(
        '<format>',
        'what the files are: ucdp (UCDP GED), acled (ACLED), gazetteer (OCHA CSV, GeoNames dump, Open Syria JSON, GeoJSON outlines), jsonl (what export writes), csv (a table of your own, with --map)',
      ),
    )
    .argument('<file...>', 'files, plain or gzip')
    .option(
      '--release <name>',
      'which release of its data set a file is, such as 23.1; left out: what its name says',
    )
    .option('--dry-run', 'say what would happen, and change nothing')
    .option('--afresh', 'take up rows again though they are as when they were last read')
    .option(
      '--problems <file>',
      'where to write every problem as CSV; left out: beside you, named after the first file',
    )
    .option('--map <file>', 'for csv: which column is what, as JSON')
    .option(
      '--guess',
      'for csv: write a first such mapping, read off the header and the first rows, to standard output or the file of --map',
    )
    .option('--json', 'the last line of standard output is the report as JSON')
    .action(async (format: string, files: string[], options: ImportCommandOptions) => {
      if (options.guess) {
        const { writeGuess: guessed } = await import('./mapping-file.ts');
        return guessed(format, files, options.map);
      }
      const { importFiles } = await import('./import.action.ts');
      await importFiles(readConfig(), format, files, options);
    });
};
