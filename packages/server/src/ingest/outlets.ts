import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { SourceKind } from '../sources/source.enums.ts';
import { normalizeForComparison } from './normalize.ts';

/** An outlet, agency or monitor that outside data names in several ways. */
export interface KnownOutlet {
  name: string;
  kind: SourceKind;
  spellings: readonly string[];
}

/** Written by hand from what the outlets call themselves. */
const table: readonly KnownOutlet[] = JSON.parse(
  readFileSync(new URL('../../tables/outlets.json', import.meta.url), 'utf8'),
);

/** What each spelling, folded, stands for: the table, and over it what users added. */
export async function outletsOf(client: pg.ClientBase): Promise<ReadonlyMap<string, KnownOutlet>> {
  const { rows } = await client.query(
    'select spelling, outlet from outlet_alias order by spelling',
  );
  const known = new Map(
    table.flatMap((outlet) =>
      [outlet.name, ...outlet.spellings].map((each) => [normalizeForComparison(each), outlet]),
    ),
  );
  for (const { spelling, outlet } of rows)
    known.set(
      spelling,
      known.get(normalizeForComparison(outlet)) ?? { name: outlet, kind: 'OUTLET', spellings: [] },
    );
  return known;
}
