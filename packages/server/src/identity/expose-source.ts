import type { Tx } from '../history/write.ts';
import { conflict, type Path } from '../values/errors.ts';
import { newKey } from '../values/ids.ts';
import { hideOthers } from './hide-others.ts';
import {
  type IdentityContent,
  keptContent,
  otherSourceIn,
  type SealedAffiliation,
  type StoredRow,
} from './identity-content.ts';
import type { SealingWrite } from './protect-source.ts';
import { openVault, type RunQuery, type Vault } from './vault.ts';

/**
 * Makes a protected source public: puts who it is back into the tables. It keeps its key. A source
 * whose identity was never in this ledger keeps its pseudonym, too.
 *
 * @throws Refusal CONFLICT if another source has one of its external ids meanwhile.
 */
export async function unsealSource(
  { query, masterKeys, warnings }: ExposingWrite,
  key: string,
  path: Path,
): Promise<void> {
  await query(`update source set protection = 'PUBLIC' where id = $1`, [key]);
  const sealed = await query('select from source_identity where source_id = $1', [key]);
  if (sealed.length === 0) return;
  const vault = await openVault(query, masterKeys);
  const identity = await vault.find(key);
  if (!identity) return;
  await refuseTakenIds(query, identity.content, path);
  // The row stays in any case: no other source gets its number, and with it the pseudonym.
  await vault.replace(identity, keptContent(identity.content));
  const { content, lost } = await checkReferences(vault, key, identity.content);
  if (lost > 0)
    warnings.push({
      code: 'LOST_REFERENCES',
      message:
        `${lost} references of this source to other sources were left out, because those sources ` +
        'no longer exist.',
      recordId: null,
    });
  const { shown, kept } = await hideOthers({ query, masterKeys }, { vault, key, content });
  await vault.replace(identity, { ...keptContent(identity.content), ...kept });
  await restoreNames(query, key, shown);
  await restoreRest(query, key, shown);
}

interface ExposingWrite extends SealingWrite {
  warnings: Tx['warnings'];
}

/**
 * Leaves out what refers to sources that do not exist, and leaves an affiliation with a source that
 * is still protected to that one.
 */
async function checkReferences(
  vault: Vault,
  key: string,
  whole: IdentityContent,
): Promise<{ content: IdentityContent; lost: number }> {
  const { names, affiliations } = whole;
  const wanted = [
    ...names.map(({ said_by_id }) => said_by_id),
    ...affiliations.map(({ row }) => otherSourceIn(row)),
  ].filter(Boolean);
  const present = await vault.existing(wanted.map(String));
  const isLost = (other: unknown) => Boolean(other) && !present.includes(String(other));
  const known = affiliations.filter(({ row }) => !isLost(otherSourceIn(row)));
  const restored: SealedAffiliation[] = [];
  for (const affiliation of known) {
    const { source_id, to_source_id, ...row } = affiliation.row;
    const otherKey = otherSourceIn(affiliation.row);
    const other = otherKey === '' ? undefined : await vault.find(otherKey);
    if (!other || other.content.isLowered) restored.push(affiliation);
    else {
      const turned = { ...row, ...(source_id ? { to_source_id: key } : { source_id: key }) };
      const others = [...other.content.affiliations, { ...affiliation, row: turned }];
      await vault.replace(other, { ...other.content, affiliations: others });
    }
  }
  return {
    content: {
      ...whole,
      names: names.map((name) => (isLost(name.said_by_id) ? { ...name, said_by_id: null } : name)),
      affiliations: restored,
    },
    lost:
      affiliations.length -
      known.length +
      names.filter(({ said_by_id }) => isLost(said_by_id)).length,
  };
}

async function refuseTakenIds(
  query: RunQuery,
  { externalIds }: IdentityContent,
  path: Path,
): Promise<void> {
  const taken = await query(
    `select from external_id e
     join jsonb_to_recordset($1) as own(system text, value text) using (system, value)
     where e.source_id is not null limit 1`,
    [JSON.stringify(externalIds)],
  );
  // Which one would say who the source is: the refusal leaves it protected.
  if (taken.length > 0)
    throw conflict(
      path,
      'Another source has an external id of this source. `readIdentity` shows which ids it has. ' +
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

async function restoreRest(query: RunQuery, key: string, content: IdentityContent): Promise<void> {
  const { role, basedInId, externalIds, affiliations, matches, hiddenKeys } = content;
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
  await insertRows(query, 'outlet_alias', content.outlets);
  const presentRows = (rows: readonly StoredRow[], owner: StoredRow): StoredRow[] =>
    withPresentKey(rows, content, key).map((row) => ({ ...row, ...owner }));
  await insertRows(query, 'import_row', presentRows(content.importRows, { record_id: key }));
  const owner = { record_id: key, source_id: key };
  await insertRows(query, 'import_conflict', presentRows(content.conflicts, owner));
}

/** Rows in which the source has its present key instead of those that it had. */
function withPresentKey(
  rows: readonly StoredRow[],
  { formerKeys }: IdentityContent,
  key: string,
): StoredRow[] {
  let text = JSON.stringify(rows);
  for (const former of formerKeys) text = text.replaceAll(former, key);
  return JSON.parse(text);
}

/** Tables whose rows have no key of their own. */
const withoutKey: readonly string[] = ['import_row', 'outlet_alias'];

/** Inserts rows that have the same columns. Each gets a key, unless it has one. */
async function insertRows(
  query: RunQuery,
  table: string,
  rows: readonly StoredRow[],
): Promise<void> {
  for (const row of rows) {
    const whole = withoutKey.includes(table) ? row : { id: newKey(), ...row };
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
