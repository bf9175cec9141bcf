import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poolOf } from '../database/data-source.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { type FileProblem, type ImportOptions, importFile } from '../ingest/run.ts';
import type { Api } from './api.ts';

/** Brings a text into the ledger of a test as a file of a format. */
export async function bring(
  api: Api,
  format: ImportFormat<any>,
  content: string | Buffer,
  options: ImportOptions & { file?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-bring-'));
  const path = join(folder, options.file ?? 'file');
  writeFileSync(path, content);
  const problems: FileProblem[] = [];
  const client = await poolOf(api.database).connect();
  try {
    const how = { ...options, onProblem: (problem: FileProblem) => void problems.push(problem) };
    return { counts: await importFile(client, format, await openFile(path), how), problems };
  } finally {
    client.release();
    rmSync(folder, { recursive: true });
  }
}

/** What changes with any write of the ledger. */
export const state = async (api: Api) =>
  (
    await api.database.query(
      'select (select count(*) from revision) as revisions, (select max(seq) from write_log) as seq',
    )
  )[0];

/** CSV of rows by column; what a row leaves out is empty. */
export const csvOf = (
  columns: readonly string[],
  rows: readonly Record<string, string>[],
): string =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) =>
      cells
        .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(','),
    )
    .join('\r\n');
