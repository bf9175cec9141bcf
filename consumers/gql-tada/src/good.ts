import { createClient } from '@claimgraph/sdk';
import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';

const client = createClient({ url: process.argv[2]! });
const Newest = graphql(
  `query Newest($first: Int) { claims(first: $first) { nodes { ...ClaimCard language } } }`,
  [ClaimCard],
);
const { claims } = await client.execute(Newest, { first: 2 });
for (const { statement, language } of claims.nodes) console.log(typeof statement, typeof language);
