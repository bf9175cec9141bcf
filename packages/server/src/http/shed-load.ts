import type { Line } from '../values/line.ts';

/** How often the event loop is checked, in milliseconds. */
const interval = 50;
/** From how many milliseconds on the event loop is late, and below how many it is punctual. */
const late = 20;
const punctual = 8;
/** A slow statement must not stop all others. */
const minShare = 0.05;

/**
 * Shortens the lines while the event loop is late, and lengthens them again afterwards (additive
 * increase, multiplicative decrease). Without that, requests of an overloaded server wait unread,
 * for as long as it takes, instead of being refused in time. Statements count, too: those on the
 * same machine compete with this process for its processors.
 *
 * @returns what ends it
 */
export function shedLoad(lines: readonly Line[]): () => void {
  let share = 1;
  let dueAt = performance.now() + interval;
  const timer = setInterval(() => {
    const now = performance.now();
    const lateness = now - dueAt;
    dueAt = now + interval;
    const next = nextShare(share, lateness);
    if (next !== share) for (const line of lines) line.setShare(next);
    share = next;
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}

function nextShare(share: number, lateness: number): number {
  if (lateness > late) return Math.max(minShare, share * 0.5);
  return lateness < punctual ? Math.min(1, share + 0.03) : share;
}
