import type { LocationKind } from '../../locations/location.enums.ts';
import { normalizeForComparison } from '../../values/normalize.ts';
import {
  adjective,
  clearWhere,
  conjunction,
  distance,
  namedOf,
  onlyModifiers,
  partOfArea,
  partOfName,
  settlements,
  startsWithWhere,
  where,
  whereOrDash,
} from './place-grammar.ts';
import { type KindWord, kindWords, leadingWords } from './place-words.ts';

export interface ParsedPlace {
  kind: LocationKind;
  /** The text, without a word that only says what the place is, as in "Millbrook town". */
  name: string;
}

/** What else is known of a text about a place. */
export interface PlaceContext {
  /** The kind of a place whose text does not say what it is. */
  defaultKind: LocationKind;
  /** Whether the data set says of each place what it is, as UCDP does: "Forest Hill town". */
  statesKinds: boolean;
  /** The names of the units around the place. */
  units: readonly string[];
  /** UCDP's `where_prec`: 3 and 4 say that the place is a unit, 5 that it is not. */
  precision?: number;
}

/** The levels of administrative units. A unit only lies in one of a smaller level. */
export const unitLevels: Partial<Record<LocationKind, number>> = {
  COUNTRY: 0,
  GOVERNORATE: 1,
  DISTRICT: 2,
  SUBDISTRICT: 3,
};
const isUnit = (word: KindWord | undefined): boolean => !!word && word.kind in unitLevels;

const maxPlaces = 10;

/** The last word of a text that says what the place is, or else the first. */
function wordOf(text: string, statesKinds: boolean): KindWord | undefined {
  const says = ({ pattern, isInNames }: KindWord) => {
    const [match] = pattern.exec(text) ?? [];
    return match !== undefined && (statesKinds || !isInNames || !/\p{Lu}/u.test(match));
  };
  return kindWords.find(says) ?? leadingWords.find(says);
}

const nameWithout = (text: string, { pattern, kind, isPartOfName }: KindWord): string => {
  const name = text.replace(pattern, '').replace(/^Mintaqat\s+/i, '');
  const isName = kind in unitLevels || !onlyModifiers.test(name);
  return isPartOfName || name === '' || !isName ? text : name;
};

/** Reads the name of an administrative unit: "Coast province". */
export function parseUnitName(text: string, defaultKind: LocationKind): ParsedPlace {
  const word = wordOf(text, true);
  return word
    ? { kind: word.kind, name: nameWithout(text, word) }
    : { kind: defaultKind, name: text };
}

/**
 * The places that a text names: "Odra town and Velm town" are two. A text that may also be one
 * name, such as "Kara and Sons", is one place.
 */
export function placesIn(text: string): string[] {
  if (!/\s(?:and|&)\s/i.test(text)) return [text];
  const [, plural] = settlements.exec(text) ?? [];
  const word = plural?.replace(/ie$/i, 'y');
  const parts = text
    .replace(settlements, '')
    .split(conjunction)
    .map((name) => (word ? `${name} ${word}` : name));
  const isPlace = (part: string) => {
    const found = wordOf(part, true);
    const isNamed = !!found && (found.isPartOfName || nameWithout(part, found) !== part);
    return isNamed && /\s/.test(part) && !isUnit(found) && !saysWhere(part);
  };
  return parts.length <= maxPlaces && parts.every(isPlace) ? parts : [text];
}

const saysWhere = (text: string): boolean =>
  startsWithWhere.test(text) || distance.test(text) || where.test(text);

/**
 * Reads any text about a place. What comes first says what it is: "Clear river in Coast province"
 * is a river. A text that says where the place is, such as "30 km north of Odra town" or "eastern
 * Odra", does not name the town: it is a place of its own, and the text is its name.
 */
export function parsePlaceText(written: string, context: PlaceContext): ParsedPlace {
  const text = written.replace(namedOf, '');
  // "Al-Rai town (Choban Bey)"
  const plain = text.replace(/(?<=\S)\s*\([^()]*\)$/, '');
  if (context.units.some((unit) => isSame(unit, text)))
    return { kind: context.defaultKind, name: text };
  if (startsWithWhere.test(plain))
    return { kind: isOnRoad(plain) ? 'ROAD' : 'DESCRIBED', name: text };
  if (distance.test(plain)) return { kind: 'DESCRIBED', name: text };
  const word = wordOf(plain, context.statesKinds);
  const head = headOf(plain, context.statesKinds);
  // "the town of Odra near Velm"
  if (head !== plain && text !== written) return { kind: 'COMMUNITY', name: head };
  if (head !== plain) return parseHead(head, plain, text, context);
  if (isListOfNames(plain, word)) return { kind: 'DESCRIBED', name: text };
  if (isPartOfPlace(plain, word, context)) return { kind: 'INFORMAL_REGION', name: text };
  if (!word) return { kind: context.defaultKind, name: text };
  return { kind: word.kind, name: word.isPartOfName ? text : nameWithout(plain, word) };
}

/** "on the road from Odra to Velm", "along the Odra highway" */
function isOnRoad(text: string): boolean {
  const line = text.replace(/^(?:on|along)\s+(?:the\s+)?/i, '');
  const [head = line] = line.split(where);
  return line !== text && [head, line].some((part) => wordOf(part, true)?.kind === 'ROAD');
}

/** What a text says before it says where the place is. */
function headOf(text: string, statesKinds: boolean): string {
  const [clear = text] = text.split(clearWhere);
  const isOfUnit = isUnit(wordOf(text, statesKinds));
  const [head = text] = text.split(isOfUnit ? whereOrDash : where);
  const isClear = clear !== text || wordOf(text, statesKinds) || wordOf(head, statesKinds);
  return isClear ? head : text;
}

/** Reads a text that says where the place is behind its head. */
function parseHead(
  head: string,
  plain: string,
  text: string,
  { defaultKind, statesKinds }: PlaceContext,
): ParsedPlace {
  const word = wordOf(head, statesKinds);
  const isAddress = plain.startsWith(',', head.length);
  const name = word && nameWithout(head, word);
  if (!word) {
    const leading = leadingWords.find(({ pattern }) => pattern.test(plain));
    if (leading) return { kind: leading.kind, name: text };
    if (isAddress) return { kind: defaultKind, name: head };
    return { kind: partOfArea.test(head) ? 'INFORMAL_REGION' : 'DESCRIBED', name: text };
  }
  if (isUnit(word) && !isAddress) return { kind: 'INFORMAL_REGION', name: text };
  if (word.isPartOfName) return { kind: word.kind, name: text };
  if (name === head || partOfName.test(head)) return { kind: 'DESCRIBED', name: text };
  return { kind: word.kind, name: name ?? head };
}

/** "Odra and Velm", "Odra and Velm town". As the name of a unit, it is one name. */
function isListOfNames(text: string, word: KindWord | undefined): boolean {
  const [first = text] = text.split(conjunction);
  if (!/\s(?:and|&)\s/i.test(text)) return false;
  return !word || (!word.isPartOfName && (!isUnit(word) || wordOf(first, true) !== undefined));
}

/** "eastern Odra", "Northern Coast province", but not "Northern province", which is a name. */
function isPartOfPlace(text: string, word: KindWord | undefined, context: PlaceContext): boolean {
  const { statesKinds, units, precision = 0 } = context;
  const rest = text.replace(partOfName, '').replace(adjective, '');
  const isPart = partOfName.test(text);
  if (isUnit(word)) {
    const isInside = partOfArea.test(text) && /\s.+\s/.test(text);
    return isPart || precision === 5 || (statesKinds && precision <= 2 && isInside);
  }
  if (rest === text) return false;
  if (units.some((unit) => isSame(unit, rest))) return true;
  // "eastern Coast" is a part of Coast, but "eastern Coast road" is a road.
  if (isPart) return !word?.isPartOfName || !/\s/.test(rest);
  return statesKinds && !word;
}

const isSame = (one: string, other: string): boolean =>
  normalizeForComparison(one) === normalizeForComparison(other);
