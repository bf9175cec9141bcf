import type { LocationKind } from '../../locations/location.enums.ts';
import type { Point } from '../../values/point.ts';
import type { Batch, NameHint } from '../batch.ts';
import { canonicalCountry } from '../gazetteer/countries.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { stageNames } from './names.ts';

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
 * Stages a place and the units around it. A place with the name and kind of a unit around it is
 * that unit. @returns the staged id of the place.
 */
export function stagePlacePath(batch: Batch, scheme: string, place: PlacePath): string {
  const { admin1, admin2, admin3, kind, point } = place;
  const country = canonicalCountry(place.country);
  const name = kind === 'COUNTRY' ? canonicalCountry(place.name) : place.name;
  const units: [name: string, kind: LocationKind][] = [
    [country, 'COUNTRY'],
    [admin1, 'GOVERNORATE'],
    [admin2, 'DISTRICT'],
    [admin3, 'SUBDISTRICT'],
  ];
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
    if (kind === unitKind && normalizeForComparison(unit) === normalizeForComparison(name))
      return parent;
  }
  return stagePlace(batch, {
    scheme,
    key: `${path.join('|')}|${normalizeForComparison(name)}|${pointKey(point)}`,
    match: { name: cleanSpacing(name), kind, ...around, ...pointHint(point) },
    parent,
    point,
  });
}

/** Homonyms in one unit are different places if they are more than about 100 m apart. */
export const pointKey = (point: Point | null): string =>
  point ? `${point.lat.toFixed(3)},${point.lon.toFixed(3)}` : '';

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
