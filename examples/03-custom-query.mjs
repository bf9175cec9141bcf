// Write a query of your own. Its variables and data are typed from its text: no code generation,
// and your editor knows every field.
//
//   node examples/03-custom-query.mjs [url]

import { createClient } from '@claimgraph/sdk';
import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';
import { headers } from './headers.mjs';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';
const client = createClient({ url, headers });

const SupportedClaims = graphql(
  `query SupportedClaims($kinds: [ClaimLinkKind!], $first: Int) {
    claims(filter: { link: { kind: $kinds } }, first: $first) {
      totalCount
      nodes {
        ...ClaimCard
        links(kinds: $kinds) {
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

const { claims } = await client.execute(SupportedClaims, {
  kinds: ['CORROBORATES', 'REFINES'],
  first: 5,
});

console.log(`${claims.totalCount} claims corroborate or refine others, or the other way round.`);
for (const { statement, report, links } of claims.nodes) {
  console.log(`\n${statement}\n  read in "${report.title}"`);
  for (const { kind, sharedOrigin, from, to } of links) {
    const isFrom = from.statement === statement;
    const label = isFrom ? kind.toLowerCase() : `${kind.toLowerCase()} (by)`;
    const other = isFrom ? to : from;
    console.log(`  ${label}: ${other.statement} (shared origin: ${sharedOrigin.toLowerCase()})`);
  }
}
