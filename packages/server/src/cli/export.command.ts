import { Argument, type Command } from 'commander';
import { readConfig } from '../config.ts';
import { exportFormatNames } from '../export/format.ts';

/** What `claimgraph export` is asked to do. */
export interface ExportOptions {
  filter?: string;
  out?: string;
}

/** `claimgraph export`: the ledger, or the claims of a filter, in a form that other programs read. */
export const exportCommand = (program: Command): void => {
  program
    .command('export')
    .description(
      'write claims with their sources and reports, or with jsonl the whole ledger, to standard output or a file',
    )
    .addArgument(new Argument('<format>', 'the form to write').choices(exportFormatNames))
    .option(
      '--filter <json>',
      'only these claims: JSON of the API’s ClaimFilter, such as {"kind":["CLASH"]}, or @file with such JSON',
    )
    .option(
      '--out <file>',
      'where to write; a file that is there is replaced once the new one is whole',
    )
    .action(async (format: string, options: ExportOptions) => {
      const { runExport: exported } = await import('./export.action.ts');
      await exported(readConfig(), format, options);
    });
};
