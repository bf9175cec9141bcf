import type { Batch } from '../batch.ts';
import { childId } from '../stable-id.ts';

/** The columns of `name` that formats stage. */
export const nameColumns = [
  'id',
  'text',
  'language',
  'script',
  'scheme',
  'kind',
  'position',
  'source_id',
  'faction_id',
  'location_id',
] as const;

interface StagedName {
  text: string;
  kind: 'PRIMARY' | 'ALIAS' | 'ACRONYM';
  language?: string;
  /** The data set that uses this name. */
  scheme?: string;
}

/** Stages the names of a new record. */
export function stageNames(
  batch: Batch,
  owner: 'source' | 'faction' | 'location',
  ownerId: string,
  names: readonly StagedName[],
): void {
  for (const [position, name] of names.entries())
    batch.put('name', {
      id: childId(ownerId, position),
      ...name,
      position,
      [`${owner}_id`]: ownerId,
    });
}
