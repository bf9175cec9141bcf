import type { Command } from 'commander';
import { readConfig } from '../config.ts';

/** Options of `claimgraph doctor`. */
export interface DoctorOptions {
  json?: boolean;
}

/** `claimgraph doctor`: looks for what an operator should put right. */
export const doctorCommand = (program: Command): void => {
  program
    .command('doctor')
    .description(
      'check settings, folders, PostgreSQL, sizes and the last backup, and say what to do; ' +
        'changes nothing; exits with 1 if anything fails',
    )
    .option('--json', 'print JSON: [{ status, subject, message, advice }]')
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import('./doctor.action.ts');
      if (!(await runDoctor(readConfig(), options))) process.exitCode = 1;
    });
};
