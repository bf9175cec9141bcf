import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The process and port that `postmaster.pid` names. */
export interface Postmaster {
  pid: number;
  port: number;
}

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

/** Whether a process with that id exists, even one of another user. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

/**
 * Whether the process runs in the data folder, as PostgreSQL does. Process ids are reused: it may
 * be another program by now, or a zombie.
 */
const runsIn = (pid: number, data: string) => {
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux')
    return /postgres/.test(
      spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout,
    );
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch (error) {
    return hasCode(error, 'EACCES');
  }
};

const pidFile = (data: string) => join(data, 'postmaster.pid');

const readPidFile = (data: string) => {
  try {
    return readFileSync(pidFile(data), 'utf8').split('\n');
  } catch {
    return undefined;
  }
};

/** The PostgreSQL that runs in a data folder, including one that is starting or stopping. */
export const findPostmaster = (data: string): Postmaster | undefined => {
  const [pid, , , port] = readPidFile(data)?.map(Number) ?? [];
  return pid && pid > 0 && isAlive(pid) && runsIn(pid, data) ? { pid, port: port ?? 0 } : undefined;
};

/**
 * PostgreSQL refuses to start while the id in a left-over `postmaster.pid` is that of a living
 * process. This writes an id that no process can have. The file remains, because PostgreSQL reads
 * from it which shared memory must be free before it starts.
 */
export const disownPostmaster = (data: string): void => {
  const lines = readPidFile(data);
  if (lines && isAlive(Number(lines[0])))
    writeFileSync(pidFile(data), ['2147483646', ...lines.slice(1)].join('\n'));
};

/**
 * Stops PostgreSQL with a fast shutdown (SIGINT), and after 8 s with an immediate one (SIGQUIT),
 * from which it recovers at its next start.
 */
export const stopPostmaster = async (data: string, pgCtl: string): Promise<void> => {
  const running = findPostmaster(data);
  if (!running) return;
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['stop', '-D', data, '-m', 'fast', '-t', '8']);
    return;
  }
  const signal = (name: NodeJS.Signals) => isAlive(running.pid) && process.kill(running.pid, name);
  const deadline = Date.now() + 8000;
  signal('SIGINT');
  for (let isImmediate = false; findPostmaster(data)?.pid === running.pid; await sleep(10)) {
    if (isImmediate || Date.now() < deadline) continue;
    isImmediate = true;
    signal('SIGQUIT');
  }
};
