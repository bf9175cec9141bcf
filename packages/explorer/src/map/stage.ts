import { marginShare, type Size, type View } from './mercator.ts';

/** How a drawing for one view is shifted and scaled, around its center, to show another view. */
export const stageOf = (drawn: View, seen: View): { x: number; y: number; scale: number } => ({
  x: (drawn.x - seen.x) * seen.k,
  y: (drawn.y - seen.y) * seen.k,
  scale: seen.k / drawn.k,
});

/** Beyond these, lines are too thick or too thin, and signs that should part are still one. */
const [leastScale, mostScale] = [0.7, 1.5];

/** Whether the drawing, with its margin, still covers the map when it shows another view. */
export function isWithinDrawing(drawn: View, seen: View, { width, height }: Size): boolean {
  const { x, y, scale } = stageOf(drawn, seen);
  if (scale < leastScale || scale > mostScale) return false;
  const spare = (length: number) => ((1 + 2 * marginShare) * scale - 1) * (length / 2);
  return Math.abs(x) <= spare(width) && Math.abs(y) <= spare(height);
}
