import { constants } from 'node:os';

/** Ctrl-C under npm sends two signals: the terminal's, and npm's. They count as one. */
const simultaneousMs = 500;

/**
 * Calls a function on the first Ctrl-C or `kill`, so that the process can end in order. A second
 * one ends the process at once.
 */
export function onStopSignal(stop: () => void): void {
  let firstAt: number | undefined;
  const listen = (name: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      stop();
    } else if (Date.now() - firstAt > simultaneousMs) process.exit(128 + constants.signals[name]);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => listen(name));
}
