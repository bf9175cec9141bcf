import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Line } from '../values/line.ts';
import { shedLoad } from './shed-load.ts';

const limits = { places: 10, maxWaiting: 20, maxWaitMs: 60_000, resource: 'a test' };

/** Keeps the event loop from turning, as work does for which there are too few processors. */
const block = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

/** How many of so many may go on at once. */
function placesOf(line: Line): number {
  let places = 0;
  while (line.enterNow()) places += 1;
  for (let i = 0; i < places; i += 1) line.leave();
  return places;
}

test('a line is short while the event loop is late, and long again afterwards', async () => {
  const line = new Line(limits);
  const stop = shedLoad([line]);
  for (let i = 0; i < 10; i += 1) {
    block(150);
    await sleep(1);
  }
  expect(placesOf(line)).toBe(1);
  while (placesOf(line) < limits.places) await sleep(50);
  stop();
}, 60_000);

test('a share of a line has fewer places, and who waits goes on when it has more', async () => {
  const line = new Line(limits);
  const entered: number[] = [];
  const enter = (i: number) => void line.enter().then(() => entered.push(i));
  for (let i = 0; i < 4; i += 1) enter(i);
  line.setShare(0.2);
  expect([line.enterNow(), line.isFull]).toEqual([false, false]);
  for (let i = 4; i < 8; i += 1) enter(i);
  expect([line.length, line.isFull]).toEqual([4, true]);
  await expect(line.enter()).rejects.toThrow(/busy/);
  // Two of the four that went on leave: the line has only two places now.
  line.leave();
  line.leave();
  await sleep(0);
  expect(entered).toEqual([0, 1, 2, 3]);
  line.leave();
  await sleep(0);
  expect(entered).toEqual([0, 1, 2, 3, 4]);
  line.setShare(1);
  await sleep(0);
  expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(line.length).toBe(0);
});
