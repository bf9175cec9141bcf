import { countOf } from '../data/events.ts';
import type { Cluster } from '../map/cluster.ts';
import { radiusOf, signOf } from '../map/cluster-sign.tsx';
import type { ContestedShape } from '../map/contested-shapes.ts';
import { flatLength, flatten, onScreen, type Size, type View } from '../map/mercator.ts';
import type { AreaOutline } from '../map/outlines.ts';
import { ringsOf } from '../map/paths.ts';
import { element, number, type SvgColors, svgDocument, text } from './svg.ts';

/** What the map shows. */
export interface MapPicture {
  readonly title: string;
  /** What must be said with the picture: how to read it, and that outlines are no statement. */
  readonly notes: readonly string[];
  readonly view: View;
  readonly size: Size;
  readonly land: readonly (GeoJSON.Polygon | GeoJSON.MultiPolygon)[];
  readonly areas: ReadonlyMap<string, AreaOutline>;
  readonly clusters: readonly Cluster[];
  readonly contested: readonly ContestedShape[];
  readonly colors: SvgColors;
}

/** The map as it is shown, as an SVG: areas of doubt stay hatched areas, fears stay rings. */
export function mapSvg(picture: MapPicture): string {
  const { title, notes, view, size, land, areas, clusters, contested, colors } = picture;
  const path = (shape: GeoJSON.Polygon | GeoJSON.MultiPolygon) => pathData(shape, view, size);
  const hatch = element(
    'pattern',
    { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    element('path', { d: 'M0 6L6 0', stroke: colors.ink, 'stroke-opacity': 0.25 }),
  );
  const outlines = [...areas.values()]
    .filter(({ isGovernorate }) => isGovernorate || view.k >= 12_000)
    .map(({ outline }) =>
      element('path', { d: path(outline), fill: 'none', stroke: colors.outline }),
    );
  const doubt = clusters.flatMap((cluster) =>
    cluster.areas.map(({ shape, at }) => {
      const isFear = cluster.events.length === 0;
      const look = {
        fill: 'url(#hatch)',
        stroke: colors.ink,
        'stroke-opacity': 0.3,
        ...(isFear && { 'stroke-dasharray': '4 3' }),
      };
      const outline = shape.kind === 'outline' && areas.get(shape.locationId)?.outline;
      if (outline) return element('path', { d: path(outline), ...look });
      if (shape.kind !== 'disc') return '';
      const [cx, cy] = onScreen(at, view, size);
      const r = flatLength(shape.radiusKm, shape.at.lat) * view.k;
      return element('circle', { cx, cy, r, ...look });
    }),
  );
  const body = [
    element('defs', {}, hatch + crossHatch(true, colors) + crossHatch(false, colors)),
    element('rect', { width: size.width, height: size.height, fill: colors.sea }),
    element('path', {
      d: land.map(path).join(''),
      fill: colors.land,
      'fill-rule': 'evenodd',
      stroke: colors.coast,
      'stroke-width': 0.8,
    }),
    ...outlines,
    ...doubt,
    ...contested.map((shape) => {
      const look = contestedLook(shape.isSure, colors);
      if (!('outlineId' in shape)) {
        const [cx, cy] = onScreen(shape.at, view, size);
        return element('circle', { cx, cy, r: shape.radius, ...look });
      }
      const outline = areas.get(shape.outlineId)?.outline;
      return outline ? element('path', { d: path(outline), ...look }) : '';
    }),
    ...clusters.map((cluster) => signElement(cluster, view, size, colors)),
  ];
  return svgDocument({ title, notes, size, colors, body });
}

/** Lines both ways for contested control. They are broken where the dates may overlap. */
const crossHatch = (isSure: boolean, { ink }: SvgColors): string =>
  element(
    'pattern',
    { id: hatchId(isSure), width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
    element('path', { d: 'M0 7L7 0M0 0L7 7', stroke: ink, 'stroke-opacity': 0.6, ...dash(isSure) }),
  );

const hatchId = (isSure: boolean) => (isSure ? 'contested' : 'maybe-contested');

const dash = (isSure: boolean) => (isSure ? {} : { 'stroke-dasharray': '3 3' });

const contestedLook = (isSure: boolean, { ink }: SvgColors) => ({
  fill: `url(#${hatchId(isSure)})`,
  stroke: ink,
  ...dash(isSure),
});

function signElement(cluster: Cluster, view: View, size: Size, colors: SvgColors): string {
  const [x, y] = onScreen(cluster.at, view, size);
  const [events, fears] = [countOf(cluster.events), countOf(cluster.fears)];
  const sign = signOf(cluster);
  const count = events || fears;
  const label = element('title', {}, text(`${cluster.labels.join('; ')}: ${count}`));
  const written = sign === 'area' || count > 1 ? String(count) : '';
  const font = { 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 600 };
  const r = radiusOf(count);
  const shapes = {
    area: element(
      'text',
      { x, y: y - 6, fill: colors.ink, 'font-style': 'italic', ...font },
      text(written),
    ),
    dot:
      element('circle', { cx: x, cy: y, r, fill: colors.ink, stroke: colors.paper }) +
      element('text', { x, y: y + 4, fill: colors.paper, ...font }, text(written)),
    ring:
      element('circle', {
        ...{ cx: x, cy: y, r, fill: colors.paper, 'fill-opacity': 0.7 },
        ...{ stroke: colors.ink, 'stroke-width': 1.6 },
      }) + element('text', { x, y: y + 4, fill: colors.ink, ...font }, text(written)),
  };
  const beside =
    events > 0 && fears > 0
      ? element('text', { x: x + r + 6, y: y + r, fill: colors.ink, ...font }, text(`(${fears})`))
      : '';
  return element('g', {}, label + shapes[sign] + beside);
}

/** Rings in pixels of the picture. Those that are wholly outside are left out. */
function pathData(shape: GeoJSON.Polygon | GeoJSON.MultiPolygon, view: View, size: Size): string {
  return ringsOf(shape)
    .map((ring) => ring.map(([lon = 0, lat = 0]) => onScreen(flatten({ lat, lon }), view, size)))
    .filter((ring) => {
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
      const reaches = (values: number[], length: number) =>
        values.some((value) => value > 0) && values.some((value) => value < length);
      return reaches(xs, size.width) && reaches(ys, size.height);
    })
    .map((ring) => `M${ring.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}Z`)
    .join('');
}
