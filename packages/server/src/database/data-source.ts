import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { RawBytesClient, type RawBytesConfig } from '../compiler/raw-bytes-client.ts';
import { derivedEntities, recordedEntities } from '../domains.ts';
import {
  connectionSettings,
  maxOtherConnections,
  maxReadConnections,
  readOnlySettings,
} from './connection.ts';
import './indexes.ts';
import { migrations } from './migrations/index.ts';
import { NamingStrategy } from './naming-strategy.ts';

/** Every entity: the recorded ones and those that the database derives from them. */
export const entities: readonly (Function | EntitySchema)[] = [
  ...recordedEntities,
  ...derivedEntities,
];

const statementOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `set ${name} = '${value}'`)
    .join('; ');

/** Longer than `statement_timeout`, so that PostgreSQL itself ends what merely takes long. */
const answerTimeoutMs = 35_000;

/** How long it may take to make a connection. */
const connectTimeoutMS = 5_000;

const clientOptions = {
  Client: RawBytesClient,
  // A closed connection would lose its prepared statements.
  idleTimeoutMillis: 0,
  application_name: 'claimgraph',
  // A connection over which nothing comes any more is noticed, even if it is idle.
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** Makes the settings of a new connection before its first statement. */
const prepareBy =
  (settings: Readonly<Record<string, string>>) =>
  (client: pg.ClientBase): Promise<unknown> =>
    client.query(statementOf(settings));

/** A data source for a database; `initialize` connects it. */
export function dataSource(
  url: string,
  options: Pick<RawBytesConfig, 'answerTimeoutMs'> = { answerTimeoutMs },
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as Function[],
    migrations,
    namingStrategy: new NamingStrategy(),
    poolSize: maxOtherConnections,
    connectTimeoutMS,
    extra: { ...clientOptions, ...options, onConnect: prepareBy(connectionSettings) },
  });
}

/** TypeORM's connection pool, for everything that may write. */
export const poolOf = (database: DataSource): pg.Pool =>
  // `driver` is declared as an interface without the pool; a data source of type postgres has this
  // one.
  (database.driver as unknown as PostgresDriver).master as pg.Pool;

/** How long the statement of an interactive read may take by default, in milliseconds. */
export const defaultReadTimeoutMs = 5_000;

/**
 * Makes the connections that requests read on. PostgreSQL refuses every change on them, by any
 * statement. `statementTimeoutMs`: how long the statement of an interactive read may take. Close
 * them with `end`.
 */
export function createReadPool(
  database: DataSource,
  statementTimeoutMs = defaultReadTimeoutMs,
): pg.Pool {
  // The type of a DataSource does not say which driver it has.
  const { url, extra } = (database.driver as unknown as PostgresDriver).options;
  const pool = new pg.Pool({
    ...extra,
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMS,
    max: maxReadConnections,
    onConnect: prepareBy({ ...readOnlySettings, statement_timeout: `${statementTimeoutMs}ms` }),
  });
  // The next statement reports a lost connection. Without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** How long the last connections of a pool may take to close, in milliseconds. */
const longestDisconnect = 300;

/** Closes the connections of a pool. A database that does not answer does not hold it up. */
export const endPool = async (pool: pg.Pool): Promise<void> => {
  await Promise.race([pool.end(), sleep(longestDisconnect, undefined, { ref: false })]);
};
