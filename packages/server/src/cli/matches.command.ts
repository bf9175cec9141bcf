import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';

/** What `claimgraph matches` is asked to list. */
export interface MatchesOptions {
  how?: string;
  type?: string;
  record?: string;
  first: number;
}

const count = (text: string): number => {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number from 1 to 99999.');
};

/** `claimgraph matches`, `unmatch`, `alias`: what imports took names for, and how a person sets that right. */
export const matchesCommand = (program: Command): void => {
  program
    .command('matches')
    .description('list what imports took names in outside data for, and how each was found')
    .option(
      '--how <how>',
      'only of this kind: CREATED, EXACT_NAME, NAME_AND_POINT_SPELLING, UNMATCHED …; a beginning is enough',
    )
    .option('--type <type>', 'only of these records: source, faction, location, report')
    .option('--record <id>', 'only those taken for this record')
    .option('--first <number>', 'how many', count, 100)
    .action(async (options: MatchesOptions) => {
      const { listMatches: listed } = await import('./matches.action.ts');
      console.log(await listed(readConfig(), options));
    });
  program
    .command('unmatch')
    .description(
      'undo a match: what was taken for a record that was there becomes a record of its own, and the claims from it name that',
    )
    .argument('<match>', 'its id, as `claimgraph matches` lists it: mat_…')
    .action(async (id: string) => {
      const { undoMatch: undone } = await import('./matches.action.ts');
      console.log(await undone(readConfig(), id));
    });
  program
    .command('alias')
    .description('say that a spelling stands for an outlet, for imports from now on')
    .argument('<spelling>', 'as files write it')
    .argument('<outlet>', 'the outlet’s name')
    .action(async (spelling: string, outlet: string) => {
      const { addOutletAlias: aliased } = await import('./matches.action.ts');
      console.log(await aliased(readConfig(), spelling, outlet));
    });
};
