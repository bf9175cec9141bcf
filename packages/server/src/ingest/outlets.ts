import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { SourceKind } from '../sources/source.enums.ts';
import { normalizeForComparison } from '../values/normalize.ts';

/** An outlet, agency or monitor whose name outside data spells in several ways. */
export interface KnownOutlet {
  name: string;
  kind: SourceKind;
  spellings: readonly string[];
}

/** Compiled by hand from what the outlets call themselves. */
const outletTable = new URL('../../tables/outlets.json', import.meta.url);

/** The outlets that imports know without the ledger. */
export const readOutletTable = async (): Promise<KnownOutlet[]> =>
  JSON.parse(await readFile(outletTable, 'utf8'));

/** Outlets by their normalized spellings: those of the table, and those that users added. */
export async function loadOutlets(
  client: pg.ClientBase,
): Promise<ReadonlyMap<string, KnownOutlet>> {
  const table = await readOutletTable();
  const { rows } = await client.query(
    'select spelling, outlet from outlet_alias order by spelling',
  );
  const outlets = new Map(
    table.flatMap((outlet) =>
      [outlet.name, ...outlet.spellings].map((each) => [normalizeForComparison(each), outlet]),
    ),
  );
  for (const { spelling, outlet: name } of rows) {
    const tableEntry = outlets.get(normalizeForComparison(name));
    outlets.set(spelling, tableEntry ?? { name, kind: 'OUTLET', spellings: [] });
  }
  return outlets;
}

/** The name of the outlet that a text spells, or the text itself for an unknown one. */
export const outletName = (text: string, outlets: ReadonlyMap<string, KnownOutlet>): string =>
  outlets.get(normalizeForComparison(text))?.name ?? text;
