import 'reflect-metadata';
import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { StartError } from '../database/start-error.ts';
import { aliasCommand } from './alias.command.ts';
import { conflictsCommand } from './conflicts.command.ts';
import { explainCommand } from './explain.command.ts';
import { exportCommand } from './export.command.ts';
import { importCommand } from './import.command.ts';
import { keysCommand } from './keys.command.ts';
import { matchesCommand } from './matches.command.ts';
import { showCommand } from './show.command.ts';
import { startCommand } from './start.command.ts';
import { synonymsCommand } from './synonyms.command.ts';
import { UserError } from './user-error.ts';

/** All commands. Each loads what it needs when it runs, so that help does not wait. */
const commands = [
  startCommand,
  explainCommand,
  importCommand,
  exportCommand,
  showCommand,
  matchesCommand,
  aliasCommand,
  conflictsCommand,
  synonymsCommand,
  keysCommand,
];

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const program = new Command('claimgraph')
  .description('A ledger of who said what, about whom, where and when, and how we know.')
  .version(version)
  .showHelpAfterError('Add --help to see all options.')
  .exitOverride();
for (const add of commands) add(program);

// The program that reads our output may close it early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const isForUser =
      error instanceof UserError || error instanceof ConfigError || error instanceof StartError;
    console.error(isForUser ? error.message : error);
    process.exitCode = 1;
  }
}
