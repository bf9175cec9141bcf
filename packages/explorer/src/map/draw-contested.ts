import type { ContestedShape } from './contested-shapes.ts';
import type { Brushes, Scene } from './draw.ts';
import { hatch } from './hatch.ts';
import { pathWorld } from './paths.ts';

/** Draws contested control: hatched both ways, with broken lines if the dates may overlap. */
export function drawContested(
  context: CanvasRenderingContext2D,
  { contested, areas, size }: Pick<Scene, 'contested' | 'areas' | 'size'>,
  { toScreen, toWorld, color, scale }: Brushes,
): void {
  for (const isSure of [false, true]) {
    const path = new Path2D();
    for (const shape of contested)
      if (shape.isSure === isSure) path.addPath(pathOfShape(shape, areas, scale));
    context.save();
    toWorld();
    context.clip(path, 'nonzero');
    toScreen();
    context.strokeStyle = color('--ink');
    context.globalAlpha = 0.55;
    context.setLineDash(isSure ? [] : [3, 3]);
    hatch(context, size, 7, 'rising');
    hatch(context, size, 7, 'falling');
    context.restore();
    toWorld();
    context.strokeStyle = color('--ink');
    context.lineWidth = 1 / scale;
    context.setLineDash(isSure ? [] : [3 / scale, 3 / scale]);
    context.stroke(path);
  }
  context.setLineDash([]);
}

function pathOfShape(shape: ContestedShape, areas: Scene['areas'], scale: number): Path2D {
  if ('outlineId' in shape) return areas.get(shape.outlineId)?.path ?? new Path2D();
  const [x, y] = shape.at;
  const halo = new Path2D();
  halo.arc(x * pathWorld, y * pathWorld, shape.radius / scale, 0, 2 * Math.PI);
  return halo;
}
