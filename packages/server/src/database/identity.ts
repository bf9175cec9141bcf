import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from './start-error.ts';

/** The user as whom PostgreSQL runs. PostgreSQL refuses root and users without a name. */
export interface Identity {
  /** The words before the command: none, or those that make a user namespace. */
  prefix: string[];
  /** The user to become. Left out: the current user. */
  user?: User;
  /** The working folder, which this user may enter. */
  home: string;
}

interface User {
  uid: number;
  gid: number;
}

// In a user namespace the process sees itself as `nobody` but keeps the current user's rights on
// disk.
const namespacePrefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

const userNobody = (): User => {
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || 65_534);
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const hasUserName = () => {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
};

const ownerOf = (path: string): User => {
  const { uid, gid } = statSync(path);
  return { uid, gid };
};

/** Whether that user has a name, may enter the home and may run PostgreSQL. */
const canRun = ({ prefix, user, home }: Identity, postgres: string) => {
  const script = 'id -un && cd "$1" && "$2" --version';
  const words = [...prefix, '/bin/sh', '-c', script, 'claimgraph-check', home, postgres];
  const [command = '', ...args] = words;
  return spawnSync(command, args, { ...user, stdio: 'ignore' }).status === 0;
};

const identityForRoot = (home: string, folder: string, postgres: string): Identity => {
  const owner = existsSync(folder) ? ownerOf(folder) : undefined;
  const become = (user: User | undefined): Identity[] =>
    user && user.uid !== 0 ? [{ prefix: [], user, home }] : [];
  const candidates = [
    ...become(owner),
    { prefix: namespacePrefix, home },
    ...become(userNobody()),
    ...become(ownerOf(dirname(home))),
  ];
  const chosen = candidates.find((candidate) => canRun(candidate, postgres));
  if (chosen) return chosen;
  throw new StartError(
    `PostgreSQL refuses to run as root, and no other user may enter ${home} and run ${postgres}. ` +
      'Start as an ordinary user, or set DATABASE_URL to your own PostgreSQL 15 or newer.',
  );
};

/**
 * Chooses the user as whom PostgreSQL can run. Root is replaced by the first of these that works:
 * the present owner of the folder, root in a user namespace, `nobody`, the owner of the folder
 * around the home.
 *
 * @param home the working folder; it exists
 * @param folder in the home, to be owned by that user; it may not exist yet
 * @throws {StartError} the folder belongs to another user, or none of those works for root.
 */
export const chooseIdentity = (home: string, folder: string, postgres: string): Identity => {
  const current: Identity = { prefix: [], home };
  const uid = process.getuid?.();
  if (uid === undefined) return current;
  if (uid === 0) return identityForRoot(home, folder, postgres);
  const owner = existsSync(folder) ? ownerOf(folder).uid : uid;
  if (owner !== uid)
    throw new StartError(
      `${folder} belongs to another user (uid ${owner}). ` +
        'Start as that user, or set CLAIMGRAPH_HOME to a folder of your own.',
    );
  const namespaced: Identity = { prefix: namespacePrefix, home };
  return hasUserName() || !canRun(namespaced, postgres) ? current : namespaced;
};

/** Makes the user own a folder and everything in it, if this process is root. */
export const giveTo = ({ user = { uid: 0, gid: 0 } }: Identity, folder: string): void => {
  if (process.getuid?.() !== 0 || ownerOf(folder).uid === user.uid) return;
  for (const entry of readdirSync(folder, { recursive: true }))
    lchownSync(join(folder, String(entry)), user.uid, user.gid);
  // The folder itself last, so that the next start repeats an interrupted change.
  chownSync(folder, user.uid, user.gid);
};
