import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { SourceKind } from '../sources/source.enums.ts';
import { fold } from './fold.ts';

/** An outlet, agency or monitor that outside data names in several ways. */
export interface Outlet {
  name: string;
  kind: SourceKind;
  spellings: readonly string[];
}

/** Written by hand from what the outlets call themselves. */
const table: readonly Outlet[] = JSON.parse(
  readFileSync(new URL('../../tables/outlets.json', import.meta.url), 'utf8'),
);

/** What each spelling, folded, stands for: the table, and over it what users added. */
export async function outletsOf(client: pg.ClientBase): Promise<ReadonlyMap<string, Outlet>> {
  const { rows } = await client.query(
    'select spelling, outlet from outlet_alias order by spelling',
  );
  const known = new Map(
    table.flatMap((outlet) =>
      [outlet.name, ...outlet.spellings].map((each) => [fold(each), outlet]),
    ),
  );
  for (const { spelling, outlet } of rows)
    known.set(spelling, known.get(fold(outlet)) ?? { name: outlet, kind: 'OUTLET', spellings: [] });
  return known;
}
