/** How many connections one server holds. */
export const poolSize = 16;

/**
 * What every connection is set to. Prepared statements are planned once, for any values; times are UTC; a statement that runs away
 * is stopped by the database. What is asked for lies in memory or on flash: a row by its key costs little more than the next one. Many ask
 * short questions: none is worth processes of its own.
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
