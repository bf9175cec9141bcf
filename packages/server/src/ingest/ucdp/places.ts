import type { GeoPrecision } from '../../values/enums.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import { canonicalCountry } from '../gazetteer/countries.ts';
import type { NoteIssue } from '../problem.ts';
import { excerpt, maxNameLength, textIn } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { placeKey, pointHint, stagePlace } from '../stage/place-path.ts';
import { parsePlaceText, parseUnitName, placesIn, unitLevels } from '../stage/place-text.ts';

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

/** The units around an event, and how precisely the row locates it. */
interface Surroundings {
  country: string;
  admin1: string;
  admin2: string;
  precision: number;
}

/**
 * Stages the places of an event, with the district, governorate and country around them. Of several
 * places, none is known to be at the point of the row.
 *
 * @returns their staged ids. None: the row names no place.
 */
export function stageEventPlaces(
  batch: Batch,
  row: CsvRow,
  point: Point | null,
  note: NoteIssue,
): string[] {
  const cell = (column: string) => textIn(row, column, maxNameLength, note);
  const [country, admin1, admin2] = [cell('country'), cell('adm_1'), cell('adm_2')];
  const around = { country, admin1, admin2, precision: Number(row.get('where_prec')) };
  const texts = placesIn(cell('where_coordinates'));
  const own = texts.length > 1 ? null : point;
  return texts.flatMap((text) => stageEventPlace(batch, text, around, own, note) ?? []);
}

function stageEventPlace(
  batch: Batch,
  text: string,
  { country, admin1, admin2, precision }: Surroundings,
  point: Point | null,
  note: NoteIssue,
): string | null {
  const names = {
    country: canonicalCountry(country) || null,
    admin1: parseUnitName(admin1, 'GOVERNORATE').name || null,
    admin2: parseUnitName(admin2, 'DISTRICT').name || null,
  };
  const path = [country, admin1, admin2].map(normalizeForComparison);
  const defaultKind = precision <= 2 ? 'COMMUNITY' : 'INFORMAL_REGION';
  const context = { defaultKind, statesKinds: true, precision } as const;
  const place = parsePlaceText(text, { ...context, units: Object.values(names).flatMap(listOf) });
  const units = [
    { text: country, kind: 'COUNTRY', name: names.country, around: {} },
    { text: admin1, kind: 'GOVERNORATE', name: names.admin1, around: { country: names.country } },
    {
      text: admin2,
      kind: 'DISTRICT',
      name: names.admin2,
      around: { country: names.country, admin1: names.admin1 },
    },
  ] as const;
  let parent: string | null = null;
  let depth = -1;
  for (const [level, { text: unitText, kind, name, around }] of units.entries()) {
    if (name === null) continue;
    parent = stagePlace(batch, {
      scheme: 'UCDP',
      key: path.slice(0, level + 1).join('|'),
      match: { name, kind, ...around },
      parent,
      alias: aliasOf(unitText, name),
    });
    depth = level;
    const isUnit =
      (place.kind === kind && isSame(name, place.name)) ||
      (geoPrecisions[precision] === kind && isSame(name, text));
    if (isSame(unitText, text) || isUnit) return parent;
  }
  if (text === '') return parent;
  const level = unitLevels[place.kind];
  if (level !== undefined && level > depth)
    return stagePlace(batch, {
      scheme: 'UCDP',
      key: unitKey(path, level, text),
      match: { name: place.name, kind: place.kind, ...names },
      parent,
      alias: aliasOf(text, place.name),
    });
  if (level !== undefined) {
    place.kind = defaultKind;
    place.name = text;
    const isPart = [admin1, admin2].some((unit) => unit !== '' && endsWith(text, unit));
    if (!isPart)
      note({
        kind: 'PLACE_CONTRADICTS',
        column: 'where_coordinates',
        value: excerpt(text),
        reason:
          'It names a unit that cannot lie in the one of adm_1 or adm_2. It was imported as a ' +
          'place inside that one.',
      });
  }
  return stagePlace(batch, {
    scheme: 'UCDP',
    key: placeKey(path, text, point, place.kind),
    match: { name: place.name, kind: place.kind, ...names, ...pointHint(point) },
    parent,
    point,
    alias: aliasOf(text, place.name),
  });
}

const listOf = (name: string | null): string[] => (name === null ? [] : [name]);

/** The key that the unit has in the rows where adm_1 or adm_2 name it. */
const unitKey = (path: readonly string[], level: number, text: string): string =>
  [...path.slice(0, level), normalizeForComparison(text)].join('|');

const isSame = (one: string, other: string): boolean =>
  normalizeForComparison(one) === normalizeForComparison(other);

const endsWith = (text: string, end: string): boolean =>
  normalizeForComparison(text).endsWith(normalizeForComparison(end));

/** The text as the row has it, if it says more than the name. */
const aliasOf = (text: string, name: string): string | undefined =>
  isSame(text, name) ? undefined : text;

/** The place in words: `where_coordinates`, and `where_description` if it says something else. */
export function placeAsWritten(row: CsvRow, note: NoteIssue): string | null {
  const place = cleanSpacing(row.get('where_coordinates') ?? '');
  const description = cleanSpacing(row.get('where_description') ?? '');
  const says = description !== '' && !isSame(description, place);
  const text = [place, ...(says ? [description] : [])].filter(Boolean).join('; ');
  if (text.length > maxNameLength)
    note({
      kind: 'TOO_LONG',
      column: says ? 'where_description' : 'where_coordinates',
      value: excerpt(text),
      reason: `It has ${text.length} characters. Only the first ${maxNameLength} were imported.`,
    });
  return excerpt(text);
}
