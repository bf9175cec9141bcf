import type { LocationKind } from '../../locations/location.enums.ts';
import type { SourceKey } from '../batch-types.ts';
import { type RowIssue, RowRefused } from '../problem.ts';
import { excerpt } from '../read/cells.ts';
import { countryCodeOf, countryOfPcode } from './countries.ts';
import { isCountryCode, isPcode, kindByForm, kindsByLevel } from './p-codes.ts';
import type { UnitColumns, UnitName, UnitRowColumns } from './unit-columns.ts';

/** An administrative unit, as far as its row says it. */
export interface Unit {
  key: SourceKey;
  kind: LocationKind;
  names: UnitName[];
  /** The larger units that the row names, the largest first, without the country. */
  around: { code: string; kind: LocationKind; names: UnitName[] }[];
  /** ISO 3166-1, two letters. Null: not known. */
  country: string | null;
}

export const pcodeSystem = 'ocha-pcode';
export const isoSystem = 'iso-3166-2';

/** Ids of units that are next to each other in the file are next to each other in indexes. */
export const keyOf = (system: string, value: string): SourceKey => ({
  system,
  value,
  external: true,
  order: Number(value.replace(/\D/g, '')),
});

/**
 * What the columns of a row say of its unit.
 *
 * @throws RowRefused if the row has no code or no level.
 */
export function readUnit(row: UnitRowColumns, issues: RowIssue[]): Unit {
  const { levels, unlevelled } = row;
  const deepest = levels.findLastIndex(({ code }) => code !== '');
  const smallest = levels[deepest];
  const isBare = !smallest || !['', smallest.code].includes(unlevelled.code);
  const own = isBare ? unlevelled : smallest;
  const isIso = own.code === '' && row.isoCode !== '' && row.isoCode !== row.countries[0];
  const code = isIso ? row.isoCode : own.code;
  if (!isPcode(code))
    throw new RowRefused('BAD_PCODE', own.codeColumn || null, excerpt(code), noPcode(code));
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

function noPcode(code: string): string {
  if (code === '')
    return 'The row has no P-code. It needs a column such as ADM1_PCODE, PCODE or P-Code.';
  return /^[a-z]{2,3}$/i.test(code)
    ? 'No country has this code in ISO 3166-1.'
    : 'This is not a P-code. A P-code begins with letters and has no blank.';
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
