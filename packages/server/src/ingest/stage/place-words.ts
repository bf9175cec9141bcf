// cspell:ignore neighbou rhood
import type { LocationKind } from '../../locations/location.enums.ts';

/** A word that says what a place is. */
export interface KindWord {
  pattern: RegExp;
  kind: LocationKind;
  /** Whether the word belongs to the name, as in "Khan Arnabah hospital". */
  isPartOfName: boolean;
  /**
   * Whether names of towns have it, too: Forest Hill, Kansas City. Where a data set does not say
   * what each place is, only "hill" in small letters says so.
   */
  isInNames: boolean;
}

interface WordOptions {
  isPartOfName?: boolean;
  isInNames?: boolean;
}

/** Words at the end of a text: "Odra hospital". */
const last = (
  kind: LocationKind,
  words: string,
  { isPartOfName = true, isInNames = false }: WordOptions = {},
): KindWord => {
  // A word that is not part of the name needs a name before it.
  const pattern = new RegExp(
    String.raw`${isPartOfName ? String.raw`(^|\s+)` : String.raw`\s+`}(${words})$`,
    'i',
  );
  return { pattern, kind, isPartOfName, isInNames };
};

/** Words at the beginning of a text: "Lake Chad". */
const first = (kind: LocationKind, words: string, isInNames = false): KindWord => ({
  pattern: new RegExp(String.raw`^(?:the\s+)?(?:${words})`, 'i'),
  kind,
  isPartOfName: true,
  isInNames,
});

const inNames = { isInNames: true };
const besideName = { isPartOfName: false, isInNames: true };

export const kindWords: readonly KindWord[] = [
  last('FACILITY', 'industrial (district|zone|area|city|estate)'),
  last('FACILITY', '(military|army|police|militia|rebel|training|prison|detention) camp'),
  // A camp near a town often has the name of the town.
  last('COMMUNITY', 'camps?'),
  { pattern: /\s+City$/, kind: 'COMMUNITY', isPartOfName: true, isInNames: false },
  last('NEIGHBOURHOOD', '(town|city|village) cent(re|er)|old (town|city)', inNames),
  last('COMMUNITY', 'town|village|city|suburb|locality|municipality|hamlet', besideName),
  last('NEIGHBOURHOOD', 'neighbou?rhood|quarter', besideName),
  last('GOVERNORATE', 'governorate|province|oblast|department|state|region', besideName),
  last('SUBDISTRICT', 'subdistrict|sub-district|nahiya', besideName),
  last('DISTRICT', 'district|mintaqat', besideName),
  last('FACILITY', 'airport|airfield|heliport|airbase|air base|military base|army base'),
  last('FACILITY', 'checkpoint|prison|hospital|power plant|(oil|gas) ?fields?'),
  last('FACILITY', 'base|complex|dam|station|plant|farms?|fields?|factory', inNames),
  last('FACILITY', 'mosque|church|cemetery|school|university|stadium|silos', inNames),
  last('FACILITY', 'bridge|tunnel|refinery|pipeline|quarry|warehouse|clinic', inNames),
  last('NATURAL_FEATURE', 'reservoir|sea|ocean|gulf|straits?'),
  last('NATURAL_FEATURE', 'mountains?|hills?|ridge|desert|plains?|valley|forest', inNames),
  last('NATURAL_FEATURE', 'rivers?|streams?|springs?|lake|island|coast|bay', inNames),
  last('ROAD', 'highway|motorway'),
  last('ROAD', 'roads?|street', inNames),
  last('CROSSING', 'border crossing'),
  last('CROSSING', 'crossing', inNames),
  last('INFORMAL_REGION', '(area|countryside|front ?line|axis|border|triangle|pocket|enclave)s?'),
  last('DESCRIBED', 'outskirts|surroundings|environs|vicinity|periphery|suburbs'),
];

const line = 'highway|motorway|freeway|expressway|road|route';
const fromOrIn = String.raw`between|from|to|link\w*|connect\w*|leading|in|near|of`;

export const leadingWords: readonly KindWord[] = [
  first('NATURAL_FEATURE', String.raw`(?:lake|بحيرة|نهر|خليج)\s+\S`),
  first('NATURAL_FEATURE', String.raw`(?:gulf|bay|sea|straits?|isle|valley|mouth|delta) of\s`),
  first('NATURAL_FEATURE', String.raw`(?:river|mount|mt\.?|cape|jabal|jebel|djebel)\s+\S`, true),
  first('ROAD', String.raw`(?:${line})\s+(?:[a-z]{0,3}-?\d|(?:${fromOrIn})\b)`),
  first('ROAD', String.raw`(?:طريق|اوتوستراد|أوتوستراد)\s+\S`),
];
