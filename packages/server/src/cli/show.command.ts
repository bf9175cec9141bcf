import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** `claimgraph show`: a record as JSON, or the row of a file that it was read from. */
export const showCommand = (program: Command): void => {
  program
    .command('show')
    .description(
      'show a record, or with --raw the rows of files that it was read from, as they stood there',
    )
    .argument('<id>', 'its id: clm_…, rpt_…, src_…, fac_… or loc_…')
    .option('--raw', 'the rows it was imported from, by column, newest release first')
    .action(async (id: string, { raw }: { raw?: boolean }) => {
      const { showRecord: shown } = await import('./show.action.ts');
      console.log(await shown(readConfig(), id, raw ?? false));
    });
};
