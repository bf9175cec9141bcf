import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AdminKeyError } from './access/admin-key.ts';
import { type Access, openAccess } from './access/open-access.ts';
import { type Config, isLoopback } from './config.ts';
import { connect } from './database/connect.ts';
import { type Embedded, startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { migrateEmbedded, migrateFor, userOf } from './database/server-role.ts';
import { StartError } from './database/start-error.ts';
import { backlog } from './http/acceptors.ts';
import { ManifestError } from './http/manifests.ts';
import { ensureMasterKey, masterKeysOf } from './identity/master-key-file.ts';
import { sealPending } from './identity/seal-pending.ts';
import { loadSample } from './ingest/sample.ts';
import { schemaOf } from './schema.ts';
import { serve } from './server.ts';
import { Refusal } from './values/errors.ts';

/** A running Claimgraph. */
export interface Running {
  url: string;
  database: DataSource;
  access: Access;
  /** Resolves when the embedded PostgreSQL ends by itself; never without one. */
  ended: Promise<void>;
  /** Lets running requests end, and stops everything within `stopSeconds`. */
  stop(): Promise<void>;
  stopSeconds: number;
}

/** How many clients are accepted in each turn of the event loop. Node by itself accepts one. */
const acceptors = 8;

/** How long the last connections to the database may take to close, in milliseconds. */
const longestDisconnect = 300;

/**
 * Starts the database, migrates it, loads the sample once, and starts the server. `stop` undoes it.
 *
 * @throws StartError with a message for a person.
 */
export async function start(config: Config, log: Logger): Promise<Running> {
  const note = (message: string) => log.warn(message);
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.home, { note });
  let database: DataSource | undefined;
  let app: FastifyInstance | undefined;
  const stop = async () => {
    const deadline = Date.now() + config.stopSeconds * 1_000;
    await app?.close();
    // A database that does not answer must not hold up the end.
    if (database?.isInitialized)
      await Promise.race([database.destroy(), sleep(longestDisconnect, undefined, { ref: false })]);
    await embedded?.stop(Math.max(200, deadline - Date.now() - 1_000));
  };
  try {
    database = await connect(await serverUrlOf(config, embedded));
    // A server whose role may not migrate finds that nothing is to be done.
    await migrate(database);
    const masterKeys = masterKeysOf(config);
    if (embedded) await ensureMasterKey(database, config);
    await sealPending(database, masterKeys).catch((error) => {
      throw error instanceof Refusal ? new StartError(error.message) : error;
    });
    if (config.loadsSample) await loadSample(database);
    const access = await accessOf(database, config);
    const anyHost = !isLoopback(config.host) && config.hosts.length === 0;
    const schema = await schemaOf();
    const tracing =
      config.traces && (await import('./http/tracing.ts')).startTracing(config.traces);
    const settings = { ...config, ...access, anyHost, schema, log, tracing, masterKeys, acceptors };
    app = await serve({ ...settings, database }).catch((error) => {
      throw error instanceof ManifestError ? new StartError(error.message) : error;
    });
    const url = await listen(app, config);
    return {
      url,
      database,
      access,
      ended: ending(embedded),
      stop,
      stopSeconds: config.stopSeconds,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The URL by which the server connects, after the owner of the database has migrated it. */
async function serverUrlOf(
  { databaseUrl, migrateUrl }: Config,
  embedded: Embedded | undefined,
): Promise<string> {
  if (embedded) return migrateEmbedded(embedded.url);
  if (databaseUrl === undefined) throw new Error('There is no database.');
  if (migrateUrl !== undefined) await migrateFor(migrateUrl, userOf(databaseUrl));
  return databaseUrl;
}

/** @throws StartError if nobody could use the server. */
async function accessOf(database: DataSource, config: Config): Promise<Access> {
  const access = await openAccess(database, config).catch((error) => {
    throw error instanceof AdminKeyError ? new StartError(error.message) : error;
  });
  if (access) return access;
  const where = isLoopback(config.host)
    ? 'CLAIMGRAPH_HOSTS is set'
    : `HOST is "${config.host}", which other machines may reach`;
  throw new StartError(
    `${where}, and nobody has a key. Create one ` +
      '(npx claimgraph keys create --role ADMIN --name YOUR-NAME), or set CLAIMGRAPH_JWT_JWKS, ' +
      'CLAIMGRAPH_JWT_ISSUER and CLAIMGRAPH_JWT_AUDIENCE, or set CLAIMGRAPH_PUBLIC_READ=1 to let ' +
      'everyone read and nobody write.',
  );
}

const ending = (embedded: Embedded | undefined): Promise<void> =>
  embedded?.ended ?? new Promise(() => undefined);

/** Listens on the configured port. If the default port is taken, any free one is used. */
async function listen(app: FastifyInstance, { host, port, portAsked }: Config): Promise<string> {
  try {
    return await app.listen({ host, port, backlog });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (portAsked)
      throw new StartError(
        `Port ${port} is taken by another program. ` +
          'Stop it, set PORT to another one, or leave PORT out.',
      );
    return app.listen({ host, port: 0, backlog });
  }
}
