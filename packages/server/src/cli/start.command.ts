import type { Command } from 'commander';

/** `claimgraph start`: what npm start does, without building first. */
export const startCommand = (program: Command): void => {
  program
    .command('start')
    .description('start the server; the environment says where and on which database')
    .action(async () => {
      await import('../main.ts');
    });
};
