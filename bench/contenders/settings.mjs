/** What every contender has: as many connections as the product holds, set as the product sets its own. */
export const poolSize = 16;

/** As the product sets its connections: planned once for any values, for a database in memory or on a solid-state disk, one process a statement. */
export const settings = {
  timezone: 'UTC',
  datestyle: 'ISO,YMD',
  jit: 'off',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  plan_cache_mode: 'force_generic_plan',
  statement_timeout: '30s',
};

/** The same as PostgreSQL's start-up options, which need no statement of their own. */
export const options = Object.entries(settings)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** The bench reads the address from the first line that holds one. */
export const announce = (port) => console.log(`http://127.0.0.1:${port}/graphql`);

/** A contender ends when it is told to, and when the bench is gone. */
export function endWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  process.stdin.on('end', () => process.exit(0)).resume();
}
