import { isViewerName } from '../access/viewer.ts';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { badInput, conflict, Issues, notFound } from '../values/errors.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { maxPurpose } from './identity-grant.entity.ts';

/** The longest time of a grant, in days. */
export const maxGrantDays = 366;

const dayMs = 24 * 60 * 60 * 1_000;

/** Viewers that are nobody in particular. */
const nobody: readonly string[] = ['anonymous', 'import'];

interface GrantRequest {
  sourceId: string;
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
  if (!isViewerName(viewer) || nobody.includes(viewer))
    issues.add(['viewer'], 'Give the name of one viewer, as `viewer { name }` shows it.');
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
    `insert into identity_grant (id, source_id, viewer, purpose, until, granted_by, granted_at)
     values ($1, $2, $3, $4, $5, $6, now())`,
    [id, sourceKey, viewer, stated, until, tx.by],
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
