import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { inheritedEnvironment } from '../config.ts';
import type { Identity } from './identity.ts';

/**
 * Its standard input is a pipe from us, which closes however we end, kill -9 included; then it stops the program.
 * The program's end is its own, so nothing outlives anything. `read` and not `cat`: a builtin leaves no child of its own behind.
 * HUP is ignored before the program starts, so that the program inherits it.
 */
const guard = `
trap '' HUP
stop=$1; shift
exec 3<&0
"$@" </dev/null 3<&- & program=$!
trap 'kill -INT $program' INT TERM
trap 'kill -QUIT $program' QUIT
{ read -r _; kill -$stop $program; } <&3 >/dev/null 2>&1 & watch=$!
exec 3<&- </dev/null
while kill -0 $program 2>/dev/null; do wait $program; code=$?; done
kill $watch 2>/dev/null
exit $code`;

/**
 * What the C library may keep of a heap that a statement has done with: 4 MB. By itself it gives the end of the heap back, only to ask for
 * it again, page by page, at the next statement, which makes some of them half as long again. Read by glibc alone; docker-compose.yml says
 * the same.
 */
const allocator = { MALLOC_TRIM_THRESHOLD_: '4194304', MALLOC_MMAP_THRESHOLD_: '4194304' };

/** A program under guard. */
export interface GuardedProcess {
  /** The last 20 kB of what it wrote to standard error. */
  log(): string;
  /** Calls back after each piece of standard error. */
  onLog(listener: () => void): void;
  /** Its exit code, null when a signal ended it; also null when it could not be run at all. */
  exited: Promise<number | null>;
}

/**
 * Runs a program that ends when this process ends. It leads a process group of its own, so that a Ctrl-C meant for us does not
 * reach it before we have finished with it.
 *
 * @param stop the signal that ends it after us
 */
export const runGuarded = (
  identity: Identity,
  stop: 'INT' | 'KILL',
  [program, ...args]: [string, ...string[]],
): GuardedProcess => {
  const line =
    process.platform === 'win32'
      ? [program, ...args]
      : [...identity.prefix, '/bin/sh', '-c', guard, 'claimgraph-guard', stop, program, ...args];
  const child: ChildProcessByStdio<Writable, null, Readable> = spawn(line[0]!, line.slice(1), {
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
  return { log: () => log, onLog: (listener) => child.stderr.on('data', listener), exited };
};
