import type { DataSource } from 'typeorm';
import { inWrite } from '../history/write.ts';
import { Refusal } from '../values/errors.ts';
import type { MasterKeySource } from '../values/master-key.ts';
import { sealSource } from './protect-source.ts';
import { openVault, type RunQuery } from './vault.ts';

const selectProtected = `
  select s.id as key, s.protection from source s
  where s.protection <> 'PUBLIC' and not s.redacted and s.erased_at is null`;

const hasIdentity = 'exists (select from source_identity i where i.source_id = s.id)';

/**
 * Protected sources whose identity is still in the tables: an earlier version of Claimgraph, or a
 * file of one, wrote them.
 */
const selectPending = `${selectProtected} and not ${hasIdentity} order by s.id`;

/**
 * The same, in an open write, with those that this write has raised. A source that was protected
 * before has a row in `source_identity` already.
 */
export const selectRaised = `${selectProtected}
  and (not ${hasIdentity} or s.valid_from = write_time() and exists (
    select from source_history h
    where h.id = s.id and h.valid_to = s.valid_from and h.protection = 'PUBLIC'))
  order by s.id`;

export interface PendingSource {
  key: string;
  protection: string;
}

/**
 * Seals who the protected sources of an earlier version are, each in a write of its own, and the
 * secret of the ledger, which earlier versions did not seal.
 *
 * @throws Refusal UNAVAILABLE if there are some sources without an identity, and no master key is
 * set.
 */
export async function sealPending(
  database: DataSource,
  masterKeys: MasterKeySource,
): Promise<void> {
  const pending: PendingSource[] = await database.query(selectPending);
  for (const { key, protection } of [...pending, ...(await findReopened(database, masterKeys))])
    await inWrite(database, {
      by: 'local',
      action: 'protect',
      masterKeys,
      work: async (tx) => {
        await tx.open();
        await sealSource(tx, key, protection);
      },
    });
}

/**
 * Protected sources of which only the sealed part knows that they were public in between: files
 * raised them, and an earlier version did not seal them again. Opening the vault seals the secret
 * of the ledger. Without the master key, none is found: a server starts without it, too.
 */
async function findReopened(
  database: DataSource,
  masterKeys: MasterKeySource,
): Promise<PendingSource[]> {
  return database.transaction(async (manager) => {
    const query: RunQuery = (text, values = []) => manager.query(text, [...values]);
    if ((await query('select from source_identity limit 1')).length === 0) return [];
    if (masterKeys().length === 0) return [];
    try {
      const vault = await openVault(query, masterKeys);
      const sealed = await query<PendingSource>(`${selectProtected} and ${hasIdentity}`);
      const protections = new Map(sealed.map(({ key, protection }) => [key, protection]));
      return (await vault.all()).flatMap(({ sourceKey: key, content }) => {
        const protection = protections.get(key);
        return content.isLowered && protection ? [{ key, protection }] : [];
      });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'UNAVAILABLE') return [];
      throw error;
    }
  });
}
