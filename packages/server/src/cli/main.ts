import 'reflect-metadata';
import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { StartError } from '../database/start-error.ts';
import { explainCommand } from './explain.command.ts';
import { exportCommand } from './export.command.ts';
import { importCommand } from './import.command.ts';
import { matchesCommand } from './matches.command.ts';
import { showCommand } from './show.command.ts';
import { startCommand } from './start.command.ts';
import { UserError } from './user-error.ts';

/** Every command of `claimgraph`, a file each. What a command needs is loaded when it runs: help does not wait for it. */
const commands = [
  startCommand,
  explainCommand,
  importCommand,
  exportCommand,
  showCommand,
  matchesCommand,
];

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const program = new Command('claimgraph')
  .description('A ledger of who said what, about whom, where and when, and how we know.')
  .version(version)
  .showHelpAfterError('Add --help for what there is.')
  .exitOverride();
for (const add of commands) add(program);

// Whoever reads the output may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const known =
      error instanceof UserError || error instanceof ConfigError || error instanceof StartError;
    console.error(known ? error.message : error);
    process.exitCode = 1;
  }
}
