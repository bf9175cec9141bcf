import type pg from 'pg';
import type { Batch } from '../batch.ts';
import type { RowSubject } from '../batch-types.ts';

/*
 * A batch knows which records its own rows are about. Those of earlier batches of the run are in a
 * table, because a file may have more rows than fit into memory.
 */

/** The table lasts as long as the session. */
export const createSubjectsTable = `
  create temp table if not exists import_subject (id uuid primary key);
  truncate import_subject;`;

/** Notes what the rows of a batch are about. @returns what earlier batches were about, too. */
export async function noteSubjects(client: pg.ClientBase, batch: Batch): Promise<RowSubject[]> {
  const ids = [...batch.subjects.keys()];
  if (ids.length === 0) return [];
  const { rows } = await client.query(
    'insert into import_subject select unnest($1::uuid[]) on conflict do nothing returning id',
    [ids],
  );
  const isNew = new Set(rows.map(({ id }) => id));
  return ids.flatMap((id) => (isNew.has(id) ? [] : (batch.subjects.get(id) ?? [])));
}
