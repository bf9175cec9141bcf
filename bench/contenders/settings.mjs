import { connectionSettings, poolSize } from '../../packages/server/dist/database/connection.js';

/** What every contender has: as many connections as the product holds, set as the product sets its own. */
export { poolSize };

/** As PostgreSQL's start-up options, which need no statement of their own. */
export const options = Object.entries(connectionSettings)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** The bench reads the address from the first line that holds one. */
export const announce = (port) => console.log(`http://127.0.0.1:${port}/graphql`);

/** A contender ends when it is told to, and when the bench is gone. */
export function endWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  process.stdin.on('end', () => process.exit(0)).resume();
}
