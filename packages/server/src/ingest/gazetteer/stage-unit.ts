import type { Point } from '../../values/point.ts';
import type { Batch } from '../batch.ts';
import type { TableWrites } from '../land/table-writes.ts';
import { type RowIssue, RowRefused, repeatedId } from '../problem.ts';
import { nameColumns } from '../stage/names.ts';
import { countryName } from './countries.ts';
import { isoSystem, keyOf, pcodeSystem, readUnit, type Unit } from './read-unit.ts';
import { type GazetteerName, stageCountry, stagePlaceNames } from './stage.ts';
import type { UnitName, UnitRowColumns } from './unit-columns.ts';

/** What else a row says of its unit. */
export interface UnitShape {
  point: Point | null;
  geometry?: unknown;
}

/** What {@link stageUnit} writes. */
export const unitWrites: TableWrites = {
  location: {
    columns: [
      'id',
      'kind',
      'name',
      'parent_id',
      'point_lat',
      'point_lon',
      'geo_precision',
      'geometry',
    ],
    existing: 'revise',
    fixed: ['kind', 'name'],
  },
  name: { columns: nameColumns, existing: 'add' },
  external_id: { columns: ['id', 'system', 'value', 'location_id'], existing: 'add' },
};

/**
 * Stages an administrative unit with its names, and the larger units that its row names.
 *
 * @throws RowRefused if the row has no code, no name, or no level, or repeats the code of an
 * earlier row.
 */
export function stageUnit(batch: Batch, row: UnitRowColumns, shape: UnitShape): void {
  const issues: RowIssue[] = [];
  const unit = readUnit(row, issues);
  if (unit.kind === 'COUNTRY') {
    stageCountryRow(batch, unit, shape);
    return;
  }
  const [first] = inDisplayOrder(unit.names);
  if (!first)
    throw new RowRefused('NO_NAME', null, unit.key.value, 'The row has no name. A code is none.');
  const stagedBefore = batch.areas.get(unit.key.value);
  const staged = stageRecord(batch, unit, first.text);
  if (!staged.isNew && !stagedBefore) throw repeatedId('P-code', unit.key.value);
  batch.noteSubject(staged.id, 'P-code', unit.key.value);
  batch.areas.delete(unit.key.value);
  for (const issue of issues) batch.addProblem(issue);
  const countryId = unit.country === null ? null : stageCountry(batch, unit.country);
  const parentId = stageAreas(batch, unit, countryId);
  const { id } = staged;
  batch.storeOriginalRow('location', id);
  const columns = {
    id,
    kind: unit.kind,
    name: first.text,
    parent_id: parentId ?? countryId,
    point_lat: shape.point?.lat,
    point_lon: shape.point?.lon,
    geo_precision: shape.point && unit.kind === 'COMMUNITY' ? 'EXACT' : null,
    geometry: shape.geometry,
  };
  if (stagedBefore && !staged.isNew) batch.replace(stagedBefore, columns);
  else batch.put('location', columns);
  stageUnitNames(batch, id, unit.names);
  stageHierarchy(batch, id, unit, countryId);
  if (row.isoCode !== '' && unit.key.system !== isoSystem)
    batch.put('external_id', {
      id: batch.deriveId('external_id', isoSystem, row.isoCode),
      system: isoSystem,
      value: row.isoCode,
      location_id: id,
    });
}

function stageRecord(
  batch: Batch,
  { key, kind, country }: Pick<Unit, 'key' | 'kind' | 'country'>,
  name: string,
) {
  return batch.record('location', {
    ...key,
    match: { name, kind, country: country && countryName(country) },
  });
}

/** Stages the units around a unit, largest first. @returns the staged id of the smallest. */
function stageAreas(
  batch: Batch,
  { around, country }: Unit,
  countryId: string | null,
): string | null {
  let parentId: string | null = null;
  for (const [i, { code, kind, names }] of around.entries()) {
    const key = keyOf(pcodeSystem, code);
    const [first] = inDisplayOrder(names);
    if (!first) {
      parentId = batch.reference('location', key);
      continue;
    }
    const area: Unit = { key, kind, country, names, around: around.slice(0, i) };
    const { id, isNew } = stageRecord(batch, area, first.text);
    if (isNew) {
      const columns = { id, kind, name: first.text, parent_id: parentId ?? countryId };
      batch.areas.set(code, batch.put('location', columns));
      stageUnitNames(batch, id, names);
      stageHierarchy(batch, id, area, countryId);
    }
    parentId = id;
  }
  return parentId;
}

/** What the unit's parent is found by, if it is not in the ledger yet. */
const stageHierarchy = (
  batch: Batch,
  id: string,
  { key, around }: Unit,
  countryId: string | null,
): void =>
  batch.putHierarchy({
    id,
    system: key.system,
    code: key.value,
    parent_code: around.at(-1)?.code ?? null,
    country_id: countryId,
  });

function stageCountryRow(batch: Batch, { key, names }: Unit, { point, geometry }: UnitShape): void {
  const id = stageCountry(batch, key.value, { point, geometry });
  batch.storeOriginalRow('location', id);
  stageUnitNames(batch, id, names);
}

/** English names come first, then the others in the order of their columns; aliases last. */
const inDisplayOrder = (names: readonly UnitName[]): UnitName[] => {
  const rank = ({ language, isAlias }: UnitName) =>
    (isAlias ? 2 : 0) + (language?.startsWith('en') ? 0 : 1);
  return [...names].sort((one, other) => rank(one) - rank(other));
};

const stageUnitNames = (batch: Batch, id: string, names: readonly UnitName[]): void =>
  stagePlaceNames(
    batch,
    id,
    inDisplayOrder(names).map(
      ({ text, language, isAlias }): GazetteerName => ({
        text,
        language,
        scheme: 'OCHA',
        kind: isAlias ? 'ALIAS' : 'PRIMARY',
      }),
    ),
  );
