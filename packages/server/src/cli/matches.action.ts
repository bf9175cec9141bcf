import type pg from 'pg';
import type { Config } from '../config.ts';
import { masterKeysOf } from '../identity/master-key-file.ts';
import { listDuplicates } from '../ingest/duplicates.ts';
import { type MatchKey, matchByPerson } from '../ingest/match.ts';
import { FileRefused } from '../ingest/problem.ts';
import { type Rematched, unmatch } from '../ingest/unmatch.ts';
import { idOf, parseId } from '../values/ids.ts';
import { type RecordTable, recordNameOf } from '../values/record-types.ts';
import { choiceIn } from './choice.ts';
import type { MatchesOptions } from './matches.command.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

/** A row of `import_match`. */
interface MatchRow {
  id: string;
  record_type: RecordTable;
  record_id: string;
  how: string;
  system: string;
  value: string;
  detail: string | null;
}

/**
 * Lists matches as tab-separated lines: id, record, how it was found, system and value in the file,
 * detail. @throws UserError for a type that imports do not match.
 */
export async function listMatches(
  config: Config,
  { how, type, record, first }: MatchesOptions,
): Promise<string> {
  const recordType = type === undefined ? null : choiceIn(matchedTypes, 'type', type);
  return withReadOnlyDatabase(config, async (runner) => {
    const rows = await runner.query(
      `select * from import_match
       where ($1::text is null or starts_with(how, $1)) and ($2::text is null or record_type = $2)
         and ($3::uuid is null or record_id = $3)
       order by at, id limit $4`,
      [how?.toUpperCase() ?? null, recordType, record === undefined ? null : keyIn(record), first],
    );
    return rows
      .map((row: MatchRow) =>
        [
          `mat_${row.id}`,
          idOf(recordNameOf(row.record_type), row.record_id),
          row.how,
          `${row.system}: ${row.value}`,
          detailOf(row),
        ].join('\t'),
      )
      .join('\n');
  });
}

/** The detail of a match. That of a corrected one has the key of the record that it was before. */
const detailOf = ({ detail, record_type }: MatchRow): string =>
  (detail ?? '').replace(
    /^was ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/,
    (_, key: string) => `was ${idOf(recordNameOf(record_type), key)}`,
  );

const keyIn = (id: string): string => parseId(id, ['record']).key;

/** Undoes a match. @returns a sentence about what was changed. */
export async function undoMatch(config: Config, id: string): Promise<string> {
  const key = keyOfMatch(id);
  if (!key)
    throw new UserError(
      `"${id.slice(0, 60)}" is not the id of a match: mat_ and a UUID, see claimgraph matches.`,
    );
  const { type, recordId, claims } = await rematch(config, (client) =>
    unmatch(client, key, masterKeysOf(config)),
  );
  return `Created ${idOf(recordNameOf(type), recordId)}. ${referring(claims)} to it now.`;
}

/** Matches a key to a record that a person chose. @returns a sentence about what was changed. */
export async function chooseMatch(config: Config, match: string, record: string): Promise<string> {
  const { type, key: recordId } = parseRecordId(record);
  const result = await rematch(config, (client) =>
    matchByPerson(client, parseMatchKey(match), type, recordId, masterKeysOf(config)),
  );
  return `Matched to ${record}. ${referring(result.claims)} to it by this key now.`;
}

/** Lists likely duplicates as tab-separated lines: two places with their labels, and why. */
export async function listLikelyDuplicates(config: Config, first: number): Promise<string> {
  return withReadOnlyDatabase(config, async (runner) => {
    const pairs = await listDuplicates((text, values) => runner.query(text, values), first);
    return pairs
      .map(({ id, label, otherId, otherLabel, reason }) =>
        [idOf('Location', id), label, idOf('Location', otherId), otherLabel, reason].join('\t'),
      )
      .join('\n');
  });
}

const referring = (claims: number): string =>
  claims === 1 ? '1 claim refers' : `${claims} claims refer`;

async function rematch(
  config: Config,
  work: (client: pg.ClientBase) => Promise<Rematched>,
): Promise<Rematched> {
  try {
    return await withWritableDatabase(config, work);
  } catch (error) {
    throw error instanceof FileRefused ? new UserError(error.message) : error;
  }
}

const keyOfMatch = (id: string): string | undefined =>
  /^mat_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(id)?.[1]?.toLowerCase();

/** The id of a match, or a system and a value as `claimgraph matches` lists them. */
function parseMatchKey(text: string): MatchKey {
  const id = keyOfMatch(text);
  if (id) return { id };
  const [, system, value] = /^(.+?): (.+)$/s.exec(text) ?? [];
  if (system && value) return { system, value };
  throw new UserError(
    `"${text.slice(0, 60)}" is neither the id of a match (mat_…) nor a system and a value, such ` +
      'as "ucdp-place: syria|daraa governorate". Both are listed by claimgraph matches.',
  );
}

const matchedTypes = ['location', 'faction', 'source', 'report'] as const;

function parseRecordId(id: string): { type: (typeof matchedTypes)[number]; key: string } {
  const key = keyIn(id);
  const type = matchedTypes.find((each) => idOf(recordNameOf(each), key) === id.trim());
  if (type) return { type, key };
  throw new UserError(`${id} is not the id of a location, faction, source or report.`);
}
