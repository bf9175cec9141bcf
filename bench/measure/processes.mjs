import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells what a process has used. Linux does; elsewhere times of processes are left out. */
export const tellsUsage = existsSync('/proc/self/stat');

/** The kernel counts in hundredths of a second. */
const tick = 10;

/** A process's parent and CPU times, in milliseconds; undefined when it is gone. */
function statOf(pid) {
  try {
    // The name in brackets may hold anything, brackets too.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
    const [user, system, childrenUser, childrenSystem] = fields
      .slice(11, 15)
      .map((ticks) => Number(ticks) * tick);
    return {
      parent: Number(fields[1]),
      own: user + system,
      children: childrenUser + childrenSystem,
    };
  } catch {
    return undefined;
  }
}

/** CPU time of a process with all its threads, in milliseconds. */
export const cpuOf = (pid) => (tellsUsage ? (statOf(pid)?.own ?? 0) : Number.NaN);

/** CPU time of a PostgreSQL: its postmaster, the processes it has, and those it had. */
export function cpuOfTree(postmaster) {
  if (!tellsUsage) return Number.NaN;
  const { own, children } = statOf(postmaster);
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return running
    .map((pid) => statOf(pid))
    .reduce((sum, stat) => (stat?.parent === postmaster ? sum + stat.own : sum), own + children);
}

/** Memory that a process has now, and the most it had, in MiB. */
export function memoryOf(pid) {
  if (!tellsUsage) return { now: Number.NaN, most: Number.NaN };
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const mebibytes = (name) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
  return { now: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
}
