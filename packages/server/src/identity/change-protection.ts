import { requireRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { isLowered, type ProtectionChange } from '../records/protection.ts';
import type { Path } from '../values/errors.ts';
import { unsealSource } from './expose-source.ts';
import { allNames } from './identity-content.ts';
import { findNamedTexts, type NamedTexts } from './named-texts.ts';
import { sealSource } from './protect-source.ts';

/** What a change of the protection did. */
interface ChangedProtection {
  /** The key of the source, which is a new one if it was protected. */
  key: string;
  /** If it was protected: where free text names it. */
  named?: NamedTexts;
}

/**
 * Changes the protection of a source, after its role was checked.
 *
 * @throws Refusal if it is lowered without a reason, or if the server has no master key.
 */
export async function changeProtection(
  tx: Tx,
  key: string,
  change: ProtectionChange,
  { rationale, path }: { rationale?: string | null | undefined; path: Path },
): Promise<ChangedProtection> {
  const { from, to } = change;
  if (from === to) return { key };
  if (isLowered(change)) requireRationale(rationale ?? '', ['rationale']);
  await tx.open();
  if (from === 'PUBLIC') {
    const sealed = await sealSource(tx, key, to);
    return {
      key: sealed.key,
      named: await findNamedTexts(tx.query, sealed.key, allNames(sealed.content)),
    };
  }
  if (to === 'PUBLIC') await unsealSource(tx, key, path);
  else await tx.query('update source set protection = $2 where id = $1', [key, to]);
  return { key };
}
