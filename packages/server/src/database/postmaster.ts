import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The PostgreSQL that `postmaster.pid` speaks of. */
export interface Postmaster {
  pid: number;
  port: number;
}

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

/** Whether a process of that number exists, ours or not. */
export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

/** Numbers are used again: the process may be anybody's by now, or a zombie that nobody collects. PostgreSQL works in its data folder. */
const worksIn = (pid: number, data: string) => {
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

/** The PostgreSQL that runs in a data folder now, starting and stopping ones included. */
export const findPostmaster = (data: string): Postmaster | undefined => {
  const [pid, , , port] = readPidFile(data)?.map(Number) ?? [];
  return pid && pid > 0 && isAlive(pid) && worksIn(pid, data)
    ? { pid, port: port ?? 0 }
    : undefined;
};

/**
 * PostgreSQL refuses to start while the number in a left-over `postmaster.pid` is any living process's. Puts in a number that no
 * process can have. The file itself stays: PostgreSQL reads in it which shared memory must be free before it is safe to start.
 */
export const disownPostmaster = (data: string): void => {
  const lines = readPidFile(data);
  if (lines && isAlive(Number(lines[0])))
    writeFileSync(pidFile(data), ['2147483646', ...lines.slice(1)].join('\n'));
};

/** Stops a PostgreSQL: at once but in order (SIGINT), and after 8 s without order (SIGQUIT); the latter it repairs at its next start. */
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
  for (let hurried = false; findPostmaster(data)?.pid === running.pid; await sleep(10)) {
    if (hurried || Date.now() < deadline) continue;
    hurried = true;
    signal('SIGQUIT');
  }
};
