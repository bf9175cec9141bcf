import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../config.ts';

/** Options of `claimgraph verify`. */
export interface VerifyOptions {
  head?: string;
  /** The former name of `head`. */
  hash?: string;
  json?: boolean;
}

/** `claimgraph verify`: checks that nothing was changed behind the log's back. */
export const verifyCommand = (program: Command): void => {
  program
    .command('verify')
    .description(
      'check that the contents of the ledger, its histories and its log are those that were ' +
        'written, or check a backup file; changes nothing; exits with 1 if anything is wrong',
    )
    .argument('[file]', 'a backup file to check instead of the ledger; - reads standard input')
    .option(
      '--head <hash>',
      'also check that the log has the write with this hash, which claimgraph head, a backup or ' +
        'a verification printed: finds a log that was cut off or written again',
      parseHash,
    )
    .addOption(
      new Option('--hash <hash>', 'the former name of --head').argParser(parseHash).hideHelp(),
    )
    .option('--json', 'print JSON: { isSound, lastWrite, checks, notices }')
    .action(async (file: string | undefined, options: VerifyOptions) => {
      const { runVerify } = await import('./verify.action.ts');
      if (!(await runVerify(readConfig(), file, options))) process.exitCode = 1;
    });
};

function parseHash(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must have 64 hexadecimal digits.');
}
