import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this system reports the CPU time and memory of processes. Only Linux has /proc. */
export const canReadUsage = existsSync('/proc/self/stat');

/** The kernel counts CPU time in ticks of 10 ms. */
const msPerTick = 10;

/** A process's parent and CPU times in milliseconds, or undefined if it has ended. */
function statOf(pid) {
  try {
    // The process name in brackets may contain anything, even brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
    const [user, system, childrenUser, childrenSystem] = fields
      .slice(11, 15)
      .map((ticks) => Number(ticks) * msPerTick);
    return {
      parent: Number(fields[1]),
      own: user + system,
      children: childrenUser + childrenSystem,
    };
  } catch {
    return undefined;
  }
}

/** The CPU time of a process with all its threads, in milliseconds. */
export const cpuOf = (pid) => (canReadUsage ? (statOf(pid)?.own ?? 0) : Number.NaN);

/**
 * The CPU time of a PostgreSQL in milliseconds: its postmaster and all its past and present
 * processes.
 */
export function cpuOfTree(postmaster) {
  if (!canReadUsage) return Number.NaN;
  const { own, children } = statOf(postmaster);
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return running
    .map((pid) => statOf(pid))
    .reduce((sum, stat) => (stat?.parent === postmaster ? sum + stat.own : sum), own + children);
}

/** The process id of the PostgreSQL in the home folder of a ledger. */
export const postmasterOf = (home) =>
  Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

/** The memory that a process uses now, and its peak, in MiB. */
export function memoryOf(pid) {
  if (!canReadUsage) return { now: Number.NaN, peak: Number.NaN };
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const mebibytes = (name) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
  return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}
