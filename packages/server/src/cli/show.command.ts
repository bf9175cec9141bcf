import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { ShowOptions } from './show/show.action.ts';

/** `claimgraph show`: prints a record, as text or JSON, or the raw rows that it came from. */
export const showCommand = (program: Command): void => {
  program
    .command('show')
    .description(
      'print a record as a person reads it: who said what, about whom, where and when, and how ' +
        'we know',
    )
    .argument('<id>', 'the id of the record: clm_…, rpt_…, src_…, fac_… or loc_…')
    .option('--json', 'its columns as JSON, for programs')
    .option('--raw', 'the rows of files that it was imported from, as JSON, newest release first')
    .action(async (id: string, options: ShowOptions) => {
      const { showRecord } = await import('./show/show.action.ts');
      console.log(await showRecord(readConfig(), id, options));
    });
};
