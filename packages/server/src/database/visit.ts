import { existsSync } from 'node:fs';
import { clusterPaths, urlOf } from './cluster.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isOwned } from './owner.ts';
import { findPostmaster } from './postmaster.ts';
import { StartError } from './start-error.ts';

/**
 * The embedded PostgreSQL of a home, for a command. If a server runs it now, `stop` leaves it
 * running. Otherwise it is started and runs until `stop`. A database is never made.
 *
 * @throws {StartError} there is no database in the home, or it cannot start.
 */
export async function visitEmbedded(home: string): Promise<Pick<Embedded, 'url' | 'stop'>> {
  if (!existsSync(clusterPaths(home).folder))
    throw new StartError(
      `There is no database in ${home} yet. ` +
        'Start the server once (npm start), or set CLAIMGRAPH_HOME or DATABASE_URL.',
    );
  // While a server starts or stops there, neither works at once; a second start waits for the
  // outcome.
  return (
    (await runningEmbedded(home)) ??
    startEmbedded(home).catch(
      async (error) => (await runningEmbedded(home)) ?? Promise.reject(error),
    )
  );
}

async function runningEmbedded(home: string): Promise<Pick<Embedded, 'url' | 'stop'> | undefined> {
  const paths = clusterPaths(home);
  const postmaster = findPostmaster(paths.data);
  if (!postmaster || !(await isOwned(paths, postmaster.port))) return undefined;
  return { url: urlOf(paths, postmaster.port), stop: async () => undefined };
}
