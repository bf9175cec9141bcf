import type { Config } from '../config.ts';
import { inWrite, type Tx } from '../history/write.ts';
import { masterKeysOf } from '../identity/master-key-file.ts';
import { type ConflictChoice, ConflictState } from '../review/import-conflict.enums.ts';
import type { ImportConflictFilter } from '../review/import-conflict.filter.ts';
import { ResolveImportConflictsInput } from '../review/import-conflict.inputs.ts';
import { conditionOf, resolveImportConflicts } from '../review/import-conflict.service.ts';
import { RecordType } from '../values/enums.ts';
import { idOf } from '../values/ids.ts';
import { recordNameOf } from '../values/record-types.ts';
import { choiceIn } from './choice.ts';
import type {
  ConflictFilterOptions,
  ListConflictsOptions,
  ResolveConflictsOptions,
} from './conflicts.command.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

interface ListedConflict {
  id: string;
  recordType: RecordType;
  recordId: string;
  field: string;
  kept: string | null;
  inFile: string | null;
  format: string;
  release: string | null;
  file: string;
  line: number | null;
}

/** How many characters of a value a line shows. */
const maxShown = 80;

/**
 * Lists conflicts as tab-separated lines: id, record, field, value kept, value of the file, origin.
 */
export async function listConflicts(
  config: Config,
  { state, first, ...options }: ListConflictsOptions,
): Promise<string> {
  const filter = {
    ...filterOf(options),
    state: [choiceIn(Object.values(ConflictState), 'state', state)],
  };
  const { text, values } = conditionOf(filter, []);
  return withReadOnlyDatabase(config, async (runner) => {
    const rows: ListedConflict[] = await runner.query(
      `select c.id, c.record_type as "recordType", c.record_id as "recordId", c.field,
         c.value::text as kept, c.file_value::text as "inFile", c.format, c.release, c.file, c.line
       from import_conflict c where ${text} order by c.at, c.id limit ${first}`,
      values,
    );
    return rows
      .map(({ id, recordType, recordId, field, kept, inFile, format, release, file, line }) =>
        [
          idOf('ImportConflict', id),
          idOf(recordNameOf(recordType), recordId),
          field,
          excerpt(kept),
          excerpt(inFile),
          [format, release, file, line].filter((each) => each !== null).join(' '),
        ].join('\t'),
      )
      .join('\n');
  });
}

const excerpt = (json: string | null): string =>
  json === null ? '-' : json.length > maxShown ? `${json.slice(0, maxShown - 1)}…` : json;

/**
 * Keeps or takes conflicts, by their ids or by a filter.
 *
 * @returns a sentence about what was done.
 */
export async function resolveConflicts(
  config: Config,
  choice: ConflictChoice,
  ids: readonly string[],
  { all = false, rationale, ...options }: ResolveConflictsOptions,
): Promise<string> {
  const filter = filterOf(options);
  if (ids.length === 0 && !all && Object.keys(filter).length === 0)
    throw new UserError('Say which conflicts: their ids, an option such as --field, or --all.');
  const input = Object.assign(new ResolveImportConflictsInput(), {
    filter: { ...filter, state: [ConflictState.OPEN], ...(ids.length > 0 && { id: [...ids] }) },
    choice,
    rationale,
  });
  const total = { resolved: 0, skipped: 0 };
  await withWritableDatabase(config, async (_client, database) => {
    const work = (tx: Tx) => resolveImportConflicts(tx, input);
    for (let isDone = false; !isDone; ) {
      const done = await inWrite(database, {
        by: 'local',
        action: 'resolveImportConflicts',
        work,
        masterKeys: masterKeysOf(config),
      });
      total.resolved += done.resolved;
      total.skipped = done.skipped;
      isDone = done.remaining === 0 || done.resolved === 0;
    }
  });
  const verb = choice === 'KEEP' ? 'Kept' : 'Took';
  const left =
    total.skipped === 0
      ? ''
      : ` ${total.skipped} stay open: the record has changed since, or cannot have the value, or ` +
        'its source would be protected less, which you can only take by the id of the conflict.';
  return total.resolved + total.skipped === 0
    ? `${verb} 0: no open conflict matches.`
    : `${verb} ${total.resolved}.${left}`;
}

function filterOf(options: ConflictFilterOptions): ImportConflictFilter {
  const { field, format, release, type, record } = options;
  return {
    ...(field !== undefined && { field: [field] }),
    ...(format !== undefined && { format: [format] }),
    ...(release !== undefined && { release: [release] }),
    ...(type !== undefined && { recordType: [choiceIn(Object.values(RecordType), 'type', type)] }),
    ...(record !== undefined && { record: [record] }),
  };
}
