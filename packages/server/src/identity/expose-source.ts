import { conflict, type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import type { IdentityContent, StoredRow } from './identity-content.ts';
import type { SealingWrite } from './protect-source.ts';
import { openVault, type RunQuery } from './vault.ts';

/**
 * Makes a protected source public: puts who it is back into the tables. It keeps its key. A source
 * whose identity was never in this ledger keeps its pseudonym, too.
 *
 * @throws Refusal CONFLICT if another source has one of its external ids meanwhile.
 */
export async function unsealSource(
  { query, masterKeys }: SealingWrite,
  key: string,
  path: Path,
): Promise<void> {
  await query(`update source set protection = 'PUBLIC' where id = $1`, [key]);
  const sealed = await query('select from source_identity where source_id = $1', [key]);
  if (sealed.length === 0) return;
  const identity = await (await openVault(query, masterKeys)).find(key);
  if (!identity) return;
  await refuseTakenIds(query, identity.content, path);
  await query('delete from source_identity where id = $1', [identity.id]);
  await restoreNames(query, key, identity.content);
  await restoreRest(query, key, identity.content);
}

async function refuseTakenIds(
  query: RunQuery,
  { externalIds }: IdentityContent,
  path: Path,
): Promise<void> {
  const [taken] = await query<{ system: string; value: string }>(
    `select e.system, e.value from external_id e
     join jsonb_to_recordset($1) as own(system text, value text) using (system, value)
     where e.source_id is not null limit 1`,
    [JSON.stringify(externalIds)],
  );
  if (taken)
    throw conflict(
      path,
      `Another source has the external id ${taken.system} ${taken.value} of this source. ` +
        'Remove it from one of them first.',
    );
}

async function restoreNames(
  query: RunQuery,
  key: string,
  { names }: IdentityContent,
): Promise<void> {
  // A source without names of its own keeps its pseudonym.
  if (names.length === 0) return;
  const pseudonyms = await query<{ id: string }>('select id from name where source_id = $1', [key]);
  await insertRows(
    query,
    'name',
    names.map((row, position) => ({ ...row, position, source_id: key })),
  );
  await query('delete from name where id = any ($1)', [pseudonyms.map(({ id }) => id)]);
}

async function restoreRest(
  query: RunQuery,
  key: string,
  { role, basedInId, externalIds, affiliations, matches, hiddenKeys }: IdentityContent,
): Promise<void> {
  await query('update source set role = $2, based_in_id = $3 where id = $1', [
    key,
    role,
    basedInId,
  ]);
  const owned = externalIds.map((each) => ({ ...each, source_id: key }));
  await insertRows(query, 'external_id', owned);
  for (const { row, claimIds } of affiliations) {
    const id = newKey();
    const own = 'source_id' in row ? 'to_source_id' : 'source_id';
    await insertRows(query, 'affiliation', [{ ...row, id, [own]: key }]);
    await query(
      'insert into affiliation_claim (affiliation_id, claim_id) select $1, unnest($2::uuid[])',
      [id, claimIds],
    );
  }
  await insertRows(
    query,
    'import_match',
    matches.map((row) => ({ ...row, record_id: key })),
  );
  await insertRows(query, 'import_match', hiddenKeys);
}

/** Inserts rows that have the same columns. Each gets a key, unless it has one. */
async function insertRows(
  query: RunQuery,
  table: string,
  rows: readonly StoredRow[],
): Promise<void> {
  for (const row of rows) {
    const whole = { id: newKey(), ...row };
    const columns = Object.keys(whole)
      .map((column) => `"${column}"`)
      .join(', ');
    await query(
      `insert into ${table} (${columns})
       select ${columns} from jsonb_populate_record(null::public."${table}", $1)
       on conflict do nothing`,
      [JSON.stringify(whole)],
    );
  }
}
