import type { DataSource } from 'typeorm';
import type { Config } from '../config.ts';
import { type AdminKey, ensureAdminKey } from './admin-key.ts';
import { hasLiveKey } from './keys.ts';
import { SignInLinks } from './sign-in-links.ts';
import { anonymousViewer, type Viewer } from './viewer.ts';

/** Who may use a server, by its settings. */
export interface Access {
  /** The viewer of requests without a credential. Undefined: they are refused. */
  anonymous: Viewer | undefined;
  /** Whether requests without a credential must come from this machine, not through a proxy. */
  isAnonymousLocal: boolean;
  /** The admin key of the folder; only on loopback. */
  adminKey?: AdminKey;
  /** Links that sign in with it. */
  signInLinks?: SignInLinks;
}

/**
 * Decides who may use the server. If only this machine reaches it and nothing else is set, everyone
 * on it reads, and the folder gets an admin key. Otherwise everyone needs a credential, unless
 * CLAIMGRAPH_PUBLIC_READ=1.
 *
 * @returns undefined when nobody could do anything.
 */
export async function openAccess(
  database: DataSource,
  { isLocal, publicRead, jwt, home }: Config,
): Promise<Access | undefined> {
  const isByDefault = isLocal && !jwt && publicRead === undefined;
  const anonymous = publicRead || isByDefault ? anonymousViewer : undefined;
  if (!isLocal || jwt) {
    const isUsable = anonymous || jwt || (await hasLiveKey(database));
    return isUsable ? { anonymous, isAnonymousLocal: false } : undefined;
  }
  const adminKey = await ensureAdminKey(database, home);
  const signInLinks = new SignInLinks(adminKey.id);
  return { anonymous, isAnonymousLocal: isByDefault, adminKey, signInLinks };
}
