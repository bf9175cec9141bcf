/**
 * The same as `@claimgraph/sdk/graphql`, for `gql.tada check` only: the `paths` of a tsconfig.json
 * replace one by the other, so that the checker finds the texts of the SDK's fragments. It is not
 * part of the build.
 */

export * from './generated/checked-fragments.ts';
export { type Fragment, type FragmentData, graphql } from './graphql.ts';
