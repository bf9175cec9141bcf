import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** `claimgraph show`: prints a record as JSON, or the raw rows that it was imported from. */
export const showCommand = (program: Command): void => {
  program
    .command('show')
    .description(
      'print a record as JSON; with --raw, print the rows of files that it was imported from',
    )
    .argument('<id>', 'the id of the record: clm_…, rpt_…, src_…, fac_… or loc_…')
    .option('--raw', 'the imported rows by column, newest release first')
    .action(async (id: string, { raw }: { raw?: boolean }) => {
      const { showRecord } = await import('./show.action.ts');
      console.log(await showRecord(readConfig(), id, raw ?? false));
    });
};
