import type { Batch } from '../batch.ts';
import type { CsvRow } from '../read/csv.ts';
import { childId } from '../stable-id.ts';
import type { Side } from './sides.ts';
import { countOf, type Note } from './values.ts';

/** The total of an event's dead; a bound that contradicts the best estimate is none. */
export interface Total {
  min: number | null;
  best: number | null;
  max: number | null;
}

export function totalOf(row: CsvRow, note: Note): Total {
  const [low, best, high] = [
    countOf(row, 'low', note),
    countOf(row, 'best', note),
    countOf(row, 'high', note),
  ];
  const bound = (column: 'low' | 'high', value: number | null, contradicts: boolean) => {
    if (!contradicts) return value;
    note({
      kind: 'BOUND_CONTRADICTS',
      column,
      value: String(value),
      reason: `${column} is ${value} where best is ${best}: best was kept, the bound left out.`,
    });
    return null;
  };
  if (best === null)
    return low !== null && high !== null && low > high
      ? { min: null, best, max: null }
      : { min: low, best, max: high };
  return {
    min: bound('low', low, low !== null && low > best),
    best,
    max: bound('high', high, high !== null && high < best),
  };
}

/** Stages the figures: the total, and as parts of it whose dead they are. In one-sided violence the sides' zeros say nothing. */
export function stageFigures(
  batch: Batch,
  row: CsvRow,
  claim: string,
  total: Total,
  sides: { a: Side; b: Side },
  note: Note,
): void {
  const whole = childId(claim, 0);
  const some = total.min !== null || total.best !== null || total.max !== null;
  const figure = { claim_id: claim, measure: 'PEOPLE_KILLED', approximate: false };
  if (some) batch.put('quantity', { ...figure, id: whole, position: 0, ...total });
  const oneSided = row.get('type_of_violence') === '3';
  const parts = [
    { column: 'deaths_a', of_category: 'COMBATANTS', side: sides.a },
    { column: 'deaths_b', of_category: 'COMBATANTS', side: sides.b },
    { column: 'deaths_civilians', of_category: 'CIVILIANS', side: null },
    { column: 'deaths_unknown', of_category: 'UNKNOWN_STATUS', side: null },
  ];
  let position = some ? 1 : 0;
  for (const { column, of_category, side } of parts) {
    const best = countOf(row, column, note);
    if (best === null || (oneSided && side && best === 0)) continue;
    const faction = side?.factions.length === 1 ? side.factions[0] : null;
    const written =
      side && side.factions.length > 1 ? `${column}: ${side.written}`.slice(0, 500) : null;
    batch.put('quantity', {
      ...figure,
      id: childId(claim, position),
      position,
      best,
      part_of: some ? whole : null,
      of_category,
      of_faction_id: faction,
      as_written: written,
    });
    position += 1;
  }
}
