// cspell:ignore neighbou rhood
import type { LocationKind } from '../../locations/location.enums.ts';

/** The word at the end of a name that says what the place is. */
export interface KindWord {
  pattern: RegExp;
  kind: LocationKind;
  /** Whether the word belongs to the name, as in "Khan Arnabah hospital". */
  isPartOfName: boolean;
}

export const kindWords: readonly KindWord[] = [
  {
    pattern: /(^|\s+)industrial (district|zone|area|city|estate)$/i,
    kind: 'FACILITY',
    isPartOfName: true,
  },
  {
    pattern: /\s+(town|village|city|suburb|locality|municipality|hamlet|camp)$/i,
    kind: 'COMMUNITY',
    isPartOfName: false,
  },
  { pattern: /\s+(neighbou?rhood|quarter)$/i, kind: 'NEIGHBOURHOOD', isPartOfName: false },
  {
    pattern: /\s+(governorate|province|oblast|department|state|region)$/i,
    kind: 'GOVERNORATE',
    isPartOfName: false,
  },
  { pattern: /\s+(subdistrict|sub-district|nahiya)$/i, kind: 'SUBDISTRICT', isPartOfName: false },
  { pattern: /\s+(district|mintaqat)$/i, kind: 'DISTRICT', isPartOfName: false },
  {
    pattern: /(^|\s+)(airport|airbase|air base|base|checkpoint|prison|complex)$/i,
    kind: 'FACILITY',
    isPartOfName: true,
  },
  { pattern: /(^|\s+)(dam|station|plant|hospital)$/i, kind: 'FACILITY', isPartOfName: true },
  { pattern: /(^|\s+)(farms?|(oil |gas )?fields?)$/i, kind: 'FACILITY', isPartOfName: true },
  {
    pattern: /(^|\s+)(mountains?|hills?|desert|plain|valley|forest)$/i,
    kind: 'NATURAL_FEATURE',
    isPartOfName: true,
  },
  {
    pattern: /(^|\s+)(rivers?|lake|spring|reservoir|island|coast)$/i,
    kind: 'NATURAL_FEATURE',
    isPartOfName: true,
  },
  { pattern: /(^|\s+)(roads?|highway|motorway|street)$/i, kind: 'ROAD', isPartOfName: true },
  { pattern: /(^|\s+)crossing$/i, kind: 'CROSSING', isPartOfName: true },
];
