import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { parseCount } from './matches.command.ts';
import { printList } from './print-list.ts';

/** Which conflicts to list or resolve. */
export interface ConflictFilterOptions {
  field?: string;
  format?: string;
  release?: string;
  type?: string;
  record?: string;
}

export interface ListConflictsOptions extends ConflictFilterOptions {
  state: string;
  first: number;
}

export interface ResolveConflictsOptions extends ConflictFilterOptions {
  all?: boolean;
  rationale: string;
}

const withFilter = (command: Command): Command =>
  command
    .option('--field <field>', 'only conflicts about this field, such as statement or places')
    .option('--format <format>', 'only conflicts with files of this format, such as ucdp')
    .option('--release <release>', 'only conflicts with this release of a data set')
    .option('--type <type>', 'only this record type: claim, report, source, faction or location')
    .option('--record <id>', 'only conflicts about this record');

/** `claimgraph conflicts`: where imported files differ from what people decided. */
export const conflictsCommand = (program: Command): void => {
  const conflicts = program
    .command('conflicts')
    .description('list or resolve differences between imported files and what people decided');
  withFilter(conflicts.command('list', { isDefault: true }))
    .description('list conflicts, oldest first: id, record, field, value kept, value of the file')
    .option('--state <state>', 'only this state: OPEN, KEPT, TAKEN or SETTLED', 'OPEN')
    .option('--first <number>', 'list at most this many', parseCount, 100)
    .action(async (options: ListConflictsOptions) => {
      const { listConflicts } = await import('./conflicts.action.ts');
      printList(await listConflicts(readConfig(), options), 'There is no such conflict.');
    });
  const choices = {
    keep: 'keep the values that people decided',
    take: 'give the records the values of the file',
  };
  for (const [choice, description] of Object.entries(choices))
    withFilter(conflicts.command(choice))
      .description(`${description}: by id, or all open conflicts that match the options`)
      .argument('[conflicts...]', 'the ids that `claimgraph conflicts` lists: cfl_…')
      .option('--all', 'every open conflict')
      .requiredOption('--rationale <text>', 'why, for the history')
      .action(async (ids: string[], options: ResolveConflictsOptions) => {
        const { resolveConflicts } = await import('./conflicts.action.ts');
        const chosen = choice === 'keep' ? 'KEEP' : 'TAKE';
        console.log(await resolveConflicts(readConfig(), chosen, ids, options));
      });
};
