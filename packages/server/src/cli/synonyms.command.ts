import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { printList } from './print-list.ts';

/** Options of `claimgraph synonyms`. */
export interface SynonymsOptions {
  file?: string;
}

/** `claimgraph synonyms`: more names of actors and outlets, for the search. */
export const synonymsCommand = (program: Command): void => {
  program
    .command('synonyms')
    .description(
      'add names of one actor or outlet, such as an acronym: a search for one finds the others. ' +
        'Without names, list those that were added',
    )
    .argument('[names...]', 'two or more names of the same actor or outlet')
    .option('--file <file>', 'a CSV file: each line has the names of one actor or outlet')
    .action(async (names: string[], options: SynonymsOptions) => {
      const { runSynonyms } = await import('./synonyms.action.ts');
      printList(await runSynonyms(readConfig(), names, options), 'No names have been added yet.');
    });
};
