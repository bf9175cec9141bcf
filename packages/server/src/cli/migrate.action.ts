import type { Config } from '../config.ts';
import { migrateFor, userOf } from '../database/server-role.ts';
import { UserError } from './user-error.ts';

/** Migrates the database as its owner, and grants the server's user what a server needs. */
export async function runMigrate({ databaseUrl, migrateUrl }: Config): Promise<string> {
  if (databaseUrl === undefined || migrateUrl === undefined)
    throw new UserError(
      'Set DATABASE_URL to the URL by which the server connects, and CLAIMGRAPH_MIGRATE_URL to ' +
        'that of the owner of the database. The embedded PostgreSQL is migrated at each start.',
    );
  const role = userOf(databaseUrl);
  await migrateFor(migrateUrl, role);
  return `The database is at this version, and ${role} may run a server on it.`;
}
