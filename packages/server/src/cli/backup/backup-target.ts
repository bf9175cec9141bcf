import { createWriteStream, rmSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../user-error.ts';

/** Where a backup is written. */
export interface BackupTarget {
  stream: Writable;
  /** False for standard output, devices and pipes. */
  isFile: boolean;
  /** Gives the complete file its name. */
  keep(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/**
 * The path to write to: the file, or in a folder one that is named after the time.
 * @throws UserError if there is a file that must not be replaced.
 */
export async function chooseTarget(
  file: string | undefined,
  force: boolean,
  now: Date,
): Promise<string> {
  if (file === '-') {
    if (process.stdout.isTTY)
      throw new UserError('A backup is not text for a terminal. Name a file, or pipe it on.');
    return file;
  }
  const path = file ?? '.';
  if (!(await kindOf(path))?.isDirectory()) return refuseExisting(path, force);
  const time = now.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return refuseExisting(join(path, `claimgraph-${time}.backup.gz`), force);
}

const kindOf = (path: string) => stat(path).catch(() => undefined);

async function refuseExisting(path: string, force: boolean): Promise<string> {
  if (!force && (await kindOf(path))?.isFile())
    throw new UserError(`There is a file ${path} already. Add --force to replace it.`);
  return path;
}

/**
 * Opens a target. A file is written under another name, which only its owner may read, and renamed
 * when it is complete and on disk. If the process ends before that, it removes the file.
 */
export async function openTarget(path: string, force: boolean): Promise<BackupTarget> {
  if (path === '-') return openSpecial(withoutEnd(process.stdout));
  const kind = await kindOf(path);
  if (kind && !kind.isFile()) return openSpecial(createWriteStream(path));
  const temporary = `${path}.${process.pid}.part`;
  const remove = () => rmSync(temporary, { force: true });
  process.once('exit', remove);
  const settle = () => {
    remove();
    process.off('exit', remove);
  };
  return {
    stream: createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }),
    isFile: true,
    keep: async () => {
      await refuseExisting(path, force);
      await rename(temporary, path);
      await flushFolder(dirname(path));
      settle();
    },
    discard: async () => settle(),
  };
}

const openSpecial = (stream: Writable): BackupTarget => ({
  stream,
  isFile: false,
  keep: async () => undefined,
  discard: async () => undefined,
});

/** A stream whose end does not end the other one: Node refuses to end standard output. */
function withoutEnd(stream: Writable): Writable {
  const through = new PassThrough();
  pipeline(through, stream, { end: false }).catch((error) => through.destroy(error));
  return through;
}

/** Makes sure that the new name is on disk, where the system can. */
async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows and some network file systems cannot flush folders.
  } finally {
    await handle?.close();
  }
}
