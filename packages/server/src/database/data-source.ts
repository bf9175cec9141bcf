import type pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { OctetClient } from '../compiler/octets.ts';
import { derived, recorded } from '../domains.ts';
import './indexes.ts';
import { migrations } from './migrations/index.ts';
import { Names } from './names.ts';

export const entities: readonly (Function | EntitySchema)[] = [...recorded, ...derived];

/** How many connections one server holds. */
const poolSize = 16;

/**
 * What every connection is set to. Prepared statements are planned once, for any values; times are UTC; a statement that runs away
 * is stopped by the database. What is asked for lies in memory or on flash: a row by its key costs little more than the next one. Many ask
 * short questions: none is worth processes of its own.
 */
const settings = `set random_page_cost = 1.1; set max_parallel_workers_per_gather = 0; set client_encoding = 'UTF8'; set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set plan_cache_mode = force_generic_plan; set jit = off;
  set statement_timeout = '30s'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '60s'`;

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
      Client: OctetClient,
      idleTimeoutMillis: 0,
      application_name: 'claimgraph',
      onConnect: (client: pg.ClientBase) => client.query(settings),
    },
  });
}

/** The one pool: TypeORM's own, for writes, and the compiler's. */
export const poolOf = (database: DataSource): pg.Pool => (database.driver as unknown as PostgresDriver).master as pg.Pool;
