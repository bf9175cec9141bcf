import { chmodSync, mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The file system that Linux keeps in memory. */
const memory = '/dev/shm';

/** What a run of all tests takes at most, in bytes: half in files, half in Jest's workers. */
const neededBytes = 6 * 1024 ** 3;

/**
 * Creates the folder of a test run: in CLAIMGRAPH_TEST_FOLDER, or else in memory if there is room,
 * because a database is copied in 20 ms there, and in 500 ms on a disk.
 */
export function createTestFolder(): string {
  const parent = process.env.CLAIMGRAPH_TEST_FOLDER ?? (isUsable() ? memory : tmpdir());
  const folder = mkdtempSync(join(resolve(parent), 'claimgraph-tests-'));
  // Under root, PostgreSQL runs as another user, who needs to enter this folder.
  chmodSync(folder, 0o711);
  return folder;
}

/** Whether memory has room, and programs may be executed there, as some tests do. */
function isUsable(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === memory);
    const allowsPrograms = mount !== undefined && !mount.includes('noexec');
    // A container may have less memory than its machine.
    return allowsPrograms && Math.min(bavail * bsize, process.availableMemory()) > neededBytes;
  } catch {
    return false;
  }
}
