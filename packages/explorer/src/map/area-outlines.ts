import { graphql } from '@claimgraph/sdk/graphql';

/** The outlines of governorates and districts, as the ledger's gazetteer has them. */
export const AreaOutlines = graphql(
  `query AreaOutlines {
    governorates: locations(filter: { kind: [GOVERNORATE] }, first: 100) {
      nodes { id geometry }
    }
    districts: locations(filter: { kind: [DISTRICT] }, first: 100) {
      nodes { id geometry }
    }
  }`,
);
