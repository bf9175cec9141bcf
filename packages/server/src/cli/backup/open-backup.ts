import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { UserError } from '../user-error.ts';

/**
 * Opens a backup file, or standard input for `-`.
 * @throws UserError when it cannot be read.
 */
export async function openBackup(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  const unreadable = (reason: string) => new UserError(`${file} cannot be read: ${reason}.`);
  const handle = await open(file).catch(({ code, message }: NodeJS.ErrnoException) => {
    throw code === 'ENOENT' ? new UserError(`There is no file ${file}.`) : unreadable(message);
  });
  if ((await handle.stat()).isDirectory()) {
    await handle.close();
    throw unreadable('it is a folder');
  }
  return handle.createReadStream({ highWaterMark: 256 * 1024 });
}

/** The file in messages. */
export const fileName = (file: string): string => (file === '-' ? 'standard input' : file);
