import type pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { RawBytesClient, type RawBytesConfig } from '../compiler/raw-bytes-client.ts';
import { derivedEntities, recordedEntities } from '../domains.ts';
import { connectionSettings, maxConnections } from './connection.ts';
import './indexes.ts';
import { migrations } from './migrations/index.ts';
import { NamingStrategy } from './naming-strategy.ts';

/** Every entity: the recorded ones and those that the database derives from them. */
export const entities: readonly (Function | EntitySchema)[] = [
  ...recordedEntities,
  ...derivedEntities,
];

const settings = Object.entries(connectionSettings)
  .map(([name, value]) => `set ${name} = '${value}'`)
  .join('; ');

/** Longer than `statement_timeout`, so that PostgreSQL itself ends what merely takes long. */
const answerTimeoutMs = 35_000;

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
    poolSize: maxConnections,
    // How long it may take to make a connection.
    connectTimeoutMS: 5_000,
    extra: {
      Client: RawBytesClient,
      // A closed connection would lose its prepared statements.
      idleTimeoutMillis: 0,
      application_name: 'claimgraph',
      // A connection over which nothing comes any more is noticed, even if it is idle.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      ...options,
      onConnect: (client: pg.ClientBase) => client.query(settings),
    },
  });
}

/** TypeORM's connection pool. Reads use it too, so that there is one pool. */
export const poolOf = (database: DataSource): pg.Pool =>
  // `driver` is declared as an interface without the pool; a data source of type postgres has this
  // one.
  (database.driver as unknown as PostgresDriver).master as pg.Pool;
