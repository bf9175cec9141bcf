import type { Config } from '../config.ts';
import { StartError } from '../database/start-error.ts';
import { readBackupNote } from './backup/last-backup.ts';
import { databaseFindings } from './doctor/database-findings.ts';
import type { Finding } from './doctor/finding.ts';
import { backupFinding, databaseBytes, sizeFindings } from './doctor/ledger-findings.ts';
import { diskFinding, machineFindings } from './doctor/machine-findings.ts';
import type { DoctorOptions } from './doctor.command.ts';
import { withDatabase } from './open-database.ts';

/**
 * Prints a line for everything that was looked at, with advice where there is something to do.
 * @returns false if anything fails.
 */
export async function runDoctor(config: Config, { json = false }: DoctorOptions): Promise<boolean> {
  const findings = [...(await machineFindings(config)), ...(await inDatabase(config))];
  if (json) console.log(JSON.stringify(findings));
  else for (const finding of findings) console.log(format(finding));
  return findings.every(({ status }) => status !== 'fail');
}

async function inDatabase(config: Config): Promise<Finding[]> {
  const begin = 'begin isolation level repeatable read read only';
  try {
    return await withDatabase(config, { begin }, async (runner) => {
      const bytes = await databaseBytes(runner);
      const findings = [...(await databaseFindings(runner)), ...(await diskFinding(config, bytes))];
      if (findings.some(({ subject, status }) => subject === 'ledger' && status === 'fail'))
        return findings;
      const note = await readBackupNote(config);
      return [
        ...findings,
        ...(await sizeFindings(runner, bytes)),
        await backupFinding(runner, note, new Date()),
      ];
    });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return [{ status: 'fail', subject: 'database', message: error.message }];
  }
}

const format = ({ status, subject, message, advice }: Finding): string =>
  `${status.padEnd(5)} ${subject}: ${message}${advice ? `\n      ${advice}` : ''}`;
