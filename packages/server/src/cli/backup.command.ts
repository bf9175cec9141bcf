import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** Options of `claimgraph backup`. */
export interface BackupOptions {
  force?: boolean;
}

/** `claimgraph backup`: writes the whole ledger, with its history, to one file. */
export const backupCommand = (program: Command): void => {
  program
    .command('backup')
    .description(
      'write the whole ledger, with its history and its log, to one file; the server may run ' +
        'meanwhile',
    )
    .argument(
      '[file]',
      'the file, or a folder in which it gets a name with the time (default: this folder); ' +
        '- writes to standard output',
    )
    .option('--force', 'replace the file if there is one')
    .action(async (file: string | undefined, options: BackupOptions) => {
      const { runBackup } = await import('./backup.action.ts');
      await runBackup(readConfig(), file, options);
    });
};
