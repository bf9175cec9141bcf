import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { KnownOutlet } from '../outlets.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt } from '../read/cells.ts';

/**
 * The names in `source_original`. They are separated by `,` `/` `;` `and` and line breaks in any
 * mixture, but not within brackets.
 */
export function originsOf(text: string, outlets: ReadonlyMap<string, KnownOutlet>): string[] {
  const isOutlet = (name: string) => outlets.has(normalizeForComparison(name));
  if (isOutlet(text)) return [cleanSpacing(text)];
  return splitOutsideBrackets(text, /[;,\n\r]|\/+(?!\/)/g)
    .flatMap((piece) => (isOutlet(piece) ? [piece] : splitOutsideBrackets(piece, /\sand\s/gi)))
    .map((piece) => cleanSpacing(piece.replace(/^\s*and\s+/i, '')).replace(/[.\s]+$/, ''))
    .filter((piece) => /[\p{L}\d]/u.test(piece));
}

/** Splits a text at separators that are neither within brackets nor within a URL. */
function splitOutsideBrackets(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: match } of text.matchAll(separator)) {
    const before = text.slice(from, index);
    const depth = (before.match(/\(/g)?.length ?? 0) - (before.match(/\)/g)?.length ?? 0);
    if (depth > 0 && text.indexOf(')', index) >= 0) continue;
    if (match.startsWith('/') && /https?:\S*$/i.test(text.slice(0, index))) continue;
    pieces.push(before);
    from = index + match.length;
  }
  return [...pieces, text.slice(from)];
}

/**
 * The chains by which a claim reached the data set, origin first: an origin of `source_original`,
 * then the office that published it. With several of both, the row does not say which office had it
 * from which origin. Then each chain is an origin alone.
 */
export function chainsOf(
  origins: readonly string[],
  offices: readonly string[],
  note: NoteIssue,
): string[][] {
  if (origins.length === 0) return offices.map((office) => [office]);
  if (offices.length === 0) return origins.map((origin) => [origin]);
  if (origins.length === 1 || offices.length === 1)
    return origins.flatMap((origin) =>
      offices.map((office) => (origin === office ? [origin] : [origin, office])),
    );
  if (origins.some((origin) => !offices.includes(origin)))
    note({
      kind: 'CHAIN_UNCLEAR',
      column: 'source_original',
      value: excerpt(origins.join('; ')),
      reason:
        'There are several origins and several outlets, and the row does not say who reported ' +
        'whom. The outlets were left out of the chains.',
    });
  return origins.map((origin) => [origin]);
}
