import type { Size } from './mercator.ts';

/** Thin diagonal lines over the whole map; the caller has set the clip and the colour. */
export function hatch(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  gap: number,
  direction: 'rising' | 'falling',
): void {
  const [start, end] = direction === 'rising' ? [height, 0] : [0, height];
  context.lineWidth = 1;
  context.beginPath();
  for (let x = -height; x < width; x += gap) {
    context.moveTo(x, start);
    context.lineTo(x + height, end);
  }
  context.stroke();
}
