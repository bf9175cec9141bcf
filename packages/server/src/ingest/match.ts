import type pg from 'pg';
import { isReferredTo, type ReferredType } from '../records/reference-columns.ts';
import { idOf } from '../values/ids.ts';
import { type MasterKeySource, noMasterKey } from '../values/master-key.ts';
import { type RecordTable, recordNameOf } from '../values/record-types.ts';
import { readFormerIdKey } from './id-key.ts';
import { FileRefused } from './problem.ts';
import { findRowsOfKey, type RowsOfKey, reimportRows, type StagedKey } from './reimport-rows.ts';
import { stableId } from './stable-id.ts';
import {
  claimsOf,
  detachFromRecord,
  inTransaction,
  moveUnitsInside,
  type Rematched,
  storeMatch,
} from './unmatch.ts';

/** What a person matches: a match by its id, or a key as `claimgraph matches` lists it. */
export type MatchKey = { id: string } | { system: string; value: string };

/**
 * Matches a key of a data set to a record that a person chose. Later imports keep it. The rows that
 * name the key are imported again, so that their claims refer to the record. A record that the
 * import had created for this key alone is withdrawn, with the reason.
 *
 * @throws FileRefused if that cannot be, with the reason.
 */
export async function matchByPerson(
  client: pg.ClientBase,
  match: MatchKey,
  type: ReferredType,
  recordId: string,
  masterKeys: MasterKeySource = noMasterKey,
): Promise<Rematched> {
  const { key, former } = await findKey(client, match, type, masterKeys);
  if (key.type !== type)
    throw new FileRefused(`This is a match of a ${key.type}, but the record is a ${type}.`);
  if (former === recordId) throw new FileRefused('It is matched to this record already.');
  await checkTarget(client, key, recordId);
  return inTransaction(client, async () => {
    const none: RowsOfKey = { rows: [], nameIds: [], externalIds: [] };
    const found = former ? await findRowsOfKey(client, key, former, masterKeys) : none;
    await client.query(`select open_write('local', 'match')`);
    await storeMatch(client, key, recordId, 'MATCHED', former && `was ${former}`);
    if (former && former !== key.id) await detachFromRecord(client, key, former, found);
    if (former === key.id) await moveExternalIds(client, type, former, recordId);
    await client.query('select close_write()');
    await reimportRows(client, found.rows, masterKeys);
    if (former && type === 'location') await moveUnitsInside(client, key, former, recordId);
    if (former === key.id) await withdrawIfUnused(client, type, former, recordId);
    return { type, recordId, claims: former ? claimsOf(found, former) : 0 };
  });
}

/** The key, with the record that it stands for now. Null: it was never imported. */
async function findKey(
  client: pg.ClientBase,
  match: MatchKey,
  type: RecordTable,
  masterKeys: MasterKeySource,
): Promise<{ key: StagedKey; former: string | null }> {
  const { rows } =
    'id' in match
      ? await client.query('select * from import_match where id = $1', [match.id])
      : await client.query(
          `select * from import_match m
           where match_key(m.record_type, m.system, m.value) = match_key($1, $2, $3)`,
          [type, match.system, match.value],
        );
  const row = rows[0];
  if (row)
    return {
      key: { type: row.record_type, id: row.id, system: row.system, value: row.value },
      former: row.record_id,
    };
  if ('id' in match) throw new FileRefused(`There is no match mat_${match.id}.`);
  const { system, value } = match;
  const { rows: owners } = await client.query(
    `select ${type}_id as id from external_id
     where system = $1 and value = $2 and ${type}_id is not null`,
    [system, value],
  );
  const former = owners[0]?.id ?? null;
  const id = former ?? stableId(await readFormerIdKey(client, masterKeys), type, system, value);
  return { key: { type, id, system, value }, former };
}

/** @throws FileRefused if the record cannot be what the key stands for. */
async function checkTarget(
  client: pg.ClientBase,
  { type, system, value }: StagedKey,
  recordId: string,
): Promise<void> {
  const { rows } = await client.query(
    `select withdrawn_at is not null as is_withdrawn, (
       select e.value from external_id e
       where e.${type}_id = r.id and e.system = $2 and e.value <> $3
       limit 1
     ) as other
     from ${type} r where r.id = $1`,
    [recordId, system, value],
  );
  const record = rows[0];
  if (!record) throw new FileRefused(`There is no ${type} ${idOf(recordNameOf(type), recordId)}.`);
  if (record.is_withdrawn)
    throw new FileRefused('The record is withdrawn. Restore it first, or choose another one.');
  const isProtected =
    type === 'source' &&
    (await client.query(`select from source where id = $1 and protection <> 'PUBLIC'`, [recordId]))
      .rows.length > 0;
  if (isProtected)
    throw new FileRefused(
      'The source is protected, and the match would say who it is. Add the name to its names: ' +
        'imports then find it by them.',
    );
  if (record.other)
    throw new FileRefused(
      `The record has the id ${record.other} in ${system}, so it is another one than ${value}.`,
    );
}

/** Moves external ids of a record to another one, as far as that has none of the same system. */
async function moveExternalIds(
  client: pg.ClientBase,
  type: RecordTable,
  from: string,
  to: string,
): Promise<void> {
  await client.query(
    `
    update external_id e
    set ${type}_id = $2
    where e.${type}_id = $1
      and not exists (select from external_id o where o.${type}_id = $2 and o.system = e.system)`,
    [from, to],
  );
}

async function withdrawIfUnused(
  client: pg.ClientBase,
  type: ReferredType,
  id: string,
  matched: string,
): Promise<void> {
  await client.query(`select open_write('local', 'match')`);
  await client.query(
    `
    update ${type} r
    set withdrawn_at = write_time(), withdrawn_by = 'local', withdrawn_rationale = $2
    where r.id = $1 and r.withdrawn_at is null
      and not ${isReferredTo(type)}
      and not exists (select from external_id e where e.${type}_id = r.id)
      and not exists (select from import_match m where m.record_id = r.id)`,
    [id, `A person matched the key that it was imported by to ${matched}.`],
  );
  await client.query('select close_write()');
}
