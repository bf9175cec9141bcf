import type { Cluster } from './cluster.ts';
import type { ContestedShape } from './contested-shapes.ts';
import type { DoubtPaths } from './doubt-paths.ts';
import { drawContested } from './draw-contested.ts';
import { hatch } from './hatch.ts';
import { onScreen, type Size, type View } from './mercator.ts';
import type { AreaOutline } from './outlines.ts';
import { pathWorld } from './paths.ts';

/** What the canvas shows below the signs. */
export interface Scene {
  readonly view: View;
  readonly size: Size;
  readonly land: Path2D | undefined;
  readonly areas: ReadonlyMap<string, AreaOutline>;
  readonly doubt: DoubtPaths;
  readonly contested: readonly ContestedShape[];
  /** Areas of the claim that is open. */
  readonly isChosen: (cluster: Cluster) => boolean;
}

/** Draws land, the gazetteer's outlines, and areas of doubt. Colours come from the style sheet. */
export function drawScene(canvas: HTMLCanvasElement, scene: Scene): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { size, view, land, areas } = scene;
  const style = getComputedStyle(canvas);
  const colors = new Map<string, string>();
  const color = (name: string) => {
    const known = colors.get(name) ?? style.getPropertyValue(name);
    colors.set(name, known);
    return known;
  };
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

  const brushes = { toScreen, toWorld, color, scale };
  drawAreas(context, scene, brushes);
  drawContested(context, scene, brushes);
}

export interface Brushes {
  toScreen(): void;
  toWorld(): void;
  color(name: string): string;
  /** Pixels per unit of the paths. */
  scale: number;
}

/** Draws areas of doubt, hatched together. The chosen ones are drawn over it. */
function drawAreas(context: CanvasRenderingContext2D, scene: Scene, brushes: Brushes): void {
  const { toScreen, toWorld, color, scale } = brushes;
  const { all, areas } = scene.doubt;
  context.save();
  toWorld();
  context.clip(all, 'nonzero');
  toScreen();
  context.strokeStyle = color('--ink');
  context.globalAlpha = 0.2;
  hatch(context, scene.size, 6, 'rising');
  context.restore();
  toWorld();
  context.fillStyle = color('--ink');
  context.globalAlpha = 0.05;
  context.fill(all, 'nonzero');
  for (const { path, cluster } of areas) {
    const isChosen = scene.isChosen(cluster);
    const isFear = cluster.events.length === 0;
    context.fillStyle = context.strokeStyle = color(isChosen ? '--accent' : '--ink');
    if (isChosen) {
      context.globalAlpha = 0.14;
      context.fill(path);
    }
    context.globalAlpha = isChosen ? 0.9 : 0.16;
    context.lineWidth = (isChosen ? 1.4 : 0.8) / scale;
    context.setLineDash(isFear ? [4 / scale, 3 / scale] : []);
    context.stroke(path);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}
