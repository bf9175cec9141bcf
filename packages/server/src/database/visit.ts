import { existsSync } from 'node:fs';
import { clusterPaths, urlOf } from './cluster.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isOwned } from './owner.ts';
import { findPostmaster } from './postmaster.ts';
import { StartError } from './start-error.ts';

/**
 * The embedded PostgreSQL of a home, for a command: the one that a server runs there now, which `stop` leaves running; else one that runs
 * until `stop`. It never makes one.
 *
 * @throws {StartError} there is none in the home, or it cannot start.
 */
export async function visitEmbedded(home: string): Promise<Pick<Embedded, 'url' | 'stop'>> {
  if (!existsSync(clusterPaths(home).folder))
    throw new StartError(
      `There is no database in ${home} yet. Start the server once (npm start), or set CLAIMGRAPH_HOME or DATABASE_URL.`,
    );
  // A server that starts or stops just now is neither there nor away; who starts a second PostgreSQL waits until that is settled.
  return (
    (await running(home)) ??
    startEmbedded(home).catch(async (error) => (await running(home)) ?? Promise.reject(error))
  );
}

async function running(home: string): Promise<Pick<Embedded, 'url' | 'stop'> | undefined> {
  const places = clusterPaths(home);
  const found = findPostmaster(places.data);
  if (!found || !(await isOwned(places, found.port))) return undefined;
  return { url: urlOf(places, found.port), stop: async () => undefined };
}
