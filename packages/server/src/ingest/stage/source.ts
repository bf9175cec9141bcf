import type { SourceKind } from '../../sources/source.enums.ts';
import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing, normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { maxNameLength } from '../read/cells.ts';
import { stageNames } from './names.ts';

/**
 * Stages a source by its name. All spellings of a known outlet are treated as the same source.
 *
 * @param kind The kind of a source that is not in the outlet table.
 * @returns its staged id.
 */
export function stageSource(
  batch: Batch,
  name: string,
  kind: SourceKind,
  { outlets }: Pick<FormatOptions, 'outlets'>,
): string {
  const outlet = outlets.get(normalizeForComparison(name));
  const shownName = cutText(outlet?.name ?? cleanSpacing(name), maxNameLength);
  const { id, isNew } = batch.record('source', {
    system: 'source-name',
    value: normalizeForComparison(shownName),
    match: { name: shownName },
  });
  if (!isNew) return id;
  batch.put('source', {
    id,
    kind: outlet?.kind ?? kind,
    name: shownName,
    reliability: 'F',
    protection: 'PUBLIC',
  });
  const aliases = (outlet?.spellings ?? []).filter((spelling) => !/^https?:/.test(spelling));
  stageNames(batch, 'source', id, [
    { text: shownName, kind: 'PRIMARY' },
    ...aliases.map((text) => ({ text, kind: isAcronym(text) ? 'ACRONYM' : 'ALIAS' }) as const),
  ]);
  return id;
}

const isAcronym = (text: string): boolean => /^[A-Z0-9]{2,6}$/.test(text);
