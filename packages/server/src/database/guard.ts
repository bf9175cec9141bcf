import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { inheritedEnvironment } from '../config.ts';
import type { Identity } from './identity.ts';

/**
 * A shell script that runs a program and stops it when this process ends. Its standard input is a
 * pipe from us, which closes even after kill -9. It ends together with the program. `read` instead
 * of `cat`, because a builtin leaves no child process. HUP is ignored first, so that the program
 * inherits that. A program that does not obey is killed.
 */
const guard = `
trap '' HUP
stop=$1; shift
exec 3<&0
"$@" </dev/null 3<&- & program=$!
trap 'kill -INT $program' INT TERM
trap 'kill -QUIT $program' QUIT
{ read -r _; kill -$stop $program
  for second in 1 2 3 4 5 6 7 8 9 10; do
    sleep 1; kill -0 $program || exit; [ $second = 8 ] && kill -QUIT $program
  done
  kill -KILL $program
} <&3 >/dev/null 2>&1 & watch=$!
exec 3<&- </dev/null
while kill -0 $program 2>/dev/null; do wait $program; code=$?; done
kill $watch 2>/dev/null
exit $code`;

/**
 * Lets glibc retain 4 MB of freed heap per process. By default it returns the end of the heap to
 * the system and requests it again, page by page, for the next statement, which makes some
 * statements half as slow again. docker-compose.yml has the same settings.
 */
const allocator = { MALLOC_TRIM_THRESHOLD_: '4194304', MALLOC_MMAP_THRESHOLD_: '4194304' };

/** A program that ends with this process. */
export interface GuardedProcess {
  /** The last 20 kB of its standard error. */
  log(): string;
  /** Calls the listener with each chunk of standard error. */
  onLog(listener: (text: string) => void): void;
  /** Its exit code; null if a signal ended it or it could not run at all. */
  exited: Promise<number | null>;
  /** Sends a signal to it. On Windows, each of them kills it. */
  signal(name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void;
}

/**
 * Runs a program that ends when this process ends. It has its own process group, so that Ctrl-C
 * reaches only this process, which then stops the program in order.
 *
 * @param stop the signal that ends it after this process
 */
export const runGuarded = (
  identity: Identity,
  stop: 'INT' | 'KILL',
  [program, ...args]: [string, ...string[]],
): GuardedProcess => {
  const guarded = ['/bin/sh', '-c', guard, 'claimgraph-guard', stop, program, ...args];
  const [command = program, ...rest] =
    process.platform === 'win32' ? [program, ...args] : [...identity.prefix, ...guarded];
  const child: ChildProcessByStdio<Writable, null, Readable> = spawn(command, rest, {
    ...(identity.user && { uid: identity.user.uid, gid: identity.user.gid }),
    stdio: ['pipe', 'ignore', 'pipe'],
    cwd: identity.home,
    env: { ...inheritedEnvironment(), ...allocator, LC_ALL: 'C', TZ: 'UTC' },
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let log = '';
  const append = (text: string) => {
    log = (log + text).slice(-20_000);
  };
  child.stdin.on('error', () => {});
  child.stderr.setEncoding('utf8').on('data', append);
  const exited = new Promise<number | null>((settle) => {
    child.once('error', (error) => {
      append(error.message);
      settle(null);
    });
    child.once('exit', (code) => settle(code));
  });
  const signal = (name: NodeJS.Signals) => {
    // The guard passes signals on. It cannot pass on KILL, so that goes to the process group.
    if (name !== 'SIGKILL' || process.platform === 'win32') child.kill(name);
    else if (child.pid && child.exitCode === null) process.kill(-child.pid, name);
  };
  return { log: () => log, onLog: (listener) => child.stderr.on('data', listener), exited, signal };
};
