import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { childId } from '../stable-id.ts';

const name = 'Uppsala Conflict Data Program';

/** The data set as a speaker: the last in every chain, for it is whom we read. */
export function ucdpSource(batch: Batch, { outlets }: Pick<FormatOptions, 'outlets'>): string {
  const { id, isNew } = batch.record('source', {
    system: 'source-name',
    value: name.toLowerCase(),
    match: { name },
  });
  if (!isNew) return id;
  batch.put('source', {
    id,
    kind: outlets.get(name.toLowerCase())?.kind ?? 'DATASET',
    name,
    reliability: 'F',
    protection: 'PUBLIC',
  });
  batch.put('name', {
    id: childId(id, 0),
    text: name,
    language: 'en',
    kind: 'PRIMARY',
    position: 0,
    source_id: id,
  });
  batch.put('name', {
    id: childId(id, 1),
    text: 'UCDP',
    kind: 'ACRONYM',
    position: 1,
    source_id: id,
  });
  return id;
}

/** The report that the claims are read in: one a release. When it was published is not in the file. */
export function stageRelease(batch: Batch, options: FormatOptions): string {
  const { release } = options;
  const { id, isNew } = batch.record('report', {
    system: 'ucdp-release',
    value: release || 'not known',
  });
  if (!isNew) return id;
  const title = release
    ? `UCDP Georeferenced Event Dataset (GED), release ${release}`
    : 'UCDP Georeferenced Event Dataset (GED), release not known';
  batch.put('report', {
    id,
    kind: 'DATASET',
    title,
    publisher_id: ucdpSource(batch, options),
    language: 'en',
  });
  return id;
}
