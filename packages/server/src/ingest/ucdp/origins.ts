import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { KnownOutlet } from '../outlets.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt, maxNameLength } from '../read/cells.ts';
import { hasComplement, originKindOf } from './origin-kinds.ts';
import { areTwo, isApposition, type OriginPiece } from './origin-pairs.ts';
import { splitOutsideBrackets } from './split.ts';

/**
 * The speakers that `source_original` names. Semicolons and line breaks separate them. A comma, a
 * slash or "and" may also join a name with its role, or the parts of one name: "Ana Example, mayor
 * of Odra" is one witness. Where the text leaves that open, it stays one speaker, with an issue.
 *
 * @param offices The offices of the row, which are names of outlets.
 */
export function originsOf(
  text: string,
  offices: readonly string[],
  outlets: ReadonlyMap<string, KnownOutlet>,
  note: NoteIssue,
): string[] {
  const rowOffices = new Set(offices.map(normalizeForComparison));
  const isListed = (name: string) => {
    const key = normalizeForComparison(name);
    return outlets.has(key) || rowOffices.has(key);
  };
  return segmentsOf(text).flatMap((segment) =>
    isListed(segment)
      ? [cleanSpacing(segment)]
      : speakersOf(segment, isListed).map(({ text: name, isSure }) => {
          if (!isSure) note(unclear(name));
          if (name.length > maxNameLength) note(tooLong(name));
          return cutText(name, maxNameLength);
        }),
  );
}

/** A label such as "Second source:" begins another speaker. */
const sureSeparator =
  /[;\n\r]+|\/{2,}|[,;]?\s*\b(?:(?:first|second|third|fourth)\s+)?source(?:\s*\d+)?\s*:/gi;

const segmentsOf = (text: string): string[] =>
  splitOutsideBrackets(text.replace(/[^\S\n\r]+/g, ' '), sureSeparator)
    .map((segment) => segment.replace(/^\s*according to\s+/i, ''))
    .filter(hasLetters);

const hasLetters = (text: string): boolean => /[\p{L}\d]/u.test(text);

const weakSeparator = /,|\/|\sand\s/gi;

function speakersOf(segment: string, isListed: (name: string) => boolean): OriginPiece[] {
  const pieces = piecesOf(segment, isListed);
  const isList = isEnumeration(pieces);
  const speakers: OriginPiece[] = [];
  for (const piece of joinRoles(pieces)) {
    const last = speakers.at(-1);
    if (!last || isList || areTwo(last, piece)) speakers.push(piece);
    else {
      last.text += `${piece.separator}${piece.text}`;
      last.kind = 'FRAGMENT';
      last.isSure = false;
    }
  }
  return speakers;
}

function piecesOf(segment: string, isListed: (name: string) => boolean): OriginPiece[] {
  const pieces: OriginPiece[] = [];
  const add = (text: string, separator: string) => {
    const name = cleanSpacing(text.replace(/^\s*and\s+/i, '')).replace(/[.\s]+$/, '');
    if (!hasLetters(name)) return;
    const kind = hasRoleInBrackets(name, isListed) ? 'PERSON' : originKindOf(name, isListed);
    pieces.push({ text: name, kind, separator, isSure: true });
  };
  for (const [i, part] of splitOutsideBrackets(segment, /,/g).entries()) {
    const comma = /^\s*and\s/i.test(part) ? ', and ' : ', ';
    const inner = /\sand\s/i.test(part) ? ' and ' : '/';
    const texts = isListed(part) ? [part] : splitOutsideBrackets(part, weakSeparator);
    for (const [j, piece] of texts.entries()) add(piece, j > 0 ? inner : i > 0 ? comma : '');
  }
  return pieces;
}

/** "Ana Example (mayor of Odra)". */
function hasRoleInBrackets(text: string, isListed: (name: string) => boolean): boolean {
  const [, name, role] = /^([^()]+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  if (!name || !role) return false;
  const kinds = [originKindOf(name, isListed), originKindOf(role, isListed)];
  return /^(NAME|TITLED) (OFFICE|BYSTANDER)$/.test(kinds.join(' '));
}

/**
 * "A, B and C": the last separator is "and", so the commas separate too. But no piece may be a
 * role, the first not the beginning of a name such as "Ministry of Law, Order and …", and the last
 * not a noun that the others describe, as in "Kurdish, Turkish and Syrian sources".
 */
function isEnumeration(pieces: readonly OriginPiece[]): boolean {
  const [first] = pieces;
  const endsWithNoun = /^(GROUP|BODY)$/.test(pieces.at(-1)?.kind ?? '');
  const kinds = ['LISTED', 'OUTLET', 'GROUP', 'BODY', ...(endsWithNoun ? [] : ['NAME', 'ACRONYM'])];
  return (
    first !== undefined &&
    pieces.length > 2 &&
    pieces.every(({ kind }) => kinds.includes(kind)) &&
    pieces.slice(1, -1).every(({ separator }) => separator === ', ') &&
    / and $/.test(pieces.at(-1)?.separator ?? '') &&
    pieces.some(({ kind }) => kind === 'LISTED' || kind === 'OUTLET' || kind === 'GROUP') &&
    (first.kind === 'LISTED' || !hasComplement(first.text))
  );
}

/**
 * Names that commas separated, each with its role: "Ana Example, mayor of Odra" is one witness.
 *
 * @param isListed Whether a name is that of an outlet, which has no role.
 */
export const withRoles = (
  names: readonly string[],
  isListed: (name: string) => boolean,
): string[] =>
  joinRoles(
    names.map((text) => ({
      text,
      kind: originKindOf(text, isListed),
      separator: ', ',
      isSure: true,
    })),
  ).map(({ text }) => text);

/** Joins a name with the role beside it, where it is clear which role is whose. */
function joinRoles(pieces: readonly OriginPiece[]): OriginPiece[] {
  const joined: OriginPiece[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = from + 1;
    while (to < pieces.length && isApposition(pieces[to - 1], pieces[to])) to += 1;
    const run = pieces.slice(from, to);
    const isClear = run.length % 2 === 0;
    for (let i = 0; i < run.length; i += isClear ? 2 : 1) {
      const [one, other] = run.slice(i, i + 2);
      if (isClear && one && other)
        joined.push({ ...one, text: `${one.text}, ${other.text}`, kind: 'PERSON' });
      else if (one) joined.push({ ...one });
    }
    from = to;
  }
  return joined;
}

const unclear = (name: string) => ({
  kind: 'ORIGIN_UNCLEAR',
  column: 'source_original',
  value: excerpt(name),
  reason: 'The text does not say whether this is one speaker or several. It was imported as one.',
});

const tooLong = (name: string) => ({
  kind: 'TOO_LONG',
  column: 'source_original',
  value: excerpt(name),
  reason: `A name has at most ${maxNameLength} characters. The rest was left out.`,
});
