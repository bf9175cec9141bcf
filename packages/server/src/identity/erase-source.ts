import { randomBytes } from 'node:crypto';
import { RecordKey } from '../compiler/payload.ts';
import { readLedgerSecret } from '../history/ledger-secret.ts';
import { requireRationale, stateRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { lockWithdrawn } from '../records/writing.ts';
import { Refusal } from '../values/errors.ts';
import { MasterKey } from '../values/master-key.ts';
import { allNames } from './identity-content.ts';
import { findNamedTexts, type NamedTexts } from './named-texts.ts';
import { sealSources } from './protect-source.ts';
import { isSealed, refuseErased } from './sealed-source.ts';
import { openVault, Vault } from './vault.ts';

/** What an erasure left. */
interface ErasedSource {
  source: RecordKey;
  /** Where free text names the source. Undefined: nobody can say, for lack of the master key. */
  namedTexts: NamedTexts | undefined;
}

/**
 * Destroys who a source is, in the past, too. Its claims, reports and ratings stay, and are those
 * of a pseudonym.
 *
 * @throws Refusal if no reason is stated; NOT_FOUND; CONFLICT if the source was erased before.
 */
export async function eraseSource(tx: Tx, id: string, rationale: string): Promise<ErasedSource> {
  const reason = requireRationale(rationale, ['rationale']);
  const { key } = await lockWithdrawn(tx, 'Source', id, undefined);
  await refuseErased(tx, key, ['id']);
  const [source] = await tx.query<{ protection: string }>(
    'select protection from source where id = $1',
    [key],
  );
  await tx.open();
  await stateRationale(tx, reason);
  // A public source has some, too, if it was protected before.
  const sealedNames = await readSealedNames(tx, key);
  const { key: erased, names } = isSealed(source?.protection)
    ? { key, names: sealedNames }
    : await removeIdentity(tx, key, sealedNames);
  for (const statement of [
    'delete from source_identity where source_id = $1',
    `update identity_grant set purpose = 'The source was erased.' where source_id = $1`,
    'update source set erased_at = write_time() where id = $1',
    // Anyone with the key of their hashes can test a guess of what was sent.
    "delete from idempotency_key where answer::text like '%' || $1::uuid || '%'",
  ])
    await tx.query(statement, [erased]);
  return {
    source: new RecordKey('Source', erased),
    namedTexts: names && (await findNamedTexts(tx.query, erased, names)),
  };
}

interface RemovedNames {
  /** Its new key: the old one may be derived from its name. */
  key: string;
  names: string[];
}

/** Seals a public source with a key that nobody has: what is sealed is deleted next. */
async function removeIdentity(
  tx: Tx,
  key: string,
  formerNames: readonly string[] = [],
): Promise<RemovedNames> {
  // Without it, the pseudonym is random: a law does not wait for a master key that is lost.
  const secret = (await readLedgerSecret(tx.query, tx.masterKeys)) ?? randomBytes(32);
  const vault = new Vault(tx.query, new MasterKey(randomBytes(32)), 0, secret);
  const [sealed] = await sealSources(tx, [{ key, protection: 'PROTECTED' }], vault);
  if (!sealed) throw new Error('A source was not removed.');
  return { key: sealed.key, names: [...allNames(sealed.content), ...formerNames] };
}

/** The names of a protected source. A law does not wait for a master key that is lost. */
async function readSealedNames(tx: Tx, key: string): Promise<string[] | undefined> {
  const sealed = await tx.query('select from source_identity where source_id = $1', [key]);
  if (sealed.length === 0) return [];
  try {
    const identity = await (await openVault(tx.query, tx.masterKeys)).find(key);
    return identity ? allNames(identity.content) : [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'UNAVAILABLE') throw error;
    tx.warnings.push({
      code: 'NO_MASTER_KEY',
      message:
        'This server does not have the master key of the ledger, so it cannot say which texts ' +
        'name the source. Search for its names.',
      recordId: null,
    });
    return undefined;
  }
}
