import type { QueryRunner } from 'typeorm';
import type { Config } from '../config.ts';
import { addressOf } from '../database/connect.ts';
import { isCurrent } from '../database/migrate.ts';
import { StartError } from '../database/start-error.ts';
import { onStopSignal } from '../stop-signal.ts';
import { BackupRefused } from './backup/backup-format.ts';
import { fileName, openBackup } from './backup/open-backup.ts';
import { BackupReader } from './backup/read-backup.ts';
import { withDatabase } from './open-database.ts';
import { UserError } from './user-error.ts';
import { formatResult } from './verify/format-result.ts';
import { scrubNotices } from './verify/scrub-notices.ts';
import { type CheckResult, lastWrite, verifyLedger } from './verify/verify-ledger.ts';
import type { VerifyOptions } from './verify.command.ts';

/**
 * Verifies the ledger, or a backup file, and prints what was checked.
 * @returns whether it is sound.
 */
export async function runVerify(
  config: Config,
  file: string | undefined,
  { hash, head = hash, json = false }: VerifyOptions,
): Promise<boolean> {
  if (file !== undefined) return verifyFile(file, head, json);
  const stop = new AbortController();
  onStopSignal(() => stop.abort());
  // Nothing is committed. It cannot be read only, because functions are created for the checks.
  const options = { begin: 'begin isolation level repeatable read', signal: stop.signal };
  return withDatabase(config, options, async (runner, url) => {
    if (!(await isCurrent(runner)))
      throw new StartError(
        `The database at ${addressOf(url)} does not match this version. ` +
          'Start the server on it once (npm start) to migrate it.',
      );
    const checks: CheckResult[] = [];
    const add = (result: CheckResult) => {
      checks.push(result);
      if (!json) console.log(formatResult(result).join('\n'));
    };
    if (head) add(await findHead(runner, head));
    const notices = await scrubNotices(runner, head);
    for await (const result of verifyLedger(runner)) add(result);
    const wrong = checks.reduce((sum, check) => sum + check.wrong, 0);
    const last = (await lastWrite(runner)) ?? null;
    if (json)
      console.log(JSON.stringify({ isSound: wrong === 0, lastWrite: last, checks, notices }));
    else {
      for (const notice of notices) console.log(notice);
      if (last) console.log(`The last write is ${last.seq} (${last.at}), hash ${last.hash}.`);
      console.log(
        wrong === 0 ? 'The ledger is sound.' : `The ledger is not sound: ${wrong} wrong.`,
      );
    }
    return wrong === 0;
  });
}

/**
 * A log that was cut off, or written again as a whole, has no fault in itself. Writes of an older
 * version are also found by the hash that they had there, which another check computes again.
 */
async function findHead(runner: QueryRunner, head: string): Promise<CheckResult> {
  const [{ exists }] = await runner.query(
    `select exists (
       select from write_log w where decode($1, 'hex') in (w.hash, w.former_hash)) as exists`,
    [head],
  );
  return {
    title: 'the log has the write with the given hash',
    checked: 1,
    wrong: exists ? 0 : 1,
    faults: exists ? [] : [{ place: `hash ${head}`, problem: 'is not in the log' }],
  };
}

/** Checks the file alone. A restore also checks the ledger in it. */
async function verifyFile(file: string, head: string | undefined, json: boolean): Promise<boolean> {
  const backup = new BackupReader(await openBackup(file));
  try {
    const header = await backup.readHeader();
    let hasHead = head === undefined || head === header.lastWrite?.hash;
    const rows = await backup.readTables(header, async (table, pieces) => {
      const hashes = ['hash', 'former_hash'].map((name) => table.columns.indexOf(name));
      let line = '';
      for await (const piece of pieces) {
        if (hasHead || table.name !== 'write_log') continue;
        const lines = (line + piece.toString('latin1')).split('\n');
        line = lines.pop() ?? '';
        const values = lines.flatMap((each) => hashes.map((i) => each.split('\t')[i]));
        hasHead = values.includes(`\\\\x${head}`);
      }
    });
    if (!hasHead) throw new BackupRefused(`its log has no write with the hash ${head}`);
    const { createdAt, product, lastWrite: last, tables } = header;
    if (json) console.log(JSON.stringify({ isSound: true, lastWrite: last, checks: [] }));
    else {
      console.log(
        `ok    ${rows.toLocaleString('en')} rows of ${tables.length} tables, and the seal`,
      );
      console.log(`It was made at ${createdAt} by Claimgraph ${product}.`);
      if (last) console.log(`The last write is ${last.seq} (${last.at}), hash ${last.hash}.`);
    }
    return true;
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    throw new UserError(`${fileName(file)} is not sound: ${error.message}.`);
  } finally {
    backup.close();
  }
}
