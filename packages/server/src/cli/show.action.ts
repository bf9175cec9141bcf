import type { QueryRunner } from 'typeorm';
import type { Config } from '../config.ts';
import { Refusal } from '../values/errors.ts';
import { parseIdOf } from '../values/ids.ts';
import { type RecordName, recordNames, recordTypes } from '../values/record-types.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';

/**
 * Returns the columns of a record as JSON, or the rows that it was imported from.
 * @throws UserError when there is none.
 */
export async function showRecord(config: Config, id: string, raw: boolean): Promise<string> {
  const { type, key } = parseRecordId(id);
  const { table } = recordTypes[type];
  return withReadOnlyDatabase(config, async (runner) => {
    const [record] = await runner.query(
      `select to_jsonb(r) - 'valid_from' as record from ${table} r where id = $1`,
      [key],
    );
    if (!record) throw new UserError(`There is no ${table} ${id}.`);
    return JSON.stringify(raw ? await importedRows(runner, key, id) : record.record, null, 2);
  });
}

function parseRecordId(id: string): { type: RecordName; key: string } {
  try {
    return parseIdOf(id, recordNames, ['id']);
  } catch (error) {
    throw error instanceof Refusal ? new UserError(error.message) : error;
  }
}

async function importedRows(runner: QueryRunner, key: string, id: string): Promise<object[]> {
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
