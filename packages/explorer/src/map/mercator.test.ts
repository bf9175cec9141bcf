import { describe, expect, test } from '@jest/globals';
import { fit, flatLength, flatten, onScreen, zoom } from './mercator.ts';
import { unwrap } from './paths.ts';

const size = { width: 800, height: 400 };

describe('the flat map', () => {
  test('has Greenwich and the equator in its middle', () => {
    expect(flatten({ lat: 0, lon: 0 })).toEqual([0.5, 0.5]);
    expect(flatten({ lat: 90, lon: 180 })[1]).toBeGreaterThanOrEqual(0);
  });

  test('draws kilometres longer, the nearer to a pole', () => {
    expect(flatLength(25, 60)).toBeCloseTo(2 * flatLength(25, 0));
  });

  test('shows all positions when it fits them', () => {
    const positions = [flatten({ lat: 32, lon: 35 }), flatten({ lat: 34, lon: 38 })];
    const view = fit(positions, size);
    for (const position of positions) {
      const [x, y] = onScreen(position, view, size);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(size.height);
    }
  });

  test('zooms around the pointer', () => {
    const view = fit([flatten({ lat: 33, lon: 36 })], size);
    const position = flatten({ lat: 33.05, lon: 36.1 });
    const before = onScreen(position, view, size);
    const after = onScreen(position, zoom(view, 2, before, size), size);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  test('draws a coast across the antimeridian without a line around the world', () => {
    const ring = [
      [179, 60],
      [-179, 60],
      [-179, 65],
      [179, 65],
      [179, 60],
    ];
    expect(unwrap(ring).map(([lon]) => lon)).toEqual([179, 181, 181, 179, 179]);
  });
});
