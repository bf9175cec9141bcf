import { expect, test } from '@jest/globals';
import { onScreen } from './mercator.ts';
import { isWithinDrawing, stageOf } from './stage.ts';

const size = { width: 400, height: 200 };
const drawn = { x: 0.5, y: 0.4, k: 1_000 };

test('a drawing that is moved shows each position where drawing it again would', () => {
  const seen = { x: 0.52, y: 0.39, k: 1_300 };
  const { x, y, scale } = stageOf(drawn, seen);
  for (const at of [
    [0.5, 0.4],
    [0.61, 0.33],
  ] as const) {
    const [px, py] = onScreen(at, drawn, size);
    const moved = [(px - 200) * scale + 200 + x, (py - 100) * scale + 100 + y];
    const [ex, ey] = onScreen(at, seen, size);
    expect(moved[0]).toBeCloseTo(ex, 6);
    expect(moved[1]).toBeCloseTo(ey, 6);
  }
});

test('a drawing is made again before its edge is seen', () => {
  expect(isWithinDrawing(drawn, { ...drawn, x: 0.599 }, size)).toBe(true);
  expect(isWithinDrawing(drawn, { ...drawn, x: 0.601 }, size)).toBe(false);
  expect(isWithinDrawing(drawn, { ...drawn, y: 0.349 }, size)).toBe(false);
  expect(isWithinDrawing(drawn, { ...drawn, k: 750 }, size)).toBe(true);
  expect(isWithinDrawing(drawn, { ...drawn, k: 600 }, size)).toBe(false);
  expect(isWithinDrawing(drawn, { ...drawn, k: 1_600 }, size)).toBe(false);
});
