import { element, number, type SvgColors, svgDocument } from './svg.ts';

/** What a drawing looks like, as far as the style sheet says so. */
const styleNames = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'rx',
] as const;

/**
 * The timeline as it is shown, as an SVG: the drawing of the page, with the style that the page
 * gives it written into it.
 */
export function timelineSvg(
  drawing: SVGSVGElement,
  words: { title: string; notes: readonly string[] },
  colors: SvgColors,
): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((each, i) => {
    const original = originals[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of styleNames) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'auto') each.setAttribute(name, value);
    }
    each.removeAttribute('class');
    each.removeAttribute('aria-hidden');
  });
  const size = { width: drawing.clientWidth, height: drawing.clientHeight };
  copy.setAttribute('width', number(size.width));
  copy.setAttribute('height', number(size.height));
  const body = [
    element('rect', { width: size.width, height: size.height, fill: colors.paper }),
    new XMLSerializer().serializeToString(copy),
  ];
  return svgDocument({ ...words, size, colors, body });
}
