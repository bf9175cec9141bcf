import type { Cluster } from './cluster.ts';
import { flatLength, onScreen, type Size, type View } from './mercator.ts';
import type { AreaOutline } from './outlines.ts';
import { pathWorld } from './paths.ts';

/** What the canvas shows below the signs. */
export interface Scene {
  readonly view: View;
  readonly size: Size;
  readonly land: Path2D | undefined;
  readonly areas: ReadonlyMap<string, AreaOutline>;
  readonly clusters: readonly Cluster[];
  /** Areas of the claim that is open. */
  readonly isChosen: (cluster: Cluster) => boolean;
}

/** Draws land, the gazetteer's outlines, and areas of doubt. Colours come from the style sheet. */
export function drawScene(canvas: HTMLCanvasElement, scene: Scene): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { size, view, land, areas, clusters } = scene;
  const style = getComputedStyle(canvas);
  const color = (name: string) => style.getPropertyValue(name);
  const ratio = window.devicePixelRatio;
  const scale = view.k / pathWorld;
  const [left, top] = onScreen([0, 0], view, size);
  const toScreen = () => context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const toWorld = () =>
    context.setTransform(scale * ratio, 0, 0, scale * ratio, left * ratio, top * ratio);

  toScreen();
  context.fillStyle = color('--sea');
  context.fillRect(0, 0, size.width, size.height);
  toWorld();
  if (land) {
    context.fillStyle = color('--land');
    context.fill(land, 'evenodd');
    context.strokeStyle = color('--coast');
    context.lineWidth = 0.8 / scale;
    context.stroke(land);
  }
  context.strokeStyle = color('--outline');
  for (const { path, isGovernorate } of areas.values()) {
    if (!isGovernorate && view.k < 12_000) continue;
    context.lineWidth = (isGovernorate ? 0.9 : 0.5) / scale;
    context.setLineDash(isGovernorate ? [] : [3 / scale, 3 / scale]);
    context.stroke(path);
  }
  context.setLineDash([]);

  for (const cluster of clusters) {
    const area = areaPath(cluster, scene);
    if (!area) continue;
    const ink = color(scene.isChosen(cluster) ? '--accent' : '--ink');
    const isFear = cluster.events.length === 0;
    context.save();
    toWorld();
    context.clip(area, 'evenodd');
    toScreen();
    context.strokeStyle = ink;
    hatch(context, size, isFear ? 9 : 6);
    context.restore();
    toWorld();
    context.globalAlpha = 0.55;
    context.strokeStyle = ink;
    context.lineWidth = 0.9 / scale;
    context.setLineDash(isFear ? [4 / scale, 3 / scale] : []);
    context.stroke(area);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
}

function areaPath({ shape, at: [x, y] }: Cluster, { areas }: Scene): Path2D | undefined {
  if (shape.kind === 'outline') return areas.get(shape.locationId)?.path;
  if (shape.kind !== 'disc') return undefined;
  const disc = new Path2D();
  const radius = flatLength(shape.radiusKm, shape.at.lat) * pathWorld;
  disc.arc(x * pathWorld, y * pathWorld, radius, 0, 2 * Math.PI);
  return disc;
}

/** Thin diagonal lines over the whole map; the caller has set the clip. */
function hatch(context: CanvasRenderingContext2D, { width, height }: Size, gap: number): void {
  context.globalAlpha = 0.28;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = -height; x < width; x += gap) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
}
