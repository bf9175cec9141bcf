import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { poolOf } from '../database/data-source.ts';
import type { ImportFormat } from '../ingest/format.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { type FileProblem, type ImportOptions, importFile } from '../ingest/run.ts';
import { type Api, testMasterKeys } from './api.ts';

/** Imports a text as a file of a format into the ledger of a test. */
export async function importText(
  api: Api,
  format: ImportFormat<any, any>,
  content: string | Buffer,
  options: ImportOptions & { file?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-'));
  const path = join(folder, options.file ?? 'file');
  writeFileSync(path, content);
  const problems: FileProblem[] = [];
  const onProblem = (problem: FileProblem) => void problems.push(problem);
  const client = await poolOf(api.database).connect();
  try {
    const file = await openFile(path);
    const counts = await importFile(client, format, file, {
      masterKeys: testMasterKeys,
      ...options,
      onProblem,
    });
    return { counts, problems };
  } finally {
    client.release();
    rmSync(folder, { recursive: true });
  }
}

/** What changes with every write of the ledger. */
export const state = async (api: Api) =>
  (
    await api.database.query(`
      select
        (select count(*) from revision) as revisions,
        (select max(seq) from write_log) as seq`)
  )[0];

/** CSV of rows by column. A column that a row lacks is empty. */
export const csvOf = (
  columns: readonly string[],
  rows: readonly Record<string, string>[],
): string =>
  stringify([...rows], {
    columns: [...columns],
    header: true,
    record_delimiter: 'windows',
    eof: false,
  });
