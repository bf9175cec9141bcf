import type { LedgerCounts } from './counts.ts';

const daysPerMonth = 30;
const weeksPerMonth = 4.3;
const monthsPerYear = 12;

/** Dimensions whose number of values does not grow with the ledger. */
const fixed: Readonly<Record<string, number>> = {
  DATE_WIDTH: 30,
  STATUS: 5,
  VICTIM: 6,
  CITATIONS: 10,
};

const tables: Readonly<Record<string, string>> = {
  LOCATION: 'location',
  PLACE: 'location',
  FACTION: 'faction',
  VICTIM_FACTION: 'faction',
  SOURCE: 'source',
};

/** How many values a dimension of statistics has, at most. */
export function distinctValues(dimension: string, { rows, values }: LedgerCounts): number {
  const months = values.get('claim.month')?.size ?? 1;
  const areas = (kind: string) => values.get('location.kind')?.of(kind) ?? 1;
  switch (dimension) {
    case 'DAY':
    case 'TIME':
      return months * daysPerMonth;
    case 'WEEK':
      return months * weeksPerMonth;
    case 'MONTH':
      return months;
    case 'YEAR':
      return 1 + months / monthsPerYear;
    case 'KIND':
      return 1 + (values.get('claim.kind')?.size ?? 1);
    case 'ADMIN1':
      return 1 + areas('GOVERNORATE');
    case 'ADMIN2':
      return 1 + areas('DISTRICT');
    default:
      return 1 + (rows.get(tables[dimension] ?? '') ?? fixed[dimension] ?? 10);
  }
}
