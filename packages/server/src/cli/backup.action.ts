import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Config } from '../config.ts';
import { addressOf } from '../database/connect.ts';
import { StartError } from '../database/start-error.ts';
import { onStopSignal } from '../stop-signal.ts';
import { isConnectionLost } from '../values/lost-connection.ts';
import type { BackupHeader } from './backup/backup-format.ts';
import { SealWriter } from './backup/backup-seal.ts';
import { chooseTarget, openTarget } from './backup/backup-target.ts';
import { noteBackup } from './backup/last-backup.ts';
import { showRows } from './backup/row-progress.ts';
import { backupText, describeLedger } from './backup/write-backup.ts';
import type { BackupOptions } from './backup.command.ts';
import { asUnwritable } from './file-errors.ts';
import { withDatabase } from './open-database.ts';
import { formatSize } from './size.ts';
import { UserError } from './user-error.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** One snapshot: the server may write meanwhile. */
const begin = 'begin isolation level repeatable read read only';

/** Level 6 needs twice the time for a file that is a tenth smaller. */
const compression = { level: 3, chunkSize: 256 * 1024 };

/** Writes a backup. Its file appears only when it is complete. */
export async function runBackup(
  config: Config,
  file: string | undefined,
  { force = false }: BackupOptions,
): Promise<void> {
  const path = await chooseTarget(file, force, new Date());
  const stop = new AbortController();
  onStopSignal(() => stop.abort());
  await withDatabase(config, { begin, signal: stop.signal }, async (runner, url) => {
    const header = await describe(runner, url);
    const target = await openTarget(path, force);
    const progress = { tables: 0, rows: 0 };
    const hide = showRows('backed up', () => progress.rows);
    const seal = new SealWriter();
    try {
      const text = Readable.from(backupText(await runner.connect(), header, progress), {
        objectMode: false,
      });
      await pipeline(text, createGzip(compression), seal, target.stream, {
        signal: stop.signal,
      });
      await target.keep();
    } catch (error) {
      await target.discard();
      throw stop.signal.aborted ? error : explainFailure(path, error);
    } finally {
      hide();
    }
    report(path, header, progress.rows, seal.bytes);
    if (target.isFile) await noteBackup(config, { path, bytes: seal.bytes, header });
  });
}

async function describe(
  runner: Parameters<typeof describeLedger>[0],
  url: string,
): Promise<BackupHeader> {
  const [{ exists }] = await runner.query(
    `select to_regclass('migrations') is not null and to_regclass('write_log') is not null
       as exists`,
  );
  if (exists) return describeLedger(runner, version);
  throw new StartError(
    `There is no ledger in the database at ${addressOf(url)} yet. ` +
      'Start the server once (npm start).',
  );
}

function report(path: string, header: BackupHeader, rows: number, bytes: number): void {
  const { lastWrite, tables } = header;
  const target = `${path === '-' ? 'standard output' : path} (${formatSize(bytes)})`;
  console.error(
    `${rows.toLocaleString('en')} rows of ${tables.length} tables written to ${target}.`,
  );
  if (lastWrite) console.error(`It ends with write ${lastWrite.seq}, hash ${lastWrite.hash}.`);
  console.error(
    'Warning: it contains everything except who the protected sources are, which is encrypted. ' +
      'Store it as safely as the ledger, and apart from the master key.',
  );
}

/** Errors of files are for the person at the terminal. Those of the database are not of a file. */
function explainFailure(path: string, error: unknown): unknown {
  if (path === '-' && (error as NodeJS.ErrnoException).code === 'EPIPE')
    return new UserError('Standard output was closed before the backup was complete.');
  return isConnectionLost(error) ? error : asUnwritable(path, error);
}
