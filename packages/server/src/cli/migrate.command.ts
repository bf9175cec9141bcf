import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** `claimgraph migrate`: brings a database to this version, as its owner. */
export const migrateCommand = (program: Command): void => {
  program
    .command('migrate')
    .description(
      'bring the database to this version, and let the user of DATABASE_URL run a server on it; ' +
        'CLAIMGRAPH_MIGRATE_URL is the URL of its owner',
    )
    .action(async () => {
      const { runMigrate } = await import('./migrate.action.ts');
      console.log(await runMigrate(readConfig()));
    });
};
