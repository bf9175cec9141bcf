import type { Tx } from '../history/write.ts';
import { idOf } from '../values/ids.ts';

/** Warns the writer of a source that must be protected what its protection does not do yet. */
export async function warnOfProtection({ manager, warnings }: Tx, key: string): Promise<void> {
  const [{ protection }] = await manager.query('select protection from source where id = $1', [
    key,
  ]);
  if (protection === 'PUBLIC') return;
  warnings.push({
    code: 'PROTECTION_NOT_ENFORCED',
    message:
      'There is no access control yet: everyone who reaches the API reads the names of this ' +
      `${protection} source, in searches and histories too. Only exports withhold them.`,
    recordId: idOf('Source', key),
  });
}

/** Notes that the names of a source are its own, and no longer the pseudonym of another ledger. */
export async function markIdentified({ manager }: Tx, key: string): Promise<void> {
  await manager.query('update source set redacted = false where id = $1 and redacted', [key]);
}
