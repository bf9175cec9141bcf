import { Argument, type Command } from 'commander';
import { readConfig } from '../config.ts';
import { exportFormatNames } from '../export/format.ts';

/** Options of `claimgraph export`. */
export interface ExportOptions {
  filter?: string;
  out?: string;
  bom?: boolean;
  flat?: boolean;
}

/** `claimgraph export`: writes the ledger, or the claims of a filter, for other programs. */
export const exportCommand = (program: Command): void => {
  program
    .command('export')
    .description(
      'write claims with their sources and reports to standard output or a file; jsonl ' +
        'writes the whole ledger',
    )
    .addArgument(new Argument('<format>', 'the format to write').choices(exportFormatNames))
    .option(
      '--filter <json>',
      'only the claims of this ClaimFilter (JSON), such as {"kind":["CLASH"]}; @file reads ' +
        'it from a file',
    )
    .option(
      '--out <file>',
      'the file to write; an existing file is replaced once the new one is complete',
    )
    .option('--bom', 'csv: begin with a byte order mark, for spreadsheets that expect one')
    .option('--flat', 'geojson: plain properties only, with days to filter by in GIS programs')
    .action(async (format: string, options: ExportOptions) => {
      const { runExport } = await import('./export.action.ts');
      await runExport(readConfig(), format, options);
    });
};
