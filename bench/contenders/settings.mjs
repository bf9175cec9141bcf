import { connectionSettings, poolSize } from '../../packages/server/dist/database/connection.js';

/** Every contender has as many connections as the product, with the product's own settings. */
export { poolSize };

/** The settings as PostgreSQL start-up options, which need no extra statement. */
export const options = Object.entries(connectionSettings)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** Prints the address. The bench reads it from the first line that contains one. */
export const announce = (port) => console.log(`http://127.0.0.1:${port}/graphql`);

/** Ends the contender on a signal, and when the bench itself has ended. */
export function endWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
  process.stdin.on('end', () => process.exit(0)).resume();
}
