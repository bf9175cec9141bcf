import type { Config } from '../config.ts';
import { FileRefused } from '../ingest/problem.ts';
import { openFile } from '../ingest/read/bytes.ts';
import { readRows } from '../ingest/read/csv-rows.ts';
import { cleanSpacing } from '../values/normalize.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import type { SynonymsOptions } from './synonyms.command.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

const maxNames = 20;
const maxLength = 200;

/** Adds groups of names for the search, or lists those that were added. */
export async function runSynonyms(
  config: Config,
  names: string[],
  { file }: SynonymsOptions,
): Promise<string> {
  if (names.length === 0 && file === undefined) return listSynonyms(config);
  const groups = [
    ...(names.length > 0 ? [checkGroup(names, 'The names')] : []),
    ...(file === undefined ? [] : await readGroups(file)),
  ];
  await withWritableDatabase(config, async (client) => {
    await client.query('begin');
    for (const group of groups) await client.query('select add_synonyms($1, false)', [group]);
    await client.query('commit');
  });
  return groups.map((group) => `A search treats as the same: ${group.join(' = ')}`).join('\n');
}

const listSynonyms = (config: Config): Promise<string> =>
  withReadOnlyDatabase(config, async (runner) => {
    const rows: { key: string; name: string }[] = await runner.query(
      'select key, name from name_synonym where not built_in order by key, name limit 10000',
    );
    return rows.map(({ key, name }) => `${key}\t${name}`).join('\n');
  });

async function readGroups(path: string): Promise<string[][]> {
  const groups: string[][] = [];
  try {
    const file = await openFile(path, path);
    for await (const rows of file.rows?.() ?? readRows(file))
      for (const { cells, line } of rows)
        groups.push(checkGroup(cells, `${path}, line ${line}: the names`));
  } catch (error) {
    throw error instanceof FileRefused ? new UserError(error.message) : error;
  }
  return groups;
}

/** @throws {UserError} There are not two names, or a name is too long. */
function checkGroup(names: readonly string[], where: string): string[] {
  const group = [...new Set(names.map(cleanSpacing).filter((name) => name !== ''))];
  if (group.length < 2 || group.length > maxNames || group.some((name) => name.length > maxLength))
    throw new UserError(
      `${where} must be 2 to ${maxNames} different names, of at most ${maxLength} characters.`,
    );
  return group;
}
