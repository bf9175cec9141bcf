import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { KnownOutlet } from '../outlets.ts';
import type { Note } from './values.ts';

/** The names in `source_original`, which are parted by `,` `/` `;` `and` and line ends in any mixture, but not within brackets. */
export function originalsOf(text: string, outlets: ReadonlyMap<string, KnownOutlet>): string[] {
  if (outlets.has(normalizeForComparison(text))) return [cleanSpacing(text)];
  const pieces = outside(text, /[;,\n\r]|\/+(?!\/)/g).flatMap((piece) =>
    outlets.has(normalizeForComparison(piece)) ? [piece] : outside(piece, /\sand\s/gi),
  );
  return pieces
    .map((piece) => cleanSpacing(piece.replace(/^\s*and\s+/i, '')).replace(/[.\s]+$/, ''))
    .filter((piece) => /[\p{L}\d]/u.test(piece));
}

/** Splits a text where a separator stands outside of brackets and of a URL. */
function outside(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(separator)) {
    const before = text.slice(from, index);
    const depth = (before.match(/\(/g)?.length ?? 0) - (before.match(/\)/g)?.length ?? 0);
    if (depth > 0 && text.indexOf(')', index) >= 0) continue;
    if (found.startsWith('/') && /https?:\S*$/i.test(text.slice(0, index))) continue;
    pieces.push(before);
    from = index + found.length;
  }
  return [...pieces, text.slice(from)];
}

/**
 * The ways in which a claim reached the data set, origin first, by names: `source_original`, then the office that published it. With several of both
 * the row does not say who told whom: then whoever is both stands alone, and an origin has no office between.
 */
export function chainsOf(
  originals: readonly string[],
  offices: readonly string[],
  note: Note,
): string[][] {
  if (originals.length === 0) return offices.map((office) => [office]);
  if (offices.length === 0) return originals.map((origin) => [origin]);
  if (originals.length === 1 || offices.length === 1)
    return originals.flatMap((origin) =>
      offices.map((office) => (origin === office ? [origin] : [origin, office])),
    );
  if (originals.some((origin) => !offices.includes(origin))) {
    const reason =
      'Several origins and several outlets: who told whom is not said, so no outlet stands between.';
    note({
      kind: 'CHAIN_UNCLEAR',
      column: 'source_original',
      value: originals.join('; ').slice(0, 500),
      reason,
    });
  }
  return originals.map((origin) => [origin]);
}
