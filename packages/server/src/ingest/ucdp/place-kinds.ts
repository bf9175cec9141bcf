import type { LocationKind } from '../../locations/location.enums.ts';
import { type KindWord, kindWords } from './place-words.ts';

export interface ParsedPlace {
  kind: LocationKind;
  /** Without the word that only says what the place is. */
  name: string;
}

/** The levels of administrative units. A unit only lies in one of a smaller level. */
export const unitLevels: Partial<Record<LocationKind, number>> = {
  COUNTRY: 0,
  GOVERNORATE: 1,
  DISTRICT: 2,
  SUBDISTRICT: 3,
};

/** A word after which a text says where the place is, and no longer what it is. */
const whereWord =
  /\s*,\s|\s(?:in|of|near|between|along|on|at|by|from|to|towards?|outside|around)\s/i;

/** A part, edge or line of a unit, which the word at the end of the text does not say. */
const partsOfUnits = [
  /^(?:far|rural|coastal|upper|lower|central|outskirts|parts)\b/i,
  /^(?:north|south|east|west)(?:ern)?(?:[- ]?(?:north|south|east|west|central)(?:ern)?)?\b/i,
  /\b(?:border|front ?line|line|loc|countryside|axis|area|outskirts)\b|\//i,
];

const isPart = (text: string): boolean => partsOfUnits.some((pattern) => pattern.test(text));

const wordOf = (text: string): KindWord | undefined =>
  kindWords.find(({ pattern }) => pattern.test(text));

/** Reads a place as a plain name with a word for its kind: "Millbrook town". */
export function parsePlace(text: string, defaultKind: LocationKind): ParsedPlace {
  const word = wordOf(text);
  if (!word) return { kind: defaultKind, name: text };
  if (word.isPartOfName) return { kind: word.kind, name: text };
  const name = text.replace(word.pattern, '').replace(/^Mintaqat\s+/i, '');
  return { kind: word.kind, name: name || text };
}

/**
 * Reads any text about a place. What comes first says what it is: "Clear river in Coast province"
 * is a river, and "Northern Coast province" is not the province.
 *
 * @param precision The row's `where_prec`: 3 and 4 say that the place is a unit, 5 that it is not.
 */
export function parseDescribedPlace(
  text: string,
  defaultKind: LocationKind,
  precision: number,
): ParsedPlace {
  const parsed = parsePlace(text, defaultKind);
  const isUnit = parsed.kind in unitLevels;
  const [head = text] = text.split(isUnit ? whereWordOrDash : whereWord);
  const kind = wordOf(head)?.kind;
  if (head !== text && kind && !(kind in unitLevels)) return { kind, name: text };
  if (!isUnit) return parsed;
  if (head !== text && !kind && !isPart(head)) return { kind: defaultKind, name: text };
  const isRegion = precision === 5 || (precision <= 2 && isPartOfUnit(text));
  return head !== text || isRegion ? { kind: 'INFORMAL_REGION', name: text } : parsed;
}

const whereWordOrDash = new RegExp(String.raw`${whereWord.source}|\s[-–]\s`, 'i');

/** "Northern Coast province", but not "Northern province", which has no other name. */
const isPartOfUnit = (text: string): boolean => isPart(text) && /\s.+\s/.test(text);
