import { Argument, type Command, Option } from 'commander';
import { readConfig } from '../config.ts';

/** Options of `claimgraph import`. */
export interface ImportCommandOptions {
  release?: string;
  dryRun?: boolean;
  force?: boolean;
  /** Deprecated name of `force`. */
  afresh?: boolean;
  json?: boolean;
  problems?: string;
  map?: string;
  guess?: boolean;
  encoding?: string;
  sheet?: string;
}

/** `claimgraph import`: brings outside data into the ledger. */
export const importCommand = (program: Command): void => {
  program
    .command('import')
    .description(
      'import outside data; importing a file again changes nothing, a newer release updates ' +
        'its records',
    )
    .addArgument(
      new Argument(
        '<format>',
        'ucdp (UCDP GED), acled (ACLED), gazetteer (OCHA CSV, GeoNames dump, Open Syria JSON, ' +
          'GeoJSON outlines), jsonl (written by export), or csv (a table of your own, with --map)',
      ),
    )
    .argument('<file...>', 'one or more files: text, gzip, a zip with one table, or .xlsx')
    .option(
      '--release <name>',
      'the release of the data set, such as 23.1 (default: read from the file name)',
    )
    .option('--dry-run', 'report what would happen, and change nothing')
    .option('--force', 're-import rows even if they are unchanged since the last import')
    .addOption(new Option('--afresh', 'deprecated: use --force').hideHelp())
    .option(
      '--problems <file>',
      'the CSV file for every problem (default: in import-problems, named after the first file)',
    )
    .option(
      '--encoding <name>',
      'the encoding of a text that is not UTF-8, such as windows-1256 (UTF-16 is recognised by ' +
        'its byte order mark)',
    )
    .option(
      '--sheet <name>',
      'for .xlsx: the sheet (default: the first one that has rows and is not hidden)',
    )
    .option('--map <file>', 'for csv: the JSON file that says what each column means')
    .option(
      '--guess',
      'for csv: write a first mapping, from the header and the first rows, to the file of --map',
    )
    .option('--json', 'print the report as JSON on the last line of standard output')
    .action(async (format: string, files: string[], options: ImportCommandOptions) => {
      if (options.guess) {
        const { writeGuess } = await import('./mapping-file.ts');
        return writeGuess(format, files, options);
      }
      const { importFiles } = await import('./import.action.ts');
      await importFiles(readConfig(), format, files, options);
    });
};
