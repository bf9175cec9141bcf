/** What every contender has: as many connections as the product holds, set as the product sets its own. */
export const poolSize = 16;

/** PostgreSQL's settings of a connection, but for how prepared statements are planned: each contender takes what is best for it. */
export const common = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set jit = off; set statement_timeout = '30s'`;
export const genericPlans = 'set plan_cache_mode = force_generic_plan';

/** The bench reads the address from the first line that holds one. */
export const announce = (port) => console.log(`http://127.0.0.1:${port}/graphql`);

/** A contender ends when it is told to, and when the bench is gone. */
export function endWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  process.stdin.on('end', () => process.exit(0)).resume();
}
