import type { SourceKind } from '../../sources/source.enums.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { childId } from '../stable-id.ts';

/** What {@link stageSource} writes; for a format's `writes`. */
export const sourceWrites = {
  source: { columns: ['id', 'kind', 'name', 'reliability', 'protection'], existing: 'keep' },
} as const;

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

/**
 * Stages a source by its name, in whatever spelling: those of one outlet are one source. @returns its staged id.
 *
 * @param kind of one that the outlet table does not know.
 */
export function stageSource(
  batch: Batch,
  name: string,
  kind: SourceKind,
  { outlets }: Pick<FormatOptions, 'outlets'>,
): string {
  const known = outlets.get(normalizeForComparison(name));
  const shown = (known?.name ?? cleanSpacing(name)).slice(0, 500);
  const { id, isNew } = batch.record('source', {
    system: 'source-name',
    value: normalizeForComparison(shown),
    match: { name: shown },
  });
  if (!isNew) return id;
  batch.put('source', {
    id,
    kind: known?.kind ?? kind,
    name: shown,
    reliability: 'F',
    protection: 'PUBLIC',
  });
  const spellings = (known?.spellings ?? []).filter((each) => !/^https?:/.test(each));
  for (const [position, text] of [shown, ...spellings].entries())
    batch.put('name', {
      id: childId(id, position),
      text,
      kind: position === 0 ? 'PRIMARY' : nameKind(text),
      position,
      source_id: id,
    });
  return id;
}

const nameKind = (text: string): string => (/^[A-Z0-9]{2,6}$/.test(text) ? 'ACRONYM' : 'ALIAS');
