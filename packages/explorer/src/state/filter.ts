import { isId } from '@claimgraph/sdk';
import type { ClaimFilter } from '@claimgraph/sdk/operations';
import type { RecordId } from './record-ids.ts';
import type { Selection } from './selection.ts';

/** The filter of the API that finds the claims of a selection. */
export function filterOf(selection: Selection): ClaimFilter {
  const { place, faction, source, from, to, surely, text, open } = selection;
  const { kinds, modalities, statuses } = selection;
  const conditions: ClaimFilter = {
    ...(place && { place: { id: [place] } }),
    ...(faction && { party: { faction: [faction] } }),
    ...(source && { speaker: { source: [source] } }),
    ...((from || to) && {
      occurred: {
        ...(from && { from }),
        ...(to && { to }),
        ...(surely && { match: 'WITHIN' as const }),
      },
    }),
    ...(kinds.length && { kind: [...kinds] }),
    ...(modalities.length && { modality: [...modalities] }),
    ...(statuses.length && { status: [...statuses] }),
    ...(text && { text }),
  };
  const ofRecord = open && filterOfRecord(open);
  if (!ofRecord) return conditions;
  return Object.keys(conditions).length ? { and: [conditions, ofRecord] } : ofRecord;
}

/** The claims about a place, of a source …; undefined for a claim, which narrows nothing. */
export function filterOfRecord(id: RecordId): ClaimFilter | undefined {
  if (isId('loc', id)) return { place: { id: [id] } };
  if (isId('fac', id)) return { party: { faction: [id] } };
  if (isId('src', id)) return { speaker: { source: [id] } };
  if (isId('rpt', id)) return { report: { id: [id] } };
  return undefined;
}
