import type pg from 'pg';
import { type MasterKeySource, noMasterKey } from '../values/master-key.ts';
import type { RecordTable } from '../values/record-types.ts';
import { FileRefused } from './problem.ts';
import { findRowsOfKey, type RowsOfKey, reimportRows, type StagedKey } from './reimport-rows.ts';

/** The result of undoing a match, or of choosing another record. */
export interface Rematched {
  type: RecordTable;
  recordId: string;
  /** How many claims refer to the record by the key. */
  claims: number;
}

/**
 * Undoes a match of an import without loss. The source key gets a record of its own, permanently:
 * the rows that name the key are imported again from their stored originals, and create the record
 * as they describe it. What they had given the other record, such as names and external ids, goes
 * with it. It is one transaction; former values stay in the history.
 *
 * @throws FileRefused if there is nothing to undo, or if rows cannot be read again.
 */
export async function unmatch(
  client: pg.ClientBase,
  id: string,
  masterKeys: MasterKeySource = noMasterKey,
): Promise<Rematched> {
  const { rows } = await client.query('select * from import_match where id = $1', [id]);
  const match = rows[0];
  if (!match) throw new FileRefused(`There is no match mat_${id}.`);
  const { record_type: type, record_id: former, system, value } = match;
  if (former === id)
    throw new FileRefused('The name has a record of its own already, so there is nothing to undo.');
  const key: StagedKey = { type, id, system, value };
  return inTransaction(client, async () => {
    const found = await findRowsOfKey(client, key, former, masterKeys);
    if (found.rows.length === 0)
      throw new FileRefused(
        'Nothing was changed, because no stored row has this key. The claims that refer to the ' +
          'record name it by its id: correct them one by one, or import the original file again.',
      );
    await client.query(`select open_write('local', 'unmatch')`);
    await storeMatch(client, key, id, 'UNMATCHED', `was ${former}`);
    await restoreRecord(client, type, id);
    await returnExternalIds(client, key, former, found);
    await detachFromRecord(client, key, former, found);
    await client.query('select close_write()');
    await reimportRows(client, found.rows, masterKeys);
    if (type === 'location') await moveUnitsInside(client, key, former, id);
    return { type, recordId: id, claims: claimsOf(found, former) };
  });
}

/** How many rows of claims name a key. */
export const claimsOf = ({ rows }: RowsOfKey, recordId: string): number =>
  rows.filter((row) => row.recordId !== recordId).length;

export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Stores which record a key stands for. Later imports follow it. */
export async function storeMatch(
  client: pg.ClientBase,
  { id, type, system, value }: StagedKey,
  recordId: string,
  how: string,
  detail: string | null,
): Promise<void> {
  await client.query(
    `
    insert into import_match (id, record_type, system, value, record_id, how, detail)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (match_key(record_type, system, value)) do update
    set record_id = excluded.record_id, how = excluded.how, detail = excluded.detail, at = now()`,
    [id, type, system, value, recordId, how, detail],
  );
}

/**
 * Gives a key's own record the external ids back that went to the other one. If the record does not
 * exist yet, its rows give it the ids.
 */
async function returnExternalIds(
  client: pg.ClientBase,
  { id, type, system, value }: StagedKey,
  former: string,
  { externalIds }: RowsOfKey,
): Promise<void> {
  const given = [{ system, value }, ...externalIds];
  await client.query(
    `
    update external_id e
    set ${type}_id = r.id
    from ${type} r, unnest($3::text[], $4::text[]) as x(system, value)
    where r.id = $1 and e.${type}_id = $2 and e.system = x.system and e.value = x.value`,
    [id, former, given.map((each) => each.system), given.map((each) => each.value)],
  );
}

/** Takes back what rows had given a record that their key does not stand for any more. */
export async function detachFromRecord(
  client: pg.ClientBase,
  { id, type, system, value }: StagedKey,
  former: string,
  { nameIds, externalIds }: RowsOfKey,
): Promise<void> {
  const given = [{ system, value }, ...externalIds];
  await client.query(
    `
    delete from external_id e
    using unnest($2::text[], $3::text[]) as x(system, value)
    where e.${type}_id = $1 and e.system = x.system and e.value = x.value`,
    [former, given.map((each) => each.system), given.map((each) => each.value)],
  );
  if (type !== 'report')
    // The name that is displayed stays, because a record has one.
    await client.query(
      `
      delete from name n
      using ${type} r
      where n.${type}_id = $1 and r.id = $1 and n.text <> r.name
        and (
          n.id = any ($2)
          -- Names of a record that a gazetteer's was put in place of, see heal-places.ts.
          or n.id in (select md5(o.id::text || $1)::uuid from name o where o.${type}_id = $3)
        )`,
      [former, nameIds, id],
    );
}

/** Restores a record that was withdrawn when its key was matched to another one. */
async function restoreRecord(client: pg.ClientBase, type: RecordTable, id: string): Promise<void> {
  await client.query(
    `update ${type} set withdrawn_at = null, withdrawn_by = null, withdrawn_rationale = null
     where id = $1 and withdrawn_at is not null`,
    [id],
  );
}

/**
 * Moves the places that the same data set names inside a unit into the unit's record. Their keys
 * begin with that of the unit. Places with a P-code stay where their gazetteer put them.
 */
export async function moveUnitsInside(
  client: pg.ClientBase,
  { system, value }: StagedKey,
  former: string,
  recordId: string,
): Promise<void> {
  await client.query(`select open_write('local', 'match')`);
  await client.query(
    `
    update location l
    set parent_id = $4
    from import_match m
    where m.record_type = 'location' and m.record_id = l.id and m.system = $1
      and starts_with(m.value, $2 || '|') and l.parent_id = $3 and l.id <> $4
      and not exists (
        select from external_id e where e.location_id = l.id and e.system = 'ocha-pcode'
      )`,
    [system, value, former, recordId],
  );
  await client.query('select close_write()');
}
