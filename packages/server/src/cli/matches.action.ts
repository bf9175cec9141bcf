import type { Config } from '../config.ts';
import { FileRefused } from '../ingest/problem.ts';
import { unmatch } from '../ingest/unmatch.ts';
import { Refusal } from '../values/errors.ts';
import { idOf, parseId } from '../values/ids.ts';
import { type RecordTable, recordNameOf } from '../values/record-types.ts';
import type { MatchesOptions } from './matches.command.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

/**
 * Lists matches as tab-separated lines: id, record, how it was found, value in the file, detail.
 */
export async function listMatches(
  config: Config,
  { how, type, record, first }: MatchesOptions,
): Promise<string> {
  return withReadOnlyDatabase(config, async (runner) => {
    const rows = await runner.query(
      `select * from import_match
       where ($1::text is null or starts_with(how, $1)) and ($2::text is null or record_type = $2)
         and ($3::uuid is null or record_id = $3)
       order by at, id limit $4`,
      [
        how?.toUpperCase() ?? null,
        type?.toLowerCase() ?? null,
        record === undefined ? null : keyIn(record),
        first,
      ],
    );
    return rows
      .map((row: Record<string, string>) =>
        [
          `mat_${row.id}`,
          idOf(recordNameOf(row.record_type as RecordTable), row.record_id!),
          row.how,
          `${row.system}: ${row.value}`,
          row.detail ?? '',
        ].join('\t'),
      )
      .join('\n');
  });
}

function keyIn(id: string): string {
  try {
    return parseId(id, ['record']).key;
  } catch (error) {
    throw error instanceof Refusal ? new UserError(error.message) : error;
  }
}

/** Undoes a match. @returns a sentence about what was changed. */
export async function undoMatch(config: Config, id: string): Promise<string> {
  const [, key] = /^mat_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(id) ?? [];
  if (!key)
    throw new UserError(
      `"${id.slice(0, 60)}" is not the id of a match: mat_ and a UUID, see claimgraph matches.`,
    );
  try {
    const { type, recordId, claims } = await withWritableDatabase(config, (client) =>
      unmatch(client, key),
    );
    const referring = claims === 1 ? '1 claim refers' : `${claims} claims refer`;
    return `Created ${idOf(recordNameOf(type as RecordTable), recordId)}. ${referring} to it now.`;
  } catch (error) {
    throw error instanceof FileRefused ? new UserError(error.message) : error;
  }
}
