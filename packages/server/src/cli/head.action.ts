import type { Config } from '../config.ts';
import type { HeadOptions } from './head.command.ts';
import { withReadOnlyDatabase } from './read-only-database.ts';
import { UserError } from './user-error.ts';
import { lastWrite } from './verify/verify-ledger.ts';

/**
 * Prints the hash of the last write, and on standard error which write that is.
 *
 * @throws UserError if nothing was ever written.
 */
export async function runHead(config: Config, { json = false }: HeadOptions): Promise<void> {
  const write = await withReadOnlyDatabase(config, (database) => lastWrite(database));
  if (!write) throw new UserError('The ledger has no writes yet.');
  if (json) console.log(JSON.stringify(write));
  else {
    console.log(write.hash);
    console.error(`It is the hash of write ${write.seq} (${write.at}).`);
  }
}
