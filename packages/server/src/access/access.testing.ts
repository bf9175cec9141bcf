import { type Api, startApi } from '../testing/api.ts';
import { changeLogged } from '../testing/change-database.ts';
import { hashBytes, hashOf, newSecret } from './api-key.ts';
import { createKey } from './keys.ts';
import { type Role, roles } from './roles.ts';

/** A server that refuses requests without a credential, and a key of each role. */
export interface GuardedApi extends Api {
  keys: Record<Role, string>;
  /** A key that has expired, and one that was revoked. */
  expired: string;
  revoked: string;
  /** Asks a path of the server, with a key if there is one. */
  get(path: string, key?: string, init?: RequestInit): Promise<Response>;
}

export async function startGuardedApi(
  template: 'sample' | 'ledger' = 'sample',
  options: Parameters<typeof startApi>[1] = {},
): Promise<GuardedApi> {
  const api = await startApi(template, { anonymous: undefined, ...options });
  const { database } = api;
  const keys = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => {
        const name = `${role.toLowerCase()} of the desk`;
        return [role, await createKey(database, { name, role, expiresAt: null })] as const;
      }),
    ),
  ) as Record<Role, string>;
  const [expired, revoked] = [newSecret('key'), newSecret('key')];
  await changeLogged(
    database,
    `insert into api_key (id, name, role, hash, expires_at, revoked_at) values
       (gen_random_uuid(), 'expired', 'ADMIN', $1, now() - interval '1 second', null),
       (gen_random_uuid(), 'revoked', 'ADMIN', $2, null, now())`,
    [hashBytes(hashOf(expired)), hashBytes(hashOf(revoked))],
  );
  const get: GuardedApi['get'] = (path, key, { headers, ...init } = {}) =>
    fetch(new URL(path, api.url), {
      redirect: 'manual',
      ...init,
      headers: { ...(key && { authorization: `Bearer ${key}` }), ...(headers as object) },
    });
  return { ...api, keys, expired, revoked, get };
}

/** The header that sends a key. */
export const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

/** A server whose requests need a key and spend points, used with the key of an admin. */
export async function startKeyedApi(
  ...[template, options]: Parameters<typeof startApi>
): Promise<Api & { headers: Record<string, string> }> {
  const rates = { viewerPoints: 1_000_000_000, anonymousPoints: 1, failedSignIns: 0 };
  const api = await startApi(template, { anonymous: undefined, rates, ...options });
  const key = await createKey(api.database, { name: 'desk', role: 'ADMIN', expiresAt: null });
  const headers = withKey(key);
  return {
    ...api,
    headers,
    ask: (query, variables, others) => api.ask(query, variables, { ...headers, ...others }),
    data: (query, variables, others) => api.data(query, variables, { ...headers, ...others }),
  };
}
