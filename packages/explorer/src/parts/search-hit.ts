import { isId } from '@claimgraph/sdk';
import type { Hit } from '../data/use-hits.ts';
import type { Selection } from '../state/selection.ts';
import { isRecordId } from '../state/selection.ts';

/** What a search offers: a record, or the claims with these words. */
export interface SearchOption {
  readonly hit?: Hit;
  readonly text?: string;
}

/** Places, factions and sources become conditions. Reports and claims open. */
export function changesOfHit({ hit, text }: SearchOption): Partial<Selection> {
  if (!hit) return { text, open: undefined };
  const { id } = hit.record;
  if (isId('loc', id)) return { place: id, open: undefined };
  if (isId('fac', id)) return { faction: id, open: undefined };
  if (isId('src', id)) return { source: id, open: undefined };
  return isRecordId(id) ? { open: id } : {};
}
