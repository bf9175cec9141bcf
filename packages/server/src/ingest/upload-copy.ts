import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The copy of an upload on disk. */
export interface UploadCopy {
  path: string;
  /** Removes it. */
  remove(): Promise<void>;
}

/**
 * Saves an upload, because it is read twice: a file that is wrong as a whole changes nothing. The
 * copy may be secret, and a killed server removes nothing. So where the system has names for open
 * files, as Linux has, the copy loses its own before anything is written into it.
 */
export async function saveUpload(upload: Readable, signal: AbortSignal): Promise<UploadCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  const file = await open(join(folder, 'file'), 'wx+', 0o600);
  const nameOfOpen = `/proc/self/fd/${file.fd}`;
  const isNameless = existsSync(nameOfOpen);
  const remove = async () => {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  };
  const path = isNameless ? nameOfOpen : join(folder, 'file');
  try {
    if (isNameless) await rm(folder, { recursive: true });
    await pipeline(upload, createWriteStream(path), { signal });
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
