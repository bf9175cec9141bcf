import { newKey } from '../values/ids.ts';
import type { MasterKeySource } from '../values/master-key.ts';
import { takeImportKeys } from './hide-import-keys.ts';
import {
  allNames,
  type IdentityContent,
  noContent,
  otherSourceIn,
  type SealedAffiliation,
  type StoredRow,
  withKept,
} from './identity-content.ts';
import { fingerprints } from './known-identities.ts';
import { NameRedactor } from './name-redactor.ts';
import { renameInIdentities } from './rename-sealed.ts';
import { scrubImports } from './scrub-imports.ts';
import { openVault, type RunQuery, type Vault } from './vault.ts';

/** An open write, as far as sealing needs it. */
export interface SealingWrite {
  query: RunQuery;
  masterKeys: MasterKeySource;
}

/** A source that has been protected. */
export interface ProtectedSource {
  /** Its new key: the old one may be derived from its name. */
  key: string;
  content: IdentityContent;
}

/**
 * Protects public sources: seals who they are, and removes that from all tables, the past included.
 * The log must be open.
 */
export async function sealSources(
  { query, masterKeys }: SealingWrite,
  sources: readonly { key: string; protection: string }[],
  opened?: Vault,
): Promise<ProtectedSource[]> {
  const vault = opened ?? (await openVault(query, masterKeys));
  const removed: RemovedIdentity[] = [];
  for (const { key, protection } of sources) {
    const earlier = removed.map((each) => each.key);
    const isErased = opened !== undefined;
    const source = { key, protection, earlier, isErased };
    removed.push(await removeIdentity({ query, vault }, source));
  }
  const sealed: ProtectedSource[] = [];
  const moved = new Map<string, string>();
  for (const each of removed) {
    const source = await scrubIdentity({ query, vault }, each);
    sealed.push(source);
    moved.set(each.key, source.key);
  }
  await query('select end_scrub()');
  await renameInIdentities({ query, masterKeys }, moved, opened);
  return sealed;
}

/** The same for one source. */
export async function sealSource(
  write: SealingWrite,
  key: string,
  protection: string,
): Promise<ProtectedSource> {
  const [sealed] = await sealSources(write, [{ key, protection }]);
  if (!sealed) throw new Error('A source was not sealed.');
  return sealed;
}

/** A source whose present rows have a pseudonym, and whose past has not. */
interface RemovedIdentity {
  key: string;
  nameKey: string;
  pseudonym: string;
  content: IdentityContent;
}

interface OpenVault {
  query: RunQuery;
  vault: Vault;
}

interface SourceToSeal {
  key: string;
  protection: string;
  /** The keys of those that are sealed by the same write. */
  earlier: readonly string[];
  /** Nobody has the key of the vault. */
  isErased: boolean;
}

/** Seals who a source is, and removes it from the present tables, as any other change. */
async function removeIdentity(
  { query, vault }: OpenVault,
  { key, protection, earlier, isErased }: SourceToSeal,
): Promise<RemovedIdentity> {
  const present = await readContent(query, key);
  // Its former pseudonym is known to be its own.
  const pseudonym = await vault.nextPseudonym();
  // Undefined, unless it was protected before. What is erased is not read.
  const kept = isErased ? undefined : await vault.find(key);
  await vault.remove(key);
  const whole = kept ? withKept(present, kept.content) : present;
  const content = {
    ...whole,
    // An affiliation between two of them is sealed once.
    affiliations: whole.affiliations.filter(({ row }) => !earlier.includes(otherSourceIn(row))),
  };
  await vault.add(key, pseudonym, content);
  const nameKey = newKey();
  await deleteRows(query, key);
  await query(
    `insert into name (id, source_id, text, kind, position) values ($1, $2, $3, 'PRIMARY', 0)`,
    [nameKey, key, pseudonym.text],
  );
  await query('update source set protection = $2, role = null, based_in_id = null where id = $1', [
    key,
    protection,
  ]);
  return { key, nameKey, pseudonym: pseudonym.text, content };
}

/** Removes it from the past and from what imports stored, and gives the source a new key. */
async function scrubIdentity(
  { query, vault }: OpenVault,
  { key, nameKey, pseudonym, content }: RemovedIdentity,
): Promise<ProtectedSource> {
  const names = allNames(content);
  const redactor = new NameRedactor(names.map((name) => [name, pseudonym]));
  for (const statement of removeAffiliationsOfOthers) await query(statement, [key]);
  await query('select scrub_source_history($1, $2)', [key, nameKey]);
  await scrubImports(query, { key, names, redactor, fingerprintOf: fingerprints(vault) });
  const { rows, outlets } = await takeImportKeys(query, redactor);
  const identity = await vault.find(key);
  if (!identity) throw new Error('A source was not sealed.');
  const moved = newKey();
  await query('select move_source($1, $2)', [key, moved]);
  // Only now: what is sealed belongs to the key.
  await vault.replace(
    { ...identity, sourceKey: moved },
    {
      ...content,
      formerNames: [
        ...new Set([...content.formerNames, ...outlets.map(({ spelling }) => String(spelling))]),
      ],
      hiddenKeys: rows,
      outlets,
    },
  );
  return { key: moved, content };
}

/** Conflicts that may say who the source is. */
const isSealedConflict = `c.field <> 'protection'`;

/** Columns that say where a row is, not what it says. */
const ownColumns = `array['id', 'valid_from', 'position', 'faction_id', 'location_id']`;

async function readContent(query: RunQuery, key: string): Promise<IdentityContent> {
  const [source] = await query<{ role: string | null; based_in_id: string | null }>(
    'select role, based_in_id from source where id = $1',
    [key],
  );
  if (!source) throw new Error('A source to be protected is not there.');
  const names = await rowsOf(
    query,
    key,
    `
    select to_jsonb(n) - ${ownColumns} - 'source_id' as row from name n
    where n.source_id = $1 order by n.position, n.id`,
  );
  const externalIds = await query<{ system: string; value: string }>(
    'select system, value from external_id where source_id = $1 order by system, value',
    [key],
  );
  const formerNames = await query<{ text: string }>(
    'select distinct text from name_history where source_id = $1 order by 1',
    [key],
  );
  const shown = await query<{ name: string; role: string | null }>(
    'select distinct name, role from source_history where id = $1 order by 1, 2',
    [key],
  );
  const roles = shown.flatMap(({ role }) => (role === null ? [] : [role]));
  return {
    ...noContent,
    names,
    formerNames: [
      ...new Set([...shown.map(({ name }) => name), ...formerNames.map(({ text }) => text)]),
    ],
    role: source.role,
    formerRoles: [...new Set(roles)],
    basedInId: source.based_in_id,
    externalIds,
    affiliations: await query<SealedAffiliation>(selectAffiliations, [key]),
    formerKeys: [key],
    matches: await rowsOf(
      query,
      key,
      `
      select to_jsonb(m) - 'record_id' as row from import_match m
      where m.record_id = $1 order by m.system, m.value`,
    ),
    importRows: await rowsOf(
      query,
      key,
      `
      select to_jsonb(i) - 'record_id' as row from import_row i
      where i.record_id = $1 order by i.format, i.release`,
    ),
    conflicts: await rowsOf(
      query,
      key,
      `
      select to_jsonb(c) - array['record_id', 'source_id'] as row from import_conflict c
      where c.record_id = $1 and ${isSealedConflict} order by c.at, c.id`,
    ),
  };
}

const rowsOf = async (query: RunQuery, key: string, text: string): Promise<StoredRow[]> =>
  (await query<{ row: StoredRow }>(text, [key])).map(({ row }) => row);

/** The column that refers to the source itself is left out: its key will be another one. */
const selectAffiliations = `
  select
    to_jsonb(a) - array['id', 'valid_from',
      case when a.source_id = $1 then 'source_id' else 'to_source_id' end] as row,
    array(
      select c.claim_id from affiliation_claim c where c.affiliation_id = a.id order by 1
    ) as "claimIds"
  from affiliation a where $1 in (a.source_id, a.to_source_id) order by a.id`;

/**
 * What other sources are said to have to do with it. The rows belong to the others, so they are
 * removed from their past: a new version of them, at the same time, would say who is meant.
 */
const removeAffiliationsOfOthers = [
  `select begin_scrub('SOURCE', array(
     select a.source_id from affiliation a where a.to_source_id = $1))`,
  `delete from affiliation_claim c using affiliation a
   where a.id = c.affiliation_id and a.to_source_id = $1`,
  'delete from affiliation a where a.to_source_id = $1',
];

/** Removes the rows that say who a source is. Its own row stays. */
async function deleteRows(query: RunQuery, key: string): Promise<void> {
  for (const statement of [
    `delete from affiliation_claim c using affiliation a
     where a.id = c.affiliation_id and a.source_id = $1`,
    'delete from affiliation where source_id = $1',
    'delete from external_id where source_id = $1',
    'delete from name where source_id = $1',
    'delete from import_match where record_id = $1',
    'delete from import_row where record_id = $1',
    `delete from import_conflict c where c.record_id = $1 and ${isSealedConflict}`,
  ])
    await query(statement, [key]);
}
