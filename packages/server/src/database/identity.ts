import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from './start-error.ts';

/** As whom PostgreSQL runs: it refuses root, and a user without a name. */
export interface Identity {
  /** What comes before the command: nothing, or a new user namespace. */
  prefix: string[];
  /** The user to become; left out, the one we are. */
  user?: User;
  /** The working folder, which this identity may enter. */
  home: string;
}

interface User {
  uid: number;
  gid: number;
}

// In a namespace of its own the process looks like nobody to itself, while on disk it stays who we are: it may enter what we own.
const namespace = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

const nobody = (): User => {
  const ask = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout || 65_534);
  return { uid: ask('-u'), gid: ask('-g') };
};

const isNamed = () => {
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

/** Whether that identity has a name, may enter the home and may run PostgreSQL. */
const works = ({ prefix, user, home }: Identity, postgres: string) => {
  const [command, ...args] = [
    ...prefix,
    '/bin/sh',
    '-c',
    'id -un && cd "$1" && "$2" --version',
    'try',
    home,
    postgres,
  ];
  return spawnSync(command!, args, { ...user, stdio: 'ignore' }).status === 0;
};

const forRoot = (home: string, folder: string, postgres: string): Identity => {
  const owner = existsSync(folder) ? ownerOf(folder) : undefined;
  const become = (user: User | undefined): Identity[] =>
    user && user.uid !== 0 ? [{ prefix: [], user, home }] : [];
  const candidates = [
    ...become(owner),
    { prefix: namespace, home },
    ...become(nobody()),
    ...become(ownerOf(dirname(home))),
  ];
  const chosen = candidates.find((candidate) => works(candidate, postgres));
  if (chosen) return chosen;
  throw new StartError(
    `PostgreSQL refuses to run as root, and no other user may enter ${home} and run ${postgres}. ` +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  );
};

/**
 * Whom PostgreSQL can run as here. Root is not one of them; in its place comes the first that works of: whoever owns the folder
 * already, ourselves in a user namespace, nobody, the owner of the place that the home lies in.
 *
 * @param home the working folder; it exists
 * @param folder in the home, what PostgreSQL must own; it may not exist yet
 * @throws {StartError} the folder belongs to somebody else, or root finds nobody to be.
 */
export const chooseIdentity = (home: string, folder: string, postgres: string): Identity => {
  const own: Identity = { prefix: [], home };
  const uid = process.getuid?.();
  if (uid === undefined) return own;
  if (uid === 0) return forRoot(home, folder, postgres);
  const owner = existsSync(folder) ? ownerOf(folder).uid : uid;
  if (owner !== uid)
    throw new StartError(
      `${folder} belongs to another user (uid ${owner}). Start as that user, or set CLAIMGRAPH_HOME to a folder of yours.`,
    );
  const mapped: Identity = { prefix: namespace, home };
  return isNamed() || !works(mapped, postgres) ? own : mapped;
};

/** Gives a folder and all in it to the identity, if they are not theirs. */
export const giveTo = ({ user = { uid: 0, gid: 0 } }: Identity, folder: string): void => {
  if (process.getuid?.() !== 0 || ownerOf(folder).uid === user.uid) return;
  for (const entry of readdirSync(folder, { recursive: true }))
    lchownSync(join(folder, String(entry)), user.uid, user.gid);
  // The folder itself last, so that a change cut short is taken up again.
  chownSync(folder, user.uid, user.gid);
};
