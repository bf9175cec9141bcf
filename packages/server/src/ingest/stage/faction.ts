import type { FactionKind } from '../../factions/faction.enums.ts';
import type { Batch, SourceKey } from '../batch.ts';
import { stageNames } from './names.ts';

export interface StagedFaction {
  name: string;
  kind: FactionKind;
  collective: boolean;
}

/** Stages a faction by a key of the data set, or else by its name. @returns its staged id. */
export function stageFaction(
  batch: Batch,
  scheme: string,
  key: Omit<SourceKey, 'match'>,
  { name, kind, collective }: StagedFaction,
): string {
  const { id, isNew } = batch.record('faction', { ...key, match: { name } });
  if (!isNew) return id;
  batch.put('faction', { id, kind, name, collective });
  stageNames(batch, 'faction', id, [{ text: name, kind: 'PRIMARY', scheme }]);
  return id;
}
