import type pg from 'pg';
import type { RecordTable } from '../../values/record-types.ts';

/** How the API calls a column, see `history/registry.ts`. */
interface PublishedColumn {
  path?: string[];
  prefix?: string;
  follows?: string;
}

/** A table whose rows belong to records of one type, as the histories know it. */
export interface OwnedTable {
  table: string;
  type: RecordTable;
  /** The column with the id of the record. */
  owner: string;
  /** The list of the record that the rows are in. Null: the table of the records themselves. */
  list: string | null;
  columns: Readonly<Record<string, PublishedColumn>>;
}

/** The tables that hold what belongs to records. A table is listed once for each type of owner. */
export async function ownedTables(client: pg.ClientBase): Promise<OwnedTable[]> {
  const { rows } = await client.query(`
    select table_name as "table", lower(record_type) as type, owner_column as owner, list, columns
    from history_table
    where owner_column not like '%.%'
    order by table_name, record_type, owner_column`);
  return rows;
}

/**
 * The field of a record that a column of its own row belongs to. Undefined: the database fills the
 * column. The displayed name follows from the names.
 */
export function fieldOf({ columns, type }: OwnedTable, column: string): string | undefined {
  if (column === 'name' && ['source', 'faction', 'location'].includes(type)) return 'names';
  const { path, follows } = columns[column] ?? {};
  return path?.[0] ?? follows;
}
