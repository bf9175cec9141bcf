import { readFileSync } from 'node:fs';
import { quoted } from './rule.ts';

/** An actor or outlet with its names: full names, acronyms, and names in other languages. */
export interface SynonymGroup {
  names: readonly string[];
  /** Where the names are used, or by whom. */
  source: string;
}

/** The table that comes with the server, compiled by hand. */
const readSynonyms = (): SynonymGroup[] =>
  JSON.parse(readFileSync(new URL('../../tables/synonyms.json', import.meta.url), 'utf8'));

/** `search_keys` reads the other names of what it searches. */
export const synonymFunctions = `
-- Stores that each of these names is a synonym of the others.
create or replace function add_synonyms(names text[], is_built_in boolean) returns void
language plpgsql as $$
begin
  insert into name_synonym (key, name, built_in)
  select distinct name_exact(a), b, is_built_in from unnest(names) a cross join unnest(names) b
  where name_exact(a) <> name_exact(b) and name_exact(a) <> ''
  on conflict (key, name) do nothing;
end $$;
`;

/** The statements that install the table that comes with the server. */
export const synonymRows = (): string =>
  [
    'delete from name_synonym where built_in;',
    ...readSynonyms().map(
      ({ names }) => `select add_synonyms(array[${names.map(quoted).join(', ')}], true);`,
    ),
  ].join('\n');
