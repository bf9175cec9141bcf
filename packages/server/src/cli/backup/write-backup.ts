import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { QueryRunner } from 'typeorm';
import {
  type BackupHeader,
  type BackupSummary,
  backupFormat,
  backupFormatVersion,
  endOfRows,
} from './backup-format.ts';
import { CopyOut } from './copy-out.ts';
import { copyTarget, ledgerSequences, ledgerTables } from './ledger-tables.ts';

/** Describes the ledger as the snapshot of the runner's transaction shows it. */
export async function describeLedger(runner: QueryRunner, product: string): Promise<BackupHeader> {
  const tables = await ledgerTables(runner);
  const [{ postgres }] = await runner.query(`select current_setting('server_version') as postgres`);
  const migrations: { name: string }[] = await runner.query(
    'select name from migrations order by id',
  );
  const [lastWrite = null] = await runner.query(
    `select seq::text as seq, at::text as at, encode(hash, 'hex') as hash
     from write_log order by write_log.seq desc limit 1`,
  );
  return {
    format: backupFormat,
    formatVersion: backupFormatVersion,
    product,
    createdAt: new Date().toISOString(),
    postgres,
    migrations: migrations.map(({ name }) => name),
    lastWrite,
    tables,
    sequences: await ledgerSequences(runner, tables),
  };
}

/** How far a backup is. */
export interface BackupProgress {
  tables: number;
  rows: number;
}

/** The text of a backup, in pieces. Memory does not grow with the size of the tables. */
export async function* backupText(
  client: pg.ClientBase,
  header: BackupHeader,
  progress: BackupProgress,
): AsyncGenerator<Buffer> {
  yield jsonLine(header);
  const summary: BackupSummary = { end: true, tables: [] };
  for (const table of header.tables) {
    yield jsonLine({ table: table.name });
    const hash = createHash('sha256');
    let rows = 0;
    for await (const piece of client.query(new CopyOut(`copy ${copyTarget(table)} to stdout`))) {
      hash.update(piece);
      const lines = countLines(piece);
      rows += lines;
      progress.rows += lines;
      yield piece;
    }
    yield Buffer.from(endOfRows);
    summary.tables.push({ name: table.name, rows, sha256: hash.digest('hex') });
    progress.tables += 1;
  }
  yield jsonLine(summary);
}

const jsonLine = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

/** COPY writes a line per row, and escapes line breaks in values. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
