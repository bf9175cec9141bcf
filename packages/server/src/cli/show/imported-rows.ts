import type { QueryRunner } from 'typeorm';
import { UserError } from '../user-error.ts';

/**
 * The rows of files that a record was imported from, newest release first, by column.
 * @throws UserError when there are none.
 */
export async function importedRows(
  runner: QueryRunner,
  key: string,
  id: string,
): Promise<object[]> {
  const rows = await runner.query(
    `select i.format, i.release, i.line, i.raw, n.file, n.header
     from import_row i join import_run n on n.id = i.run_id
     where i.record_id = $1
     order by n.started_at desc, i.release desc`,
    [key],
  );
  if (rows.length === 0) throw new UserError(`${id} was not imported, so it has no raw row.`);
  return rows.map(({ format, release, line, raw, file, header }: ImportedRow) => ({
    format,
    release: release || null,
    file,
    line,
    row: cellsByColumn(raw, header),
  }));
}

interface ImportedRow {
  format: string;
  release: string;
  line: number;
  raw: string;
  file: string;
  header: string[] | null;
}

/** The cells of a row by column name. A row without columns is returned as it was. */
function cellsByColumn(raw: string, header: string[] | null): unknown {
  const value: unknown = JSON.parse(raw);
  if (!Array.isArray(value) || !header) return value;
  return Object.fromEntries(value.map((cell, i) => [header[i] ?? `column ${i + 1}`, cell]));
}
