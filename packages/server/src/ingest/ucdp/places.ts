// cspell:ignore neighbou rhood
import type { LocationKind } from '../../locations/location.enums.ts';
import type { GeoPrecision } from '../../values/enums.ts';
import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { maxNameLength } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { pointHint, pointKey, stagePlace } from '../stage/place-path.ts';

/** `where_prec` of the codebook of GED. */
export const geoPrecisions: Record<string, GeoPrecision> = {
  '1': 'EXACT',
  '2': 'WITHIN_25_KM',
  '3': 'DISTRICT',
  '4': 'GOVERNORATE',
  '5': 'LINE_OR_REGION',
  '6': 'COUNTRY',
  '7': 'INTERNATIONAL',
};

/** The word at the end of a name that says what the place is. */
interface KindWord {
  pattern: RegExp;
  kind: LocationKind;
  /** Whether the word belongs to the name, as in "Khan Arnabah hospital". */
  isPartOfName: boolean;
}

const kindWords: readonly KindWord[] = [
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
  { pattern: /\s+(district|mintaqat)$/i, kind: 'DISTRICT', isPartOfName: false },
  { pattern: /\s+(subdistrict|nahiya)$/i, kind: 'SUBDISTRICT', isPartOfName: false },
  {
    pattern:
      /\s+(airport|airbase|air base|base|checkpoint|dam|station|plant|hospital|prison|complex)$/i,
    kind: 'FACILITY',
    isPartOfName: true,
  },
  { pattern: /\s+(farms?|(oil |gas )?fields?)$/i, kind: 'FACILITY', isPartOfName: true },
  {
    pattern:
      /\s+(mountains?|hills?|river|lake|desert|plain|spring|valley|forest|reservoir|island)$/i,
    kind: 'NATURAL_FEATURE',
    isPartOfName: true,
  },
  { pattern: /\s+(road|highway|street)$/i, kind: 'ROAD', isPartOfName: true },
  { pattern: /\s+crossing$/i, kind: 'CROSSING', isPartOfName: true },
];

interface ParsedPlace {
  kind: LocationKind;
  /** Without the word that only says what the place is. */
  name: string;
}

function parsePlace(text: string, defaultKind: LocationKind): ParsedPlace {
  const word = kindWords.find(({ pattern }) => pattern.test(text));
  if (!word) return { kind: defaultKind, name: text };
  if (word.isPartOfName) return { kind: word.kind, name: text };
  const name = text.replace(word.pattern, '').replace(/^Mintaqat\s+/i, '');
  return { kind: word.kind, name: name || text };
}

/**
 * Stages the place of an event, with the district, governorate and country around it.
 *
 * @returns its staged id. Null: the row names no place.
 */
export function stageEventPlace(batch: Batch, row: CsvRow, point: Point | null): string | null {
  const cell = (column: string) => cleanSpacing(row.get(column) ?? '').slice(0, maxNameLength);
  const [country, admin1, admin2] = [cell('country'), cell('adm_1'), cell('adm_2')];
  const place = cell('where_coordinates');
  const names = {
    country: country || null,
    admin1: parsePlace(admin1, 'GOVERNORATE').name || null,
    admin2: parsePlace(admin2, 'DISTRICT').name || null,
  };
  const path = [country, admin1, admin2].map(normalizeForComparison);
  const units = [
    { text: country, kind: 'COUNTRY', name: names.country, around: {} },
    { text: admin1, kind: 'GOVERNORATE', name: names.admin1, around: { country } },
    {
      text: admin2,
      kind: 'DISTRICT',
      name: names.admin2,
      around: { country, admin1: names.admin1 },
    },
  ] as const;
  let parent: string | null = null;
  for (const [level, { text, kind, name, around }] of units.entries()) {
    if (name === null) continue;
    parent = stagePlace(batch, {
      scheme: 'UCDP',
      key: path.slice(0, level + 1).join('|'),
      match: { name, kind, ...around },
      parent,
      alias: aliasOf(text, name),
    });
    if (normalizeForComparison(text) === normalizeForComparison(place)) return parent;
  }
  if (place === '') return parent;
  const isPrecise = Number(row.get('where_prec')) <= 2;
  const { name, kind } = parsePlace(place, isPrecise ? 'COMMUNITY' : 'INFORMAL_REGION');
  return stagePlace(batch, {
    scheme: 'UCDP',
    key: `${path.join('|')}|${normalizeForComparison(place)}|${pointKey(point)}`,
    match: { name, kind, ...names, ...pointHint(point) },
    parent,
    point,
    alias: aliasOf(place, name),
  });
}

/** The text as the row has it, if it says more than the name. */
const aliasOf = (text: string, name: string): string | undefined =>
  normalizeForComparison(text) === normalizeForComparison(name) ? undefined : text;
