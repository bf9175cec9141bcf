import type { Command } from 'commander';

/** `claimgraph start`: does what `npm start` does, without building first. */
export const startCommand = (program: Command): void => {
  program
    .command('start')
    .description('start the server; environment variables set the address and the database')
    .action(async () => {
      await import('../main.ts');
    });
};
