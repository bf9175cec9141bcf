import type { DataSource } from 'typeorm';
import { dataSource } from './data-source.ts';
import { StartError } from './start-error.ts';

/** Host, port and name of a database, without user and password. */
export const addressOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

/** Connects to a database. @throws {StartError} it cannot be used. */
export async function connect(url: string): Promise<DataSource> {
  try {
    return await dataSource(url).initialize();
  } catch (error) {
    throw new StartError(
      `The database at ${addressOf(url)} cannot be used: ${(error as Error).message}`,
    );
  }
}
