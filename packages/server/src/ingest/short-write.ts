import type pg from 'pg';
import { yieldToWrites } from './batch-size.ts';

/** Does some work as one write of the log. Other writes wait for it, so it must be short. */
export type ShortWrite = (work: () => Promise<void>) => Promise<void>;

/** How an import writes something in addition to its batches. */
interface ShortWriteOptions {
  by: string;
  action: string;
  /** The caller has opened a transaction and rolls it back. */
  dryRun: boolean;
  onLockHeld?: ((ms: number) => void) | undefined;
}

/** Makes what runs short writes on a connection. After each, the writes that wait go first. */
export const shortWriter =
  (client: pg.ClientBase, { by, action, dryRun, onLockHeld }: ShortWriteOptions): ShortWrite =>
  async (work) => {
    if (!dryRun) await client.query('begin');
    await client.query('select open_write($1, $2)', [by, action]);
    const start = Date.now();
    await work();
    await client.query('select close_write()');
    if (dryRun) return;
    await client.query('commit');
    const heldMs = Date.now() - start;
    onLockHeld?.(heldMs);
    await yieldToWrites(client, heldMs);
  };
