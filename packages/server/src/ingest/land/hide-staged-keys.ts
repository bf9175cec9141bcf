import type pg from 'pg';
import type { StoredRow } from '../../identity/identity-content.ts';
import type { KnownIdentities } from '../../identity/known-identities.ts';
import type { SealedIdentity } from '../../identity/vault.ts';
import { queryOf } from '../query-of.ts';
import type { StagedTable } from './staging-tables.ts';

/** The keys of data sets that a batch has: of its records, and in the lines of an export. */
const selectStagedKeys = (stages: readonly string[]): string =>
  stages
    .map(
      (stage) => `
      select to_jsonb(m) as row from import_match m
      where match_key(m.record_type, m.system, m.value) in (${stage})`,
    )
    .join(' union ');

/** Moves keys that contain a name into the blind index, where later imports find them. */
export async function hideStagedKeys(
  client: pg.ClientBase,
  known: KnownIdentities,
  tables: readonly StagedTable[],
): Promise<void> {
  const query = queryOf(client);
  const keys = await query<{ row: { id: string; system: string; value: string } }>(
    selectStagedKeys([
      'select match_key(type, system, value) from stage_record',
      ...(tables.some(({ table }) => table === 'import_match')
        ? ['select match_key(record_type, system, value) from stage_import_match']
        : []),
    ]),
  );
  const hidden = new Map<string, SealedIdentity & { rows: StoredRow[] }>();
  for (const { row } of keys) {
    const identity = known.identityIn([row.value, row.system]);
    if (!identity) continue;
    const { rows } = hidden.get(identity.id) ?? { rows: [] };
    hidden.set(identity.id, { ...identity, rows: [...rows, row] });
    await query('delete from import_match where id = $1', [row.id]);
  }
  for (const { rows, ...identity } of hidden.values()) {
    const { content } = identity;
    const all = new Map([...content.hiddenKeys, ...rows].map((row) => [keyOfMatch(row), row]));
    await known.vault.replace(identity, { ...content, hiddenKeys: [...all.values()] });
  }
}

/** What no two rows of `import_match` have in common. */
const keyOfMatch = ({ record_type, system, value }: StoredRow): string =>
  JSON.stringify([record_type, system, value]);
