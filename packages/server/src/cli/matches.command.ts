import { type Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../config.ts';
import { printList } from './print-list.ts';

/** Options of `claimgraph matches`. */
export interface MatchesOptions {
  how?: string;
  type?: string;
  record?: string;
  duplicates?: boolean;
  first: number;
}

export const parseCount = (text: string): number => {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number from 1 to 99999.');
};

/**
 * `claimgraph matches`, `match` and `unmatch`: which records imports matched names with, and how a
 * person corrects that.
 */
export const matchesCommand = (program: Command): void => {
  program
    .command('matches')
    .description(
      'list which records the names in imported files were matched with: id, record, how it was ' +
        'found, "system: value" in the file, details',
    )
    .option(
      '--how <how>',
      'only matches found this way, such as CREATED, NAME_EXACT or UNMATCHED; a prefix is enough',
    )
    .option('--type <type>', 'only this record type: source, faction, location or report')
    .option('--record <id>', 'only matches with this record')
    .option('--duplicates', 'instead, list places that are probably one place, two in a line')
    .option('--first <number>', 'list at most this many', parseCount, 100)
    .action(async (options: MatchesOptions) => {
      const { listLikelyDuplicates, listMatches } = await import('./matches.action.ts');
      const list = options.duplicates
        ? listLikelyDuplicates(readConfig(), options.first)
        : listMatches(readConfig(), options);
      printList(await list, 'There is no such match.');
    });
  program
    .command('unmatch')
    .description(
      'undo a match: the name gets a record of its own, and the claims from it refer to that ' +
        'record',
    )
    .argument('<match>', 'the id that `claimgraph matches` lists: mat_…')
    .action(async (id: string) => {
      const { undoMatch } = await import('./matches.action.ts');
      console.log(await undoMatch(readConfig(), id));
    });
  program
    .command('match')
    .description(
      'match a name in imported files to a record of your choice: the claims from it refer to ' +
        'that record, and later imports keep the match',
    )
    .argument('<match>', 'what `claimgraph matches` lists: the id mat_… or "system: value"')
    .argument('<record>', 'the id of the record: loc_…, fac_…, src_… or rpt_…')
    .action(async (match: string, record: string) => {
      const { chooseMatch } = await import('./matches.action.ts');
      console.log(await chooseMatch(readConfig(), match, record));
    });
};
