import type pg from 'pg';
import type { Config } from '../config.ts';
import { loadOutlets, readOutletTable } from '../ingest/outlets.ts';
import {
  cleanSpacing,
  normalizeForComparison,
  normalizeForComparisonSql,
} from '../values/normalize.ts';
import { UserError } from './user-error.ts';
import { withWritableDatabase } from './writable-database.ts';

/**
 * Stores another spelling of an outlet's name for future imports.
 * @returns a sentence about what was changed.
 * @throws UserError when there is no such outlet, or several.
 */
export async function addOutletAlias(
  config: Config,
  spelling: string,
  outlet: string,
): Promise<string> {
  const key = normalizeForComparison(spelling);
  if (key === '' || key.length > 500 || cleanSpacing(outlet) === '')
    throw new UserError('Both the spelling and the outlet need a name, of at most 500 characters.');
  return withWritableDatabase(config, async (client) => {
    const name = await findOutlet(client, outlet);
    if (normalizeForComparison(name) === key)
      throw new UserError(`"${spelling}" is the name of ${name} itself.`);
    await client.query(
      'insert into outlet_alias (spelling, outlet) values ($1, $2) on conflict (spelling) do ' +
        'update set outlet = excluded.outlet',
      [key, name],
    );
    return `Imports now read "${spelling}" as ${name}.`;
  });
}

/**
 * The name of the outlet that has this name or spelling: a source of the ledger, or an outlet that
 * imports know without it. A spelling for an outlet that does not exist would do nothing, or worse,
 * create it under a misspelled name.
 */
async function findOutlet(client: pg.ClientBase, text: string): Promise<string> {
  const name = (await loadOutlets(client)).get(normalizeForComparison(text))?.name ?? text;
  const found = await sourcesNamed(client, name);
  if (found.length > 1)
    throw new UserError(
      `"${cleanSpacing(name)}" is a name of several sources: ${found.join(', ')}. ` +
        'Give a name that only one of them has.',
    );
  if (found[0]) return found[0];
  if ((await readOutletTable()).some((outlet) => outlet.name === name)) return name;
  const similar = await sourcesLike(client, name);
  throw new UserError(
    `There is no source "${cleanSpacing(text)}". ` +
      (similar.length > 0
        ? `Is it one of these? ${similar.join(', ')}.`
        : 'Import a file that names it first, or create the source.'),
  );
}

/** The names to display of the sources that have this name, in any letter case and spacing. */
async function sourcesNamed(client: pg.ClientBase, text: string): Promise<string[]> {
  const { rows } = await client.query(
    `select s.name from source s
     where s.withdrawn_at is null and exists (
       select from name n
       where n.source_id = s.id and ${normalizeForComparisonSql('n.text')} = $1)
     order by s.name collate "C", s.id limit 10`,
    [normalizeForComparison(text)],
  );
  return rows.map(({ name }) => name);
}

async function sourcesLike(client: pg.ClientBase, text: string): Promise<string[]> {
  const { rows } = await client.query(
    `select name from source
     where withdrawn_at is null and similarity(name, $1) > 0.3
     order by similarity(name, $1) desc, name collate "C", id limit 3`,
    [cleanSpacing(text)],
  );
  return rows.map(({ name }) => name);
}
