import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { badInput, conflict, Issues, notFound } from '../values/errors.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { findGrantee } from './grantee.ts';
import { maxPurpose } from './identity-grant.entity.ts';

/** The longest time of a grant, in days. */
export const maxGrantDays = 366;

const dayMs = 24 * 60 * 60 * 1_000;

interface GrantRequest {
  sourceId: string;
  /** The name of an API key, or a `credentialId`. */
  viewer: string;
  until: Date;
  purpose: string;
}

/** Lets a viewer read who a protected source is, until a time and for a purpose. */
export async function grantIdentity(
  tx: Tx,
  { sourceId, viewer, until, purpose }: GrantRequest,
): Promise<RecordKey> {
  const issues = new Issues();
  const sourceKey = issues.try(() => keyOf(sourceId, 'Source', ['sourceId']));
  if (until.getTime() <= Date.now()) issues.add(['until'], 'A grant must end in the future.');
  if (until.getTime() > Date.now() + maxGrantDays * dayMs)
    issues.add(['until'], `A grant ends after at most ${maxGrantDays} days.`);
  const stated = purpose.trim();
  if (stated === '' || stated.length > maxPurpose)
    issues.add(
      ['purpose'],
      `State the purpose in 1 to ${maxPurpose.toLocaleString('en')} letters.`,
    );
  issues.throwIfAny();
  const { name, credentialId } = await findGrantee(tx, viewer, ['viewer']);
  await tx.open();
  const [source] = await tx.query<{ isSealed: boolean }>(
    `select exists (select from source_identity i where i.source_id = s.id) as "isSealed"
     from source s where s.id = $1`,
    [sourceKey],
  );
  if (!source) throw notFound(['sourceId'], `There is no source ${sourceId}.`);
  if (!source.isSealed)
    throw conflict(['sourceId'], `This ledger has no sealed identity of ${sourceId}.`);
  const id = newKey();
  await tx.query(
    `insert into identity_grant
       (id, source_id, viewer, credential_id, purpose, until, granted_by, granted_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())`,
    [id, sourceKey, name, credentialId, stated, until, tx.by],
  );
  return new RecordKey('IdentityGrant', id);
}

/** Ends a grant now. */
export async function revokeIdentityGrant(tx: Tx, id: string): Promise<RecordKey> {
  const key = keyOf(id, 'IdentityGrant', ['id']);
  await tx.open();
  const [grant] = await tx.query<{ isRevoked: boolean }>(
    'select revoked_at is not null as "isRevoked" from identity_grant where id = $1 for update',
    [key],
  );
  if (!grant) throw notFound(['id'], `There is no grant ${id}.`);
  if (grant.isRevoked) throw badInput({ path: ['id'], message: `${id} is revoked already.` });
  await tx.query('update identity_grant set revoked_at = now(), revoked_by = $2 where id = $1', [
    key,
    tx.by,
  ]);
  return new RecordKey('IdentityGrant', key);
}
