/** The colours of the page in use. */
export interface SvgColors {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly outline: string;
}

/** The colours of the theme that is shown. */
export function currentColors(): SvgColors {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{ paper: color('paper'), ink: color('ink'), muted: color('muted') },
    ...{ sea: color('sea'), land: color('land'), coast: color('coast') },
    outline: color('outline'),
  };
}

/** A text in XML. Characters that XML does not have are left out. */
export const text = (value: string): string =>
  value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A number with one decimal at most, which is a tenth of a pixel. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);

/** An element of XML. `content` is XML. */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : text(value)}"`)
    .join('');
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

interface Picture {
  readonly title: string;
  readonly notes: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  readonly colors: SvgColors;
  readonly body: readonly string[];
}

const [lineHeight, margin] = [16, 10];

/** A picture with its title above, and below it what must be said with it. */
export function svgDocument({ title, notes, size, colors, body }: Picture): string {
  const head = 2 * lineHeight;
  const height = head + size.height + margin + notes.length * lineHeight + margin;
  const line = (words: string, y: number, size = 11) =>
    element('text', { x: margin, y, 'font-size': size, fill: colors.muted }, text(words));
  const content = [
    element('title', {}, text(title)),
    element('rect', { width: size.width, height, fill: colors.paper }),
    line(title, 21, 14),
    element(
      'svg',
      { y: head, width: size.width, height: size.height, overflow: 'hidden' },
      body.join('\n'),
    ),
    ...notes.map((note, i) => line(note, head + size.height + margin + (i + 0.8) * lineHeight)),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${number(size.width)} ${number(height)}`,
      ...{ width: size.width, height, 'font-family': 'sans-serif' },
    },
    content.join('\n'),
  );
}
