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

/** On a connection of its own, because ours have settings that older versions do not know. */
async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkRequirements(client, addressOf(url));
  } finally {
    await client.end().catch(() => undefined);
  }
}
