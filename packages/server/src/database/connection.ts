import { readConnections } from '../compiler/connections.ts';

/** Connections that read at once. */
export const poolSize = readConnections;

/**
 * All connections of one server: some more, for a write, an import, and the statements that cancel
 * others. Requests wait in lines of their own, never for the pool.
 */
export const maxConnections = poolSize + 6;

/**
 * Settings of every connection. Prepared statements are planned once, for any values. Times are
 * UTC. The database stops statements that run too long. Data is in memory or on flash, so random
 * reads are cheap. There are many short statements, so none gets parallel workers.
 */
export const connectionSettings = {
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  client_encoding: 'UTF8',
  timezone: 'UTC',
  datestyle: 'ISO,YMD',
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
} as const;
