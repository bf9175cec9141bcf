import type { FactionKind } from '../../factions/faction.enums.ts';
import { normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { NoteIssue } from '../problem.ts';
import { maxNameLength, textIn } from '../read/cells.ts';
import type { CsvRow } from '../read/csv.ts';
import { stageFaction } from '../stage/faction.ts';

/** A side of an event: one faction, or the members of a coalition. */
export interface Side {
  asWritten: string;
  /** Staged ids. */
  factionIds: string[];
}

/**
 * Stages the factions of a side. A comma separates members of a coalition. They are known by their
 * names only, because the id of the row is that of the coalition.
 */
export function stageSide(batch: Batch, row: CsvRow, side: 'a' | 'b', note: NoteIssue): Side {
  const asWritten = textIn(row, `side_${side}`, maxNameLength, note);
  const actorId = (row.get(`side_${side}_new_id`) ?? '').trim();
  const members = asWritten.split(/,\s*/).filter(Boolean);
  const isCoalition = members.length > 1;
  const names = members.length === 1 ? [asWritten] : [...new Set(members)];
  if (names.length === 0)
    note({
      kind: 'NO_PARTY',
      column: `side_${side}`,
      value: actorId || null,
      reason: 'The row names no party on this side, so the claim has none.',
    });
  const factionIds = names.map((name) => {
    const key =
      !isCoalition && /^\d+$/.test(actorId)
        ? { system: 'ucdp-actor', value: actorId, external: true }
        : { system: 'ucdp-actor-name', value: normalizeForComparison(name) };
    return stageFaction(batch, 'UCDP', key, {
      name,
      kind: kindOf(row, side, name),
      collective: /\binsurgents\b|^civilians$/i.test(name),
    });
  });
  return { asWritten, factionIds };
}

/** The kind as far as UCDP's definitions say. */
function kindOf(row: CsvRow, side: 'a' | 'b', name: string): FactionKind {
  const [, state] = /^Government of (.+)$/i.exec(name) ?? [];
  if (state)
    return normalizeForComparison(state) === normalizeForComparison(row.get('country') ?? '')
      ? 'STATE_FORCES'
      : 'FOREIGN_STATE';
  if (/^civilians$/i.test(name)) return 'CIVILIANS';
  return side === 'b' && row.get('type_of_violence')?.trim() === '1' ? 'REBEL_GROUP' : 'UNKNOWN';
}
