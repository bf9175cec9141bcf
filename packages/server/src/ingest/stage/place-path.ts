import type { LocationKind } from '../../locations/location.enums.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import type { NameHint } from '../batch-types.ts';
import { canonicalCountry } from '../gazetteer/countries.ts';
import { stageNames } from './names.ts';
import { parsePlaceText, placesIn, unitLevels } from './place-text.ts';

/** The names of a place and of the units around it. A unit that is unknown is empty. */
export interface PlaceNames {
  country: string;
  admin1: string;
  admin2: string;
  admin3: string;
  /** Empty: the place is the smallest of the units. */
  community: string;
}

/** A place within the units around it. */
export interface PlacePath extends Omit<PlaceNames, 'community'> {
  name: string;
  kind: LocationKind;
  point: Point | null;
}

/** The smallest place that is named. Null: none is. */
export function smallestPlace({
  community,
  ...units
}: PlaceNames): Omit<PlacePath, 'point'> | null {
  const levels: [name: string, kind: LocationKind][] = [
    [community, 'COMMUNITY'],
    [units.admin3, 'SUBDISTRICT'],
    [units.admin2, 'DISTRICT'],
    [units.admin1, 'GOVERNORATE'],
    [units.country, 'COUNTRY'],
  ];
  const smallest = levels.find(([name]) => name !== '');
  if (!smallest) return null;
  const [name, kind] = smallest;
  return { ...units, name, kind };
}

/**
 * Stages the places that a text names, and the units around them. Of several places, none is known
 * to be at the point. @returns their staged ids.
 */
export function stagePlacePaths(batch: Batch, scheme: string, place: PlacePath): string[] {
  if (place.kind !== 'COMMUNITY') return [stagePlacePath(batch, scheme, place)];
  const texts = placesIn(cleanSpacing(place.name));
  const point = texts.length > 1 ? null : place.point;
  return texts.map((name) => stagePlacePath(batch, scheme, { ...place, name, point }));
}

/**
 * Stages a place and the units around it. A place with the name and kind of a unit around it is
 * that unit. @returns the staged id of the place.
 */
function stagePlacePath(batch: Batch, scheme: string, place: PlacePath): string {
  const { admin1, admin2, admin3, point } = place;
  const country = canonicalCountry(place.country);
  const units: [name: string, kind: LocationKind][] = [
    [country, 'COUNTRY'],
    [admin1, 'GOVERNORATE'],
    [admin2, 'DISTRICT'],
    [admin3, 'SUBDISTRICT'],
  ];
  const { name, kind } = parsePathName(place, units);
  const around = {
    country: cleanSpacing(country) || null,
    admin1: cleanSpacing(admin1) || null,
    admin2: cleanSpacing(admin2) || null,
  };
  const path: string[] = [];
  let parent: string | null = null;
  for (const [level, [unit, unitKind]] of units.entries()) {
    path.push(normalizeForComparison(unit));
    if (normalizeForComparison(unit) === '') continue;
    parent = stagePlace(batch, {
      scheme,
      key: path.join('|'),
      match: {
        name: cleanSpacing(unit),
        kind: unitKind,
        country: level > 0 ? around.country : null,
        admin1: level > 1 ? around.admin1 : null,
      },
      parent,
    });
    if (kind === unitKind && isSame(unit, name)) return parent;
  }
  const text = cleanSpacing(place.name);
  return stagePlace(batch, {
    scheme,
    key: placeKey(path, text, point, kind),
    match: { name, kind, ...around, ...pointHint(point) },
    parent,
    point,
    alias: isSame(text, name) ? undefined : text,
  });
}

/** The name of a place, and its kind as far as its text says it. */
function parsePathName(
  { name, kind }: PlacePath,
  units: readonly [name: string, kind: LocationKind][],
): { name: string; kind: LocationKind } {
  const text = cleanSpacing(name);
  if (kind === 'COUNTRY') return { name: canonicalCountry(text), kind };
  if (kind !== 'COMMUNITY') return { name: text, kind };
  const named = units.filter(([unit]) => cleanSpacing(unit) !== '');
  const place = parsePlaceText(text, {
    defaultKind: kind,
    statesKinds: false,
    units: named.map(([unit]) => unit),
  });
  const level = unitLevels[place.kind];
  if (level === undefined) return place;
  // A unit cannot lie in one of its own or a lower level, unless it is that one.
  const isInside = named.every(
    ([unit, unitKind]) => (unitLevels[unitKind] ?? 0) < level || isSame(unit, place.name),
  );
  return isInside ? place : { name: text, kind: 'INFORMAL_REGION' };
}

const isSame = (one: string, other: string): boolean =>
  normalizeForComparison(one) === normalizeForComparison(other);

/** Homonyms in one unit are different places if they are more than about 100 m apart. */
const pointKey = (point: Point | null): string =>
  point ? `${point.lat.toFixed(3)},${point.lon.toFixed(3)}` : '';

/**
 * The key of a place in the units around it. Earlier versions imported descriptions as towns:
 * these have keys of their own.
 */
export const placeKey = (
  path: readonly string[],
  text: string,
  point: Point | null,
  kind: LocationKind,
): string =>
  [...path, normalizeForComparison(text), pointKey(point)].join('|') +
  (kind === 'DESCRIBED' ? '|described' : '');

export const pointHint = (point: Point | null): Pick<NameHint, 'lat' | 'lon'> => ({
  lat: point?.lat ?? null,
  lon: point?.lon ?? null,
});

export interface StagedPlace {
  /** The data set. Keys of places are unique within it. */
  scheme: string;
  key: string;
  match: NameHint & { kind: LocationKind };
  /** The staged id of the unit around it. */
  parent: string | null;
  point?: Point | null;
  /** Another spelling in the data set. */
  alias?: string | undefined;
}

/** Stages one place. @returns its staged id. */
export function stagePlace(batch: Batch, place: StagedPlace): string {
  const { scheme, key, match, parent, point, alias } = place;
  const { id, isNew } = batch.record('location', {
    system: `${normalizeForComparison(scheme)}-place`,
    value: key,
    match,
  });
  if (!isNew) return id;
  batch.put('location', {
    id,
    kind: match.kind,
    name: match.name,
    parent_id: parent,
    point_lat: point?.lat,
    point_lon: point?.lon,
  });
  stageNames(batch, 'location', id, [
    { text: match.name, kind: 'PRIMARY', scheme },
    ...(alias === undefined ? [] : [{ text: alias, kind: 'ALIAS', scheme } as const]),
  ]);
  return id;
}
