import type { ClaimCardFragment, SourceId } from '@claimgraph/sdk/operations';

type Claim = Pick<ClaimCardFragment, 'id' | 'attributions'>;

/** A first speaker, and the claims that begin with them. */
export interface Origin {
  readonly id: SourceId;
  readonly name: string;
  readonly claims: readonly string[];
}

/**
 * The distinct first speakers of a claim and of what supports it. They are no proof of
 * independence: two of them may have heard it from a third one.
 */
export function originsOf(claims: readonly Claim[]): Origin[] {
  const byId = new Map<string, { id: SourceId; name: string; claims: Set<string> }>();
  for (const { id, attributions } of claims)
    for (const { chain } of attributions) {
      const first = chain[0]?.source;
      if (!first) continue;
      const origin = byId.get(first.id) ?? { id: first.id, name: first.name, claims: new Set() };
      origin.claims.add(id);
      byId.set(first.id, origin);
    }
  return [...byId.values()].map((origin) => ({ ...origin, claims: [...origin.claims] }));
}
