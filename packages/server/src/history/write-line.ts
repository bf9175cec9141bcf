import { Line } from '../values/line.ts';

/** Makes the line in which the writes of a server wait for each other. */
export const writeLine = (maxWaiting = 200, maxWaitMs = 4_000): Line =>
  new Line({ places: 1, maxWaiting, maxWaitMs, resource: 'other writes' });
