import type { Config } from '../../config.ts';
import { schemaOf } from '../../schema.ts';
import { parseIdOf } from '../../values/ids.ts';
import { recordNames, recordTypes } from '../../values/record-types.ts';
import { openSnapshot } from '../open-snapshot.ts';
import { withReadOnlyDatabase } from '../read-only-database.ts';
import { UserError } from '../user-error.ts';
import { importedRows } from './imported-rows.ts';
import { renderSections } from './sections.ts';
import { sectionsOf } from './sections-by-type.ts';
import { showQueries } from './shown-record.ts';

/** Options of `claimgraph show`. */
export interface ShowOptions {
  raw?: boolean;
  json?: boolean;
}

/**
 * Returns a record as a person reads it, its columns as JSON, or the rows that it was imported
 * from.
 * @throws UserError when there is none, Refusal when it is not an id.
 */
export async function showRecord(
  config: Config,
  id: string,
  { raw, json }: ShowOptions,
): Promise<string> {
  const { type, key } = parseIdOf(id, recordNames, ['id']);
  const { table } = recordTypes[type];
  return withReadOnlyDatabase(config, async (runner) => {
    const [record] = await runner.query(
      `select to_jsonb(r) - 'valid_from' as record from ${table} r where id = $1`,
      [key],
    );
    if (!record) throw new UserError(`There is no ${table} ${id}.`);
    if (raw) return JSON.stringify(await importedRows(runner, key, id), null, 2);
    if (json) return JSON.stringify(record.record, null, 2);
    const snapshot = await openSnapshot(runner, await schemaOf());
    const answer = await snapshot.ask(showQueries[type], { id });
    return renderSections(sectionsOf(type, JSON.parse(answer)));
  });
}
