import type pg from 'pg';
import { idOf } from '../../values/ids.ts';
import type { Batch } from '../batch.ts';
import type { ShortWrite } from '../short-write.ts';
import { copyInto } from './copy.ts';
import type { TableWrites } from './table-writes.ts';

/*
 * In jsonl, a name may refer to a source on a later line. Such names are inserted without a source,
 * which is set when the whole file has been read. The table lasts as long as the session.
 */

export const createDeferredTable = `
  create temp table if not exists import_later (id uuid primary key, source_id uuid not null);
  truncate import_later;`;

/** Sets aside the sources of staged names that are neither in the ledger nor in the batch. */
export const deferNameSources = `
  insert into import_later
  select distinct on (s.id) s.id, s.said_by_id
  from stage_name s
  where s.said_by_id is not null
    and not exists (select from source t where t.id = s.said_by_id)
    and not exists (select from stage_source t where t.id = s.said_by_id)
  on conflict do nothing;

  update stage_name s set said_by_id = null
  from import_later l where l.id = s.id;`;

/** Does the same for a batch that landed before the import was interrupted. */
export async function deferNameSourcesAgain(
  client: pg.ClientBase,
  batch: Batch,
  writes: TableWrites,
): Promise<void> {
  const lines = batch.lines.of('name');
  if (lines.length === 0 || !writes.name) return;
  await client.query('begin');
  await copyInto(client, 'stage_name', writes.name.columns, lines);
  await client.query(`
  insert into import_later
  select distinct on (s.id) s.id, s.said_by_id
  from stage_name s
  join name n on n.id = s.id
  where s.said_by_id is not null and n.said_by_id is null
  on conflict do nothing`);
  await client.query('commit');
}

/** How many names get their source in one write. */
const maxNames = 1_000;

/** Sets the deferred sources of names. @returns the ids of the sources that were never imported. */
export async function resolveDeferredNameSources(
  client: pg.ClientBase,
  write: ShortWrite,
): Promise<string[]> {
  const { rows: missing } = await client.query(`
  select l.source_id as id
  from import_later l
  where not exists (select from source s where s.id = l.source_id)`);
  for (let isEmpty = false; !isEmpty; ) {
    await write(async () => {
      const { rowCount } = await client.query(setSources, [maxNames]);
      isEmpty = (rowCount ?? 0) < maxNames;
    });
  }
  return [...new Set(missing.map(({ id }) => idOf('Source', id)))];
}

/** A person may have changed the name since. */
const setSources = `
  with next as (
    delete from import_later where id in (select id from import_later limit $1)
    returning id, source_id
  ), changed as (
    update name n
    set said_by_id = s.id
    from next l
    join source s on s.id = l.source_id
    where n.id = l.id
      and exists (select from write_log w where w.at = n.valid_from and is_import(w.action))
  )
  select id from next`;
