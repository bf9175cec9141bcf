import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSource } from './data-source.ts';
import { checkRequirements } from './requirements.ts';
import { StartError } from './start-error.ts';

/** Host, port and name of a database, without user and password. */
export const addressOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

/** Connects to a database. @throws {StartError} it cannot be used. */
export async function connect(url: string): Promise<DataSource> {
  try {
    await checkDatabase(url);
    return await dataSource(url).initialize();
  } catch (error) {
    if (error instanceof StartError) throw error;
    // Where a host has several addresses, Node's error has a code but no message.
    const { message, code } = error as NodeJS.ErrnoException;
    throw new StartError(`The database at ${addressOf(url)} cannot be used: ${message || code}`);
  }
}

/**
 * A pooler in transaction mode gives the settings of one client to others, and statements that one
 * has prepared to none.
 */
async function checkSessions(client: pg.Client, url: string): Promise<void> {
  const probe = randomUUID();
  await client.query(`select set_config('claimgraph.probe', $1, false)`, [probe]);
  const other = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  other.on('error', () => undefined);
  try {
    await other.connect();
    const { rows } = await other.query(`select current_setting('claimgraph.probe', true) as found`);
    if (rows[0].found !== probe) return;
    await other.query('reset claimgraph.probe');
    throw new StartError(
      `At ${addressOf(url)} is a pooler that shares connections between clients for each ` +
        'transaction. Claimgraph prepares statements and needs sessions: set pool_mode to ' +
        'session in PgBouncer, or connect to PostgreSQL itself. Claimgraph has pools of its own.',
    );
  } finally {
    await other.end().catch(() => undefined);
  }
}

/** On a connection of its own, because ours have settings that older versions do not know. */
async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkRequirements(client, addressOf(url));
    await checkSessions(client, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}
