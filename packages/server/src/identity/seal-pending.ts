import type { DataSource } from 'typeorm';
import { inWrite } from '../history/write.ts';
import type { MasterKeySource } from '../values/master-key.ts';
import { sealSource } from './protect-source.ts';

/**
 * Protected sources whose identity is still in the tables: an earlier version of Claimgraph, or a
 * file of one, wrote them.
 */
export const selectPending = `
  select s.id as key, s.protection from source s
  where s.protection <> 'PUBLIC' and not s.redacted
    and not exists (select from source_identity i where i.source_id = s.id)
  order by s.id`;

export interface PendingSource {
  key: string;
  protection: string;
}

/**
 * Seals who the protected sources of an earlier version are, each in a write of its own.
 *
 * @throws Refusal UNAVAILABLE if there are some, and no master key is set.
 */
export async function sealPending(
  database: DataSource,
  masterKeys: MasterKeySource,
): Promise<void> {
  const pending: PendingSource[] = await database.query(selectPending);
  for (const { key, protection } of pending)
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
