import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** `claimgraph restore`: puts a backup into an empty database. */
export const restoreCommand = (program: Command): void => {
  program
    .command('restore')
    .description(
      'put a backup into an empty database, and verify it; all of it is restored, or nothing',
    )
    .argument('<file>', 'the file that backup wrote; - reads standard input')
    .action(async (file: string) => {
      const { runRestore } = await import('./restore.action.ts');
      await runRestore(readConfig(), file);
    });
};
