import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { BackupHeader } from './backup-format.ts';

const note = z.object({
  path: z.string(),
  bytes: z.number(),
  createdAt: z.iso.datetime(),
  lastWrite: z.object({ seq: z.string().regex(/^\d+$/), hash: z.string() }).nullable(),
});

/** What is noted of the last backup, for `claimgraph doctor`. */
export type BackupNote = z.infer<typeof note>;

const noteFile = ({ home }: Config): string => join(home, 'last-backup.json');

/**
 * Notes a backup in CLAIMGRAPH_HOME. The ledger itself is not written to, so that a standby server
 * can be backed up, too.
 */
export async function noteBackup(
  config: Config,
  { path, bytes, header }: { path: string; bytes: number; header: BackupHeader },
): Promise<void> {
  const { createdAt, lastWrite } = header;
  const content: BackupNote = { path: resolve(path), bytes, createdAt, lastWrite };
  const temporary = `${noteFile(config)}.${process.pid}.part`;
  try {
    await mkdir(config.home, { recursive: true });
    await writeFile(temporary, `${JSON.stringify(content)}\n`, { mode: 0o600 });
    await rename(temporary, noteFile(config));
  } catch (error) {
    console.error(
      `Warning: claimgraph doctor will not know of this backup: ${(error as Error).message}.`,
    );
  }
}

/** The last backup that was noted; undefined if there is none. */
export async function readBackupNote(config: Config): Promise<BackupNote | undefined> {
  const text = await readFile(noteFile(config), 'utf8').catch(() => '');
  try {
    return note.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
