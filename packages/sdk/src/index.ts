/** A typed client for Claimgraph. The operations are in `@claimgraph/sdk/operations`. */
export {
  type Client,
  type ClientOptions,
  createClient,
  type ExecuteArguments,
  type ExecuteOptions,
  type Fetch,
  type RequestHeaders,
} from './client.ts';
export { type GraphQLErrorJson, type Issue, SdkError, type SdkErrorDetails, type SdkErrorKind } from './errors.ts';
export type { GeoJSON, Position } from './geojson.ts';
export type { DataOf, Operation, VariablesOf } from './operation.ts';
