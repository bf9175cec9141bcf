import type { QueryRunner } from 'typeorm';
import type { Config } from '../config.ts';
import { explainMigrationError } from '../database/migration-errors.ts';
import { onStopSignal } from '../stop-signal.ts';
import { type BackupHeader, BackupRefused } from './backup/backup-format.ts';
import { fileName, openBackup } from './backup/open-backup.ts';
import { BackupReader } from './backup/read-backup.ts';
import { restoreLedger } from './backup/restore-ledger.ts';
import { withDatabase } from './open-database.ts';
import { UserError } from './user-error.ts';
import { formatResult } from './verify/format-result.ts';
import { verifyLedger } from './verify/verify-ledger.ts';

/**
 * Restores a backup in one transaction, and verifies the result before it is committed. A backup
 * that cannot be read is refused before a database is made.
 */
export async function runRestore(config: Config, file: string): Promise<void> {
  const stop = new AbortController();
  onStopSignal(() => stop.abort());
  const backup = new BackupReader(await openBackup(file));
  try {
    const header = await backup.readHeader();
    const options = { begin: 'begin', make: true, signal: stop.signal };
    const rows = await withDatabase(config, options, async (runner, url) => {
      await runner.query('set local lock_timeout = 0');
      const count = await restoreLedger(runner, url, header, backup).catch((error) => {
        throw explainMigrationError(error);
      });
      await verifyRestored(runner, header);
      await runner.query('commit');
      return count;
    });
    console.error(
      `${rows.toLocaleString('en')} rows of ${header.tables.length} tables restored and ` +
        `verified. The backup was made ${describeOrigin(header)}.`,
    );
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    throw new UserError(`Nothing was restored from ${fileName(file)}: ${error.message}.`);
  } finally {
    backup.close();
  }
}

const describeOrigin = ({ createdAt, product, lastWrite: write }: BackupHeader): string =>
  `at ${createdAt} by Claimgraph ${product}` +
  (write ? `, and ends with write ${write.seq}, hash ${write.hash}` : '');

/** @throws BackupRefused if what was restored is not a sound ledger, or not the one described. */
async function verifyRestored(runner: QueryRunner, header: BackupHeader): Promise<void> {
  // The restore of an older version gives its writes new hashes, and keeps the former ones. It may
  // add a write that commits to what the older one did not.
  const [{ hash, formerHash } = {}] = await runner.query(
    `select encode(hash, 'hex') as hash, encode(former_hash, 'hex') as "formerHash"
     from write_log where seq <= $1 order by seq desc limit 1`,
    [header.lastWrite?.seq ?? 0],
  );
  const [{ added }] = await runner.query(
    `select count(*)::int as added from write_log where seq > $1 and action <> 'upgrade'`,
    [header.lastWrite?.seq ?? 0],
  );
  const described = header.lastWrite?.hash;
  if (added > 0 || (described !== hash && described !== formerHash))
    throw new BackupRefused('its log does not end with the write that its first line names');
  await runner.query('savepoint verification');
  const faults: string[] = [];
  for await (const result of verifyLedger(runner))
    if (result.wrong > 0) faults.push(...formatResult(result));
  await runner.query('rollback to savepoint verification');
  if (faults.length > 0)
    throw new BackupRefused(`the ledger in it is not sound:\n${faults.join('\n')}`);
}
