import { existsSync } from 'node:fs';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { allowLongStatements } from '../compiler/raw-bytes-client.ts';
import type { Config } from '../config.ts';
import { clusterPaths } from '../database/cluster.ts';
import { connect } from '../database/connect.ts';
import { poolOf } from '../database/data-source.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { visitEmbedded } from '../database/visit.ts';
import { ensureMasterKey, masterKeysOf } from '../identity/master-key-file.ts';
import { sealPending } from '../identity/seal-pending.ts';

/**
 * Runs work on a connection of its own to the configured database, after migrating it. The embedded
 * PostgreSQL may belong to a running server. Otherwise it is created if needed, and runs only for
 * this call.
 */
export async function withWritableDatabase<T>(
  config: Config,
  work: (client: pg.ClientBase, database: DataSource) => Promise<T>,
): Promise<T> {
  const { databaseUrl, home } = config;
  const open = () =>
    existsSync(clusterPaths(home).folder) ? visitEmbedded(home) : startEmbedded(home);
  const { url, stop } = databaseUrl
    ? { url: databaseUrl, stop: async () => undefined }
    : await open();
  try {
    const database = await connect(url);
    try {
      await migrate(database);
      if (!databaseUrl) await ensureMasterKey(database, config);
      await sealPending(database, masterKeysOf(config));
      const client = await poolOf(database).connect();
      // A broken connection is reported by the next statement that uses it.
      client.on('error', () => undefined);
      allowLongStatements(client);
      try {
        return await work(client, database);
      } finally {
        client.release(true);
      }
    } finally {
      await database.destroy();
    }
  } finally {
    await stop();
  }
}
