import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';

export const Misspelt = graphql(
  `query Misspelt { claims(first: 2) { nodes { ...ClaimCard statements } } }`,
  [ClaimCard],
);
export const Forgotten = graphql(
  `query Forgotten { claims(first: 2) { nodes { ...ReportCard } } }`,
);
