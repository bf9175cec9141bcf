import type { StoredRow } from './identity-content.ts';
import type { NameRedactor } from './name-redactor.ts';
import type { RunQuery } from './vault.ts';

/** What imports know of a source by its name. */
export interface HiddenKeys {
  /** Rows of `import_match` of other records, whose keys contain the name. */
  rows: StoredRow[];
  /** Rows of `outlet_alias`: other spellings of the source. */
  outlets: StoredRow[];
}

interface MatchRow extends StoredRow {
  id: string;
  system: string;
  value: string;
  detail: string | null;
}

/**
 * Takes the keys of data sets that contain a name, such as that of a report with its publisher, out
 * of the tables of imports. They are sealed with the identity, and found by the blind index.
 */
export async function takeImportKeys(query: RunQuery, redactor: NameRedactor): Promise<HiddenKeys> {
  const isNamed = (text: string | null) => text !== null && redactor.replaceIn(text) !== text;
  const matches = (
    await query<{ row: MatchRow }>('select to_jsonb(m) as row from import_match m')
  ).map(({ row }) => row);
  const rows = matches.filter(({ system, value }) => isNamed(system) || isNamed(value));
  await query('delete from import_match where id = any ($1)', [rows.map(({ id }) => id)]);
  await query('update import_match set detail = null where id = any ($1)', [
    matches.filter(({ detail }) => isNamed(detail)).map(({ id }) => id),
  ]);
  const aliases = await query<{ spelling: string; outlet: string }>(
    'select spelling, outlet from outlet_alias',
  );
  const outlets = aliases.filter(({ spelling, outlet }) => isNamed(spelling) || isNamed(outlet));
  await query('delete from outlet_alias where spelling = any ($1)', [
    outlets.map(({ spelling }) => spelling),
  ]);
  return { rows, outlets };
}
