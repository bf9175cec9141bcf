import type { FactionKind } from '../../factions/faction.enums.ts';
import type { Batch } from '../batch.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import type { CsvRow } from '../read/csv.ts';
import { childId } from '../stable-id.ts';

/** A side of an event: one faction or, for a comma list, the members of a coalition. */
export interface Side {
  written: string;
  factions: string[];
}

/** Stages the factions of a side. One of several members is known by its name alone: the row's id is the coalition's. */
export function stageSide(batch: Batch, row: CsvRow, side: 'a' | 'b'): Side {
  const written = cleanSpacing(row.get(`side_${side}`) ?? '').slice(0, 500);
  const id = (row.get(`side_${side}_new_id`) ?? '').trim();
  if (written === '') return { written, factions: [] };
  const members = written.split(/,\s*/).filter((member) => member !== '');
  if (members.length === 1)
    return {
      written,
      factions: [stageFaction(batch, row, side, written, /^\d+$/.test(id) ? id : null)],
    };
  return {
    written,
    factions: [...new Set(members)].map((member) => stageFaction(batch, row, side, member, null)),
  };
}

function stageFaction(
  batch: Batch,
  row: CsvRow,
  side: 'a' | 'b',
  name: string,
  actor: string | null,
): string {
  const key = actor
    ? { system: 'ucdp-actor', value: actor, external: true }
    : { system: 'ucdp-actor-name', value: normalizeForComparison(name) };
  const { id, isNew } = batch.record('faction', { ...key, match: { name } });
  if (!isNew) return id;
  batch.put('faction', {
    id,
    kind: kindOf(row, side, name),
    name,
    collective: /\binsurgents\b|^civilians$/i.test(name),
  });
  batch.put('name', {
    id: childId(id, 0),
    text: name,
    kind: 'PRIMARY',
    scheme: 'UCDP',
    position: 0,
    faction_id: id,
  });
  return id;
}

/** What UCDP's own definitions say of a side; the rest nobody said. */
function kindOf(row: CsvRow, side: 'a' | 'b', name: string): FactionKind {
  const [, state] = /^Government of (.+)$/i.exec(name) ?? [];
  if (state)
    return normalizeForComparison(state) === normalizeForComparison(row.get('country') ?? '')
      ? 'STATE_FORCES'
      : 'FOREIGN_STATE';
  if (/^civilians$/i.test(name)) return 'CIVILIANS';
  return side === 'b' && row.get('type_of_violence') === '1' ? 'REBEL_GROUP' : 'UNKNOWN';
}
