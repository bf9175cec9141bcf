import type { LocationKind } from '../../locations/location.enums.ts';
import type { Point } from '../../values/point.ts';
import type { Batch, SourceKey } from '../batch.ts';
import type { TableWrites } from '../land/table-writes.ts';
import { type RowIssue, RowRefused, repeatedId } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import { stableId } from '../stable-id.ts';
import { nameColumns } from '../stage/names.ts';
import { countryCodeOf, countryName, countryOfPcode } from './countries.ts';
import { isCountryCode, isPcode, kindByForm, kindsByLevel } from './p-codes.ts';
import { type GazetteerName, stageCountry, stagePlaceNames } from './stage.ts';
import type { UnitColumns, UnitName, UnitRowColumns } from './unit-columns.ts';

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

/** An administrative unit, as far as its row says it. */
interface Unit {
  key: SourceKey;
  kind: LocationKind;
  names: UnitName[];
  /** The larger units that the row names, the largest first, without the country. */
  around: { code: string; kind: LocationKind; names: UnitName[] }[];
  /** ISO 3166-1, two letters. Null: not known. */
  country: string | null;
}

/**
 * Stages an administrative unit with its names, and the larger units that its row names.
 *
 * @throws RowRefused if the row has no code, no name, or no level, or repeats the code of an
 * earlier row.
 */
export function stageUnit(batch: Batch, row: UnitRowColumns, shape: UnitShape): void {
  const issues: RowIssue[] = [];
  const unit = unitOf(row, issues);
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
      id: stableId('external_id', isoSystem, row.isoCode),
      system: isoSystem,
      value: row.isoCode,
      location_id: id,
    });
}

const pcodeSystem = 'ocha-pcode';
const isoSystem = 'iso-3166-2';

/** Ids of units that are next to each other in the file are next to each other in indexes. */
const keyOf = (system: string, value: string): SourceKey => ({
  system,
  value,
  external: true,
  order: Number(value.replace(/\D/g, '')),
});

/** @throws RowRefused */
function unitOf(row: UnitRowColumns, issues: RowIssue[]): Unit {
  const { levels, unlevelled } = row;
  const deepest = levels.findLastIndex(({ code }) => code !== '');
  const smallest = levels[deepest];
  const isBare = !smallest || !['', smallest.code].includes(unlevelled.code);
  const own = isBare ? unlevelled : smallest;
  const isIso = own.code === '' && row.isoCode !== '' && row.isoCode !== row.countries[0];
  const code = isIso ? row.isoCode : own.code;
  if (!isPcode(code))
    throw new RowRefused(
      'BAD_PCODE',
      own.codeColumn || null,
      excerpt(code),
      code === ''
        ? 'The row has no P-code. It needs a column such as ADM1_PCODE, PCODE or P-Code.'
        : 'This is not a P-code. A P-code begins with letters and has no blank.',
    );
  const country = countryOf(row, code);
  const kind = (isBare ? null : kindsByLevel[deepest]) ?? kindOfBareUnit(row, code, deepest);
  const key = keyOf(isIso ? isoSystem : pcodeSystem, kind === 'COUNTRY' ? (country ?? code) : code);
  const names = own.names.length > 0 || !isBare ? own.names : [];
  const level = kindsByLevel.indexOf(kind);
  return {
    key,
    kind,
    country,
    names: names.length > 0 ? names : unlevelled.names,
    around: areasAround(row, level, code, issues),
  };
}

/** The level of a unit whose code has no level: by a column, or one below the units around it. */
function kindOfBareUnit(row: UnitRowColumns, code: string, deepest: number): LocationKind {
  const byParent = isCountryCode(row.parentCode) ? 1 : null;
  const level = row.level ?? (deepest >= 0 ? deepest + 1 : byParent);
  const kind = level === null ? kindByForm(code) : kindsByLevel[level];
  if (kind) return kind;
  throw new RowRefused(
    'NO_LEVEL',
    row.unlevelled.codeColumn || null,
    code,
    'The row does not say the level of its unit. Name the column of the code ADM1_PCODE, ' +
      'ADM2_PCODE …, or add a column admin_level.',
  );
}

/** The units around a unit, by the columns of the larger levels or the column of its parent. */
function areasAround(
  row: UnitRowColumns,
  level: number,
  ownCode: string,
  issues: RowIssue[],
): Unit['around'] {
  const areas = row.levels
    .slice(1, level)
    .flatMap(({ code, codeColumn, names }: UnitColumns, i) => {
      const kind = kindsByLevel[i + 1];
      if (!kind || code === '' || code === ownCode) return [];
      if (isPcode(code)) return [{ code, kind, names }];
      issues.push({
        kind: 'BAD_PCODE',
        column: codeColumn,
        value: excerpt(code),
        reason: 'This is not a P-code. The unit was put into the next larger area.',
      });
      return [];
    });
  const { parentCode: code } = row;
  const kind = level > 1 ? kindsByLevel[level - 1] : undefined;
  const isArea = isPcode(code) && !isCountryCode(code) && code !== ownCode;
  if (kind && isArea && areas.length === 0) areas.push({ code, kind, names: [] });
  return areas;
}

/** The country that the row names, or else the one that its code begins with. */
function countryOf({ levels, countries, parentCode }: UnitRowColumns, code: string): string | null {
  const named = [
    levels[0]?.code ?? '',
    ...countries,
    ...(levels[0]?.names ?? []).map(({ text }) => text),
    isCountryCode(parentCode) ? parentCode : '',
  ];
  for (const text of named) {
    const country = text === '' ? null : countryCodeOf(text);
    if (country) return country;
  }
  return countryOfPcode(code);
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
