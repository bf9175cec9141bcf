import type { Command } from 'commander';
import { readConfig } from '../config.ts';

export interface HeadOptions {
  json?: boolean;
}

/** `claimgraph head`: the hash that stands for the whole log, to keep elsewhere. */
export const headCommand = (program: Command): void => {
  program
    .command('head')
    .description(
      'print the hash of the last write, which covers all writes and their contents; keep it ' +
        'where nobody who can change the ledger can change it, for verify --head',
    )
    .option('--json', 'print JSON: { seq, at, hash, formerHash }')
    .action(async (options: HeadOptions) => {
      const { runHead } = await import('./head.action.ts');
      await runHead(readConfig(), options);
    });
};
