import type { LocationKind } from '../../locations/location.enums.ts';
import type { Batch, NameHint } from '../batch.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { childId } from '../stable-id.ts';

/** A place by its name and the units around it, outermost first; a unit that is not known is empty. */
export interface PlacePath {
  country: string;
  admin1: string;
  admin2: string;
  admin3: string;
  name: string;
  kind: LocationKind;
  /** WGS 84. */
  point: { lat: number; lon: number } | null;
}

/** Stages a place, with those around it. A place that bears the name of the unit it lies in, and is no community, is that unit. @returns its staged id. */
export function stagePlacePath(batch: Batch, scheme: string, place: PlacePath): string {
  const { country, admin1, admin2, admin3, name, kind, point } = place;
  const units: [name: string, kind: LocationKind][] = [
    [country, 'COUNTRY'],
    [admin1, 'GOVERNORATE'],
    [admin2, 'DISTRICT'],
    [admin3, 'SUBDISTRICT'],
  ];
  const within = {
    country: cleanSpacing(country) || null,
    admin1: cleanSpacing(admin1) || null,
    admin2: cleanSpacing(admin2) || null,
  };
  const path: string[] = [];
  let parent: string | null = null;
  for (const [i, [unit, unitKind]] of units.entries()) {
    path.push(normalizeForComparison(unit));
    if (normalizeForComparison(unit) === '') continue;
    const around = { country: i > 0 ? within.country : null, admin1: i > 1 ? within.admin1 : null };
    parent = stageUnit(
      batch,
      scheme,
      path.join('|'),
      { name: cleanSpacing(unit), kind: unitKind, ...around },
      parent,
      null,
    );
    if (kind === unitKind && normalizeForComparison(unit) === normalizeForComparison(name))
      return parent;
  }
  const at = point ? `${point.lat.toFixed(3)},${point.lon.toFixed(3)}` : '';
  const match = {
    name: cleanSpacing(name),
    kind,
    ...within,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
  };
  return stageUnit(
    batch,
    scheme,
    `${path.join('|')}|${normalizeForComparison(name)}|${at}`,
    match,
    parent,
    point,
  );
}

function stageUnit(
  batch: Batch,
  scheme: string,
  key: string,
  match: NameHint & { kind: string },
  parent: string | null,
  point: PlacePath['point'],
): string {
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
  batch.put('name', {
    id: childId(id, 0),
    text: match.name,
    kind: 'PRIMARY',
    scheme,
    position: 0,
    location_id: id,
  });
  return id;
}
