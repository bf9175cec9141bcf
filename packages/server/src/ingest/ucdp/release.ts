import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { stageNames } from '../stage/names.ts';

const ucdpName = 'Uppsala Conflict Data Program';

/** Stages the data set as a source. It coded the row, so it is the last speaker of every chain. */
export function stageUcdp(batch: Batch, { outlets }: Pick<FormatOptions, 'outlets'>): string {
  const { id, isNew } = batch.record('source', {
    system: 'source-name',
    value: ucdpName.toLowerCase(),
    match: { name: ucdpName },
  });
  if (!isNew) return id;
  batch.put('source', {
    id,
    kind: outlets.get(ucdpName.toLowerCase())?.kind ?? 'DATASET',
    name: ucdpName,
    reliability: 'F',
    protection: 'PUBLIC',
  });
  stageNames(batch, 'source', id, [
    { text: ucdpName, kind: 'PRIMARY', language: 'en' },
    { text: 'UCDP', kind: 'ACRONYM' },
  ]);
  return id;
}

/**
 * Stages the report that the claims are read in: one for each release. Files do not say when it was
 * published.
 */
export function stageRelease(batch: Batch, options: FormatOptions): string {
  const { release } = options;
  const { id, isNew } = batch.record('report', {
    system: 'ucdp-release',
    value: release || 'not known',
  });
  if (!isNew) return id;
  batch.put('report', {
    id,
    kind: 'DATASET',
    title: `UCDP Georeferenced Event Dataset (GED), release ${release || 'not known'}`,
    publisher_id: stageUcdp(batch, options),
    language: 'en',
  });
  return id;
}
