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
    const contradict = low !== null && high !== null && low > high;
    return contradict ? { min: null, best, max: null } : { min: low, best, max: high };
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

/**
 * Stages the total and, as parts of it, whose dead they are. In one-sided violence zeros of the
 * sides are structural, so they are left out.
 */
export function stageFigures(
  batch: Batch,
  row: CsvRow,
  claimId: string,
  total: Total,
  sides: { a: Side; b: Side },
  note: NoteIssue,
): void {
  const totalId = childId(claimId, 0);
  const hasTotal = Object.values(total).some((figure) => figure !== null);
  const figure = { claim_id: claimId, measure: 'PEOPLE_KILLED', approximate: false };
  if (hasTotal) batch.put('quantity', { ...figure, id: totalId, position: 0, ...total });
  const isOneSided = row.get('type_of_violence') === '3';
  const parts = [
    { column: 'deaths_a', of_category: 'COMBATANTS', side: sides.a },
    { column: 'deaths_b', of_category: 'COMBATANTS', side: sides.b },
    { column: 'deaths_civilians', of_category: 'CIVILIANS', side: null },
    { column: 'deaths_unknown', of_category: 'UNKNOWN_STATUS', side: null },
  ];
  let position = hasTotal ? 1 : 0;
  for (const { column, of_category, side } of parts) {
    const best = countIn(row, column, note);
    if (best === null || (isOneSided && side && best === 0)) continue;
    const isCoalition = side !== null && side.factionIds.length > 1;
    batch.put('quantity', {
      ...figure,
      id: childId(claimId, position),
      position,
      best,
      part_of: hasTotal ? totalId : null,
      of_category,
      of_faction_id: isCoalition ? null : side?.factionIds[0],
      as_written: isCoalition ? `${column}: ${side.asWritten}`.slice(0, 500) : null,
    });
    position += 1;
  }
}
