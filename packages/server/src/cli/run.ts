import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { StartError } from '../database/start-error.ts';
import { Refusal } from '../values/errors.ts';
import { isConnectionLost } from '../values/lost-connection.ts';
import { aliasCommand } from './alias.command.ts';
import { backupCommand } from './backup.command.ts';
import { conflictsCommand } from './conflicts.command.ts';
import { doctorCommand } from './doctor.command.ts';
import { explainCommand } from './explain.command.ts';
import { exportCommand } from './export.command.ts';
import { headCommand } from './head.command.ts';
import { importCommand } from './import.command.ts';
import { keysCommand } from './keys.command.ts';
import { matchesCommand } from './matches.command.ts';
import { migrateCommand } from './migrate.command.ts';
import { restoreCommand } from './restore.command.ts';
import { showCommand } from './show.command.ts';
import { startCommand } from './start.command.ts';
import { synonymsCommand } from './synonyms.command.ts';
import { UserError } from './user-error.ts';
import { verifyCommand } from './verify.command.ts';

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
  backupCommand,
  restoreCommand,
  verifyCommand,
  headCommand,
  doctorCommand,
  keysCommand,
  migrateCommand,
];

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const createProgram = (): Command => {
  const program = new Command('claimgraph')
    .description('A ledger of who said what, about whom, where and when, and how we know.')
    .version(version)
    .showHelpAfterError('Add --help to see all options.')
    .exitOverride();
  for (const add of commands) add(program);
  return program;
};

const insufficientPrivilege = '42501';

/** The message of an error that is for a person. Undefined: it is a fault of this program. */
function messageOf(error: unknown): string | undefined {
  if (isConnectionLost(error) && !(error instanceof StartError))
    return 'The connection to the database was lost. Run it again.';
  const { code, message } = Object(Object(error).driverError ?? error);
  // Functions of the ledger have the same code for what is not a privilege of the user.
  if (code === insufficientPrivilege && /^(permission denied|must be )/.test(message))
    return `The user of DATABASE_URL may not do this: ${message}. Give the URL of the owner.`;
  const types = [UserError, ConfigError, StartError, Refusal];
  return types.some((type) => error instanceof type) ? (error as Error).message : undefined;
}

/**
 * Runs a command line, without the program's own path, and prints what it says. It sets the exit
 * code of the process: 1 after a failure, 2 where the command line is wrong.
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      console.error(messageOf(error) ?? error);
      process.exitCode = 1;
    }
  }
}
