import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { fold } from './fold.ts';

/** Outlets and other spellings of theirs, written by hand. */
const table: Record<string, string[]> = JSON.parse(readFileSync(new URL('../../tables/outlets.json', import.meta.url), 'utf8'));

/** What each spelling, folded, stands for: the table by hand, and over it what users added. */
export async function outletsOf(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query('select spelling, outlet from outlet_alias');
  const own = Object.entries(table).flatMap(([outlet, spellings]) =>
    [outlet, ...spellings].map((spelling): [string, string] => [fold(spelling), outlet]),
  );
  return new Map([...own, ...rows.map(({ spelling, outlet }): [string, string] => [spelling, outlet])]);
}
