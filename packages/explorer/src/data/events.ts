import type { ClaimMark } from './mark.ts';

/** Claims about one event. `claims[0]` is drawn; the others are listed with it. */
export interface ClaimEvent {
  readonly claims: readonly [ClaimMark, ...ClaimMark[]];
  /** How many events it stands for: one, unless it is a summary. */
  readonly count: number;
  /** It stands for many events of which only place, time and modality are known here. */
  readonly isSummary?: true;
}

/** How many events there are. */
export const countOf = (events: readonly ClaimEvent[]): number =>
  events.reduce((sum, { count }) => sum + count, 0);

/**
 * Joins claims that `SAME_EVENT` and `REPEATS` links connect, so that an event counts once. A fear
 * of something is never joined with the claim that it happened.
 */
export function eventsOf(
  claims: readonly ClaimMark[],
  isFear: (claim: ClaimMark) => boolean,
): ClaimEvent[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : rootOf(parent);
  };
  for (const { links } of claims)
    for (const { from, to } of links) {
      const [a, b] = [byId.get(from.id), byId.get(to.id)];
      if (!a || !b || isFear(a) !== isFear(b)) continue;
      const [rootA, rootB] = [rootOf(a.id), rootOf(b.id)];
      if (rootA !== rootB) parents.set(rootB, rootA);
    }
  const events = new Map<string, [ClaimMark, ...ClaimMark[]]>();
  for (const claim of claims) {
    const root = rootOf(claim.id);
    const event = events.get(root);
    if (event) event.push(claim);
    else events.set(root, [claim]);
  }
  return [...events.values()].map((each) => ({ claims: each, count: 1 }));
}
