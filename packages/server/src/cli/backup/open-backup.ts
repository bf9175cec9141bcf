import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { asUnreadable } from '../file-errors.ts';
import { UserError } from '../user-error.ts';

/**
 * Opens a backup file, or standard input for `-`.
 * @throws UserError when it cannot be read.
 */
export async function openBackup(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  const handle = await open(file).catch((error) => {
    throw asUnreadable(file, error);
  });
  if ((await handle.stat()).isDirectory()) {
    await handle.close();
    throw new UserError(`${file} cannot be read: it is a folder.`);
  }
  return handle.createReadStream({ highWaterMark: 256 * 1024 });
}

/** The file in messages. */
export const fileName = (file: string): string => (file === '-' ? 'standard input' : file);
