import type { NameRedactor } from './name-redactor.ts';
import { lookupOfName, type RunQuery, type Vault } from './vault.ts';

/** The key of a data set that stands for a record: a row of `import_match`. */
export interface ImportKey {
  recordType: string;
  system: string;
  value: string;
  recordKey: string;
}

/**
 * Moves the keys of data sets that contain a name, such as that of a report with its publisher,
 * into the blind index. Imports still find their records.
 */
export async function hideImportKeys(
  { query, vault }: { query: RunQuery; vault: Vault },
  sourceKey: string,
  redactor: NameRedactor,
): Promise<void> {
  const identity = await vault.find(sourceKey);
  if (!identity) return;
  const keys = await query<{ id: string; detail: string | null } & ImportKey>(
    `select id, record_type as "recordType", system, value, record_id as "recordKey", detail
     from import_match`,
  );
  const isNamed = (text: string | null) => text !== null && redactor.replaceIn(text) !== text;
  const named = keys.filter(({ system, value }) => isNamed(system) || isNamed(value));
  await hideKeys(vault, identity.id, named);
  await query('delete from import_match where id = any ($1)', [named.map(({ id }) => id)]);
  const explained = keys.filter((each) => isNamed(each.detail) && !named.includes(each));
  await query('update import_match set detail = null where id = any ($1)', [
    explained.map(({ id }) => id),
  ]);
  const aliases = await query<{ spelling: string; outlet: string }>(
    'select spelling, outlet from outlet_alias',
  );
  const hidden = aliases.filter(({ spelling, outlet }) => isNamed(spelling) || isNamed(outlet));
  await vault.addLookups(
    identity.id,
    sourceKey,
    hidden.map(({ spelling }) => lookupOfName(spelling)),
  );
  await query('delete from outlet_alias where spelling = any ($1)', [
    hidden.map(({ spelling }) => spelling),
  ]);
}

/** Adds keys to the blind index. */
export async function hideKeys(
  vault: Vault,
  identityId: string,
  keys: readonly ImportKey[],
): Promise<void> {
  for (const { recordType, system, value, recordKey } of keys)
    await vault.addLookups(identityId, recordKey, [['key', recordType, system, value]]);
}
