import { Line } from '../values/line.ts';

/**
 * Makes the line in which the writes of a server wait for each other. One holds the lock of the
 * log, while others read what they depend on or wait for the lock.
 */
export const writeLine = (maxWaiting = 200, maxWaitMs = 4_000): Line =>
  new Line({ places: 3, maxWaiting, maxWaitMs, resource: 'other writes' });
