// A query of one's own, typed from its text: no code generation, and an editor knows each field of the answer.
//
//   node examples/03-custom-query.mjs [url]

import { createClient } from '@claimgraph/sdk';
import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';

const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql'] = process.argv.slice(2);
const client = createClient({ url });

const Contested = graphql(
  `query Contested($kinds: [ClaimLinkKind!], $first: Int) {
    claims(filter: { link: { kind: $kinds } }, orderBy: { by: OCCURRED }, first: $first) {
      totalCount
      nodes {
        ...ClaimCard
        corroboration: links(kinds: $kinds) {
          kind
          sharedOrigin
          from { statement }
          to { statement }
        }
      }
    }
  }`,
  [ClaimCard],
);

const { claims } = await client.execute(Contested, {
  kinds: ['CORROBORATES', 'REFINES'],
  first: 5,
});
console.log(`${claims.totalCount} claims corroborate or refine others, or are so by others.`);
for (const { statement, report, corroboration } of claims.nodes) {
  console.log(`\n${statement}\n  read in "${report.title}"`);
  for (const { kind, sharedOrigin, from, to } of corroboration) {
    const [verb, other] =
      from.statement === statement
        ? [kind.toLowerCase(), to]
        : [`${kind.toLowerCase()} (by)`, from];
    console.log(`  ${verb}: ${other.statement} (shared origin: ${sharedOrigin.toLowerCase()})`);
  }
}
