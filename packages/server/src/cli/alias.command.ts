import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** `claimgraph alias`: teaches imports another spelling of an outlet. */
export const aliasCommand = (program: Command): void => {
  program
    .command('alias')
    .description('treat a spelling as the name of an outlet in future imports')
    .argument('<spelling>', 'the spelling in the files')
    .argument('<outlet>', 'a name of the outlet: a source, or an outlet that imports know')
    .action(async (spelling: string, outlet: string) => {
      const { addOutletAlias } = await import('./alias.action.ts');
      console.log(await addOutletAlias(readConfig(), spelling, outlet));
    });
};
