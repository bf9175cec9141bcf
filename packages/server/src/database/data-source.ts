import type pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { RawBytesClient } from '../compiler/raw-bytes.ts';
import { derivedEntities, recordedEntities } from '../domains.ts';
import { connectionSettings, poolSize } from './connection.ts';
import './indexes.ts';
import { migrations } from './migrations/index.ts';
import { Names } from './names.ts';

export const entities: readonly (Function | EntitySchema)[] = [
  ...recordedEntities,
  ...derivedEntities,
];

const settings = Object.entries(connectionSettings)
  .map(([name, value]) => `set ${name} = '${value}'`)
  .join('; ');

export function dataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as Function[],
    migrations,
    namingStrategy: new Names(),
    poolSize,
    // Waiting longer for a free connection helps nobody.
    connectTimeoutMS: 10_000,
    // A connection that was dropped takes its prepared statements with it.
    extra: {
      Client: RawBytesClient,
      idleTimeoutMillis: 0,
      application_name: 'claimgraph',
      onConnect: (client: pg.ClientBase) => client.query(settings),
    },
  });
}

/** The one pool: TypeORM's own, for writes, and the compiler's. */
export const poolOf = (database: DataSource): pg.Pool =>
  (database.driver as unknown as PostgresDriver).master as pg.Pool;
