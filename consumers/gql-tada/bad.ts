import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';

export const Misspelt = graphql(
  `query Misspelt { claims(first: 2) { nodes { ...ClaimCard statements } } }`,
  [ClaimCard],
);
export const Forgotten = graphql(
  `query Forgotten { claims(first: 2) { nodes { ...ReportCard } } }`,
);
// The compiler does not find these.
export const Meta = graphql(`query Meta { __schema { typeNames { name } } }`);
export const Conflict = graphql(
  `query Conflict { claims(first: 3) { nodes { id: statement ...ClaimCard } } }`,
  [ClaimCard],
);
export const Large = graphql(`query Large { claims(first: 99999999999) { totalCount } }`);
