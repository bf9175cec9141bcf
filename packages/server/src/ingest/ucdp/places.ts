import type { LocationKind } from '../../locations/location.enums.ts';
import type { GeoPrecision } from '../../values/enums.ts';
import type { Batch, NameHint } from '../batch.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import { childId } from '../stable-id.ts';

/** UCDP's `where_prec` (codebook of GED, "where_prec"). */
export const precisions: Record<string, GeoPrecision> = {
  '1': 'EXACT',
  '2': 'WITHIN_25_KM',
  '3': 'DISTRICT',
  '4': 'GOVERNORATE',
  '5': 'LINE_OR_REGION',
  '6': 'COUNTRY',
  '7': 'INTERNATIONAL',
};

/** The word that ends a place's name and says what it is; those of settlements are no part of the name. */
const words: [RegExp, LocationKind, drop: boolean][] = [
  [/\s+(town|village|city|suburb|locality|municipality|hamlet|camp)$/i, 'COMMUNITY', true],
  [/\s+(neighbou?rhood|quarter)$/i, 'NEIGHBOURHOOD', true],
  [/\s+(governorate|province|oblast|department|state|region)$/i, 'GOVERNORATE', true],
  [/\s+(district|mintaqat)$/i, 'DISTRICT', true],
  [/\s+(subdistrict|nahiya)$/i, 'SUBDISTRICT', true],
  [
    /\s+(airport|airbase|air base|base|checkpoint|dam|station|plant|hospital|prison|complex|farms?|(oil |gas )?fields?)$/i,
    'FACILITY',
    false,
  ],
  [
    /\s+(mountains?|hills?|river|lake|desert|plain|spring|valley|forest|reservoir|island)$/i,
    'NATURAL_FEATURE',
    false,
  ],
  [/\s+(road|highway|street)$/i, 'ROAD', false],
  [/\s+crossing$/i, 'CROSSING', false],
];

interface Place {
  kind: LocationKind;
  /** Without the word that only says what it is. */
  name: string;
}

const placeOf = (written: string, otherwise: LocationKind): Place => {
  const [pattern, kind, drop] = words.find(([each]) => each.test(written)) ?? [];
  if (!pattern) return { kind: otherwise, name: written };
  return {
    kind: kind!,
    name: drop ? written.replace(pattern, '').replace(/^Mintaqat\s+/i, '') || written : written,
  };
};

/** Stages where an event was, with district, governorate and country around it. @returns the staged id; null when the row names no place at all. */
export function stagePlace(
  batch: Batch,
  row: CsvRow,
  point: { lat: number; lon: number } | null,
): string | null {
  const [country, admin1, admin2, where] = ['country', 'adm_1', 'adm_2', 'where_coordinates'].map(
    (column) => cleanSpacing(row.get(column) ?? '').slice(0, 500),
  );
  const path = [country!, admin1!, admin2!].map(normalizeForComparison).join('|');
  const within = {
    country: country || null,
    admin1: placeOf(admin1!, 'GOVERNORATE').name || null,
    admin2: placeOf(admin2!, 'DISTRICT').name || null,
  };
  let parent: string | null = null;
  const units: [string, LocationKind, string, NameHint][] = [
    [country!, 'COUNTRY', normalizeForComparison(country!), { name: country!, kind: 'COUNTRY' }],
    [
      admin1!,
      'GOVERNORATE',
      path.split('|').slice(0, 2).join('|'),
      { name: within.admin1!, kind: 'GOVERNORATE', country: country! },
    ],
    [
      admin2!,
      'DISTRICT',
      path,
      { name: within.admin2!, kind: 'DISTRICT', country: country!, admin1: within.admin1 },
    ],
  ];
  for (const [written, kind, key, match] of units) {
    if (written === '') continue;
    parent = stageUnit(batch, { kind, name: match.name }, written, key, parent, match, null);
    if (normalizeForComparison(written) === normalizeForComparison(where!)) return parent;
  }
  if (where === '') return parent;
  const place = placeOf(
    where!,
    Number(row.get('where_prec')) <= 2 ? 'COMMUNITY' : 'INFORMAL_REGION',
  );
  const at = point ? `${point.lat.toFixed(3)},${point.lon.toFixed(3)}` : '';
  const match = {
    name: place.name,
    kind: place.kind,
    ...within,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
  };
  return stageUnit(
    batch,
    place,
    where!,
    `${path}|${normalizeForComparison(where!)}|${at}`,
    parent,
    match,
    point,
  );
}

function stageUnit(
  batch: Batch,
  { kind, name }: Place,
  written: string,
  key: string,
  parent: string | null,
  match: NameHint,
  point: { lat: number; lon: number } | null,
): string {
  const { id, isNew } = batch.record('location', { system: 'ucdp-place', value: key, match });
  if (!isNew) return id;
  batch.put('location', {
    id,
    kind,
    name,
    parent_id: parent,
    point_lat: point?.lat,
    point_lon: point?.lon,
  });
  batch.put('name', {
    id: childId(id, 0),
    text: name,
    kind: 'PRIMARY',
    scheme: 'UCDP',
    position: 0,
    location_id: id,
  });
  if (normalizeForComparison(written) !== normalizeForComparison(name))
    batch.put('name', {
      id: childId(id, 1),
      text: written,
      kind: 'ALIAS',
      scheme: 'UCDP',
      position: 1,
      location_id: id,
    });
  return id;
}
