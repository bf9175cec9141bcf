import { cutText } from '../../values/cut-text.ts';
import type { Batch } from '../batch.ts';
import type { NoteIssue } from '../problem.ts';
import { countIn } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { childId } from '../stable-id.ts';
import type { Side } from './sides.ts';

/** The total of an event's dead. */
export interface Total {
  min: number | null;
  best: number | null;
  max: number | null;
}

/** Reads the total. A bound that contradicts the best estimate is left out. */
export function totalOf(row: CsvRow, note: NoteIssue): Total {
  const low = countIn(row, 'low', note);
  const best = countIn(row, 'best', note);
  const high = countIn(row, 'high', note);
  if (best === null) {
    if (low === null || high === null || low <= high) return { min: low, best, max: high };
    note({
      kind: 'BOUND_CONTRADICTS',
      column: 'low',
      value: `${low}; ${high}`,
      reason: `low is ${low}, but high is ${high}. Both were left out.`,
    });
    return { min: null, best, max: null };
  }
  const dropBound = (column: 'low' | 'high', value: number): null => {
    note({
      kind: 'BOUND_CONTRADICTS',
      column,
      value: String(value),
      reason: `${column} is ${value}, but best is ${best}. The bound was left out.`,
    });
    return null;
  };
  return {
    min: low !== null && low > best ? dropBound('low', low) : low,
    best,
    max: high !== null && high < best ? dropBound('high', high) : high,
  };
}

/** The dead of one column, which are part of the total. */
export interface Part {
  column: 'deaths_a' | 'deaths_b' | 'deaths_civilians' | 'deaths_unknown';
  best: number;
}

/** Reads whose dead they are, and says so where the parts do not add up to the total. */
export function partsOf(row: CsvRow, { best: total }: Total, note: NoteIssue): Part[] {
  const columns: Part['column'][] = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'];
  const parts = columns.flatMap((column) => {
    const best = countIn(row, column, note);
    return best === null ? [] : [{ column, best }];
  });
  const sum = parts.reduce((deaths, { best }) => deaths + best, 0);
  if (total !== null && parts.length === columns.length && sum !== total)
    note({
      kind: 'PARTS_CONTRADICT',
      column: 'best',
      value: String(total),
      reason: `The four columns of deaths add up to ${sum}. All were imported as they are.`,
    });
  return parts;
}

const categories = {
  deaths_a: 'COMBATANTS',
  deaths_b: 'COMBATANTS',
  deaths_civilians: 'CIVILIANS',
  deaths_unknown: 'UNKNOWN_STATUS',
};

/**
 * Stages the total and, as parts of it, whose dead they are. In one-sided violence zeros of the
 * sides are structural, so they are left out.
 */
export function stageFigures(
  batch: Batch,
  row: CsvRow,
  claimId: string,
  total: Total,
  parts: readonly Part[],
  sides: { a: Side; b: Side },
): void {
  const totalId = childId(claimId, 0);
  const hasTotal = Object.values(total).some((figure) => figure !== null);
  const figure = { claim_id: claimId, measure: 'PEOPLE_KILLED', approximate: false };
  if (hasTotal) batch.put('quantity', { ...figure, id: totalId, position: 0, ...total });
  const isOneSided = row.get('type_of_violence')?.trim() === '3';
  let position = hasTotal ? 1 : 0;
  for (const { column, best } of parts) {
    const side = column === 'deaths_a' ? sides.a : column === 'deaths_b' ? sides.b : null;
    if (isOneSided && side && best === 0) continue;
    const isCoalition = side !== null && side.factionIds.length > 1;
    batch.put('quantity', {
      ...figure,
      id: childId(claimId, position),
      position,
      best,
      part_of: hasTotal ? totalId : null,
      of_category: categories[column],
      of_faction_id: isCoalition ? null : side?.factionIds[0],
      as_written: isCoalition ? cutText(`${column}: ${side.asWritten}`, 500) : null,
    });
    position += 1;
  }
}
