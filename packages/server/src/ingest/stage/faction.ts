import type { FactionKind } from '../../factions/faction.enums.ts';
import type { Batch } from '../batch.ts';
import type { SourceKey } from '../batch-types.ts';
import { stageNames } from './names.ts';

export interface StagedFaction {
  name: string;
  kind: FactionKind;
  collective: boolean;
}

/**
 * Kinds from the least to the most telling. Rows of one data set see a faction in several roles: as
 * the enemy of a government, or only beside another group. The most telling kind of all rows is
 * taken, so that it does not depend on their order.
 */
export const factionKinds: readonly FactionKind[] = [
  'UNKNOWN',
  'CIVILIANS',
  'POLITICAL_BODY',
  'MILITIA',
  'REBEL_GROUP',
  'ALLIANCE',
  'FOREIGN_STATE',
  'STATE_FORCES',
];

/** Stages a faction by a key of the data set, or else by its name. @returns its staged id. */
export function stageFaction(
  batch: Batch,
  scheme: string,
  key: Omit<SourceKey, 'match'>,
  { name, kind, collective }: StagedFaction,
): string {
  const { id, isNew } = batch.record('faction', { ...key, match: { name } });
  if (!isNew) {
    raiseKind(batch, id, kind);
    return id;
  }
  const columns = { id, kind, name, collective };
  batch.factions.set(id, { row: batch.put('faction', columns), columns });
  stageNames(batch, 'faction', id, [{ text: name, kind: 'PRIMARY', scheme }]);
  return id;
}

function raiseKind(batch: Batch, id: string, kind: FactionKind): void {
  const faction = batch.factions.get(id);
  if (!faction || factionKinds.indexOf(kind) <= factionKinds.indexOf(faction.columns.kind)) return;
  faction.columns = { ...faction.columns, kind };
  batch.replace(faction.row, faction.columns);
}
