import { graphql } from '@claimgraph/sdk/graphql';
import type { FactionId } from '@claimgraph/sdk/operations';
import { client } from '../data/client.ts';
import { inParts } from '../out/in-parts.ts';
import { type AreAllied, coalitionsOf, type Relation } from './coalitions.ts';

/** How often the coalitions of coalitions are read, which are rarely nested. */
const maxDepth = 4;

const FactionsOnOneSide = graphql(
  `query FactionsOnOneSide($ids: [ID!]!) {
    factions(filter: { id: $ids, withdrawn: INCLUDE }, first: 50) {
      nodes {
        id
        relations(kinds: [PART_OF, ALLIED_WITH, OPPOSED_TO], first: 50) {
          kind
          during { earliest latest extent approximate uncertain }
          from { id }
          to { id }
          claims(first: 10) { modality status }
        }
      }
    }
  }`,
);

/** Reads which of some factions are on one side, with all that they are part of. */
export async function readCoalitions(
  factions: Iterable<FactionId>,
  signal: AbortSignal,
): Promise<AreAllied> {
  const relations: Relation[] = [];
  const known = new Set<FactionId>();
  let next = new Set(factions);
  for (let depth = 0; next.size > 0 && depth < maxDepth; depth++) {
    const found = await inParts([...next], async (ids) => {
      const data = await client.execute(FactionsOnOneSide, { ids }, { signal });
      return data.factions.nodes;
    });
    for (const id of next) known.add(id);
    next = new Set();
    for (const { relations: ofOne } of found)
      for (const relation of ofOne) {
        relations.push(relation);
        if (relation.kind === 'PART_OF' && !known.has(relation.to.id)) next.add(relation.to.id);
      }
  }
  return coalitionsOf(relations);
}
