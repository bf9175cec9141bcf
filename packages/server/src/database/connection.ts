import { readConnections } from '../compiler/connections.ts';

/** Connections for requests that read, and one to cancel their statements. */
export const maxReadConnections = readConnections + 1;

/**
 * Connections for all else: a write, an import, keys, and the statements that cancel writes.
 * Requests wait in lines of their own, never for the pool.
 */
export const maxOtherConnections = 5;

/** All connections of one server. */
export const maxConnections = maxReadConnections + maxOtherConnections;

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

/** Settings of the connections that requests read on. Their transactions cannot change anything. */
export const readOnlySettings = { ...connectionSettings, default_transaction_read_only: 'on' };
