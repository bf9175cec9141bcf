import { isViewerName } from '../access/viewer.ts';
import type { Tx } from '../history/write.ts';
import { cutText } from '../values/cut-text.ts';
import { badInput, notFound, type Path } from '../values/errors.ts';
import { maxCredentialId } from './identity-grant.entity.ts';

/** Whom a grant is for. */
interface Grantee {
  /** The name that lists of grants show. */
  name: string;
  /** What identifies the viewer: see `Viewer.credentialId`. */
  credentialId: string;
}

const keyForm = /^key:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;
const tokenForm = /^token:\S+ (\S.*)$/su;

/** The longest name of a viewer that a list shows. */
const maxShownName = 100;

/**
 * Finds whom a grant is for, by the name of an API key or by a `credentialId`. A key and a token
 * may have the same name, so a name alone always means a key.
 *
 * @throws Refusal BAD_USER_INPUT if it is neither; NOT_FOUND if no valid key is meant.
 */
export async function findGrantee(tx: Tx, viewer: string, path: Path): Promise<Grantee> {
  const subject = tokenForm.exec(viewer)?.[1];
  if (subject !== undefined && viewer.length <= maxCredentialId)
    return { name: cutText(subject.trim(), maxShownName), credentialId: viewer };
  // The admin keys of folders share this name, which does not say which one is meant.
  if (viewer === 'local' && tx.by === 'local' && tx.credentialId)
    return { name: viewer, credentialId: tx.credentialId };
  const id = keyForm.exec(viewer)?.[1];
  if (id === undefined && !isViewerName(viewer))
    throw badInput({ path, message: `Give one viewer: ${forms}` });
  const [key] = await tx.query<{ id: string; name: string }>(selectKey, [
    id ?? null,
    id === undefined ? viewer : null,
  ]);
  if (!key) throw notFound(path, `No valid API key is ${viewer}. Give one viewer: ${forms}`);
  return { name: key.name, credentialId: `key:${key.id}` };
}

const forms =
  'the name of an API key, or `credentialId`, as `viewer { credentialId }` shows it to that ' +
  'viewer. For the viewer of a token, only the latter.';

const selectKey = `
  select id, name from api_key
  where (id = $1 or name = $2 and home is null)
    and revoked_at is null and (expires_at is null or expires_at > now())`;
