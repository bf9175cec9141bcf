/** A typed client for Claimgraph. Its operations are in `@claimgraph/sdk/operations`. */
import { formatChain } from './format-chain.ts';

export {
  type Client,
  type ClientOptions,
  createClient,
  type ExecuteArguments,
  type ExecuteOptions,
  type HeadersLike,
  type Meta,
  type RequestHeaders,
  type Result,
  type RetryOptions,
} from './client.ts';
export {
  type Candidate,
  type GraphQLErrorJson,
  type Issue,
  isSdkError,
  SdkError,
  type SdkErrorDetails,
  type SdkErrorKind,
} from './errors.ts';
export type { ClientEvent, Deprecation } from './events.ts';
export type { ChainSpeaker } from './format-chain.ts';
export type { GeoJSON, Position } from './geojson.ts';
export { type IdPrefix, isId } from './ids.ts';
export type { Later, OpenEnum, OrLater, UnknownValue } from './open-enum.ts';
export type { Arguments, DataOf, Operation, OperationKind, VariablesOf } from './operation.ts';
export { type Connection, type Paged, pages, paginate } from './paginate.ts';
export type { Fetch, FetchInit, RequestOptions, ResponseHeaders } from './send.ts';

/** @deprecated Use `formatChain` of `@claimgraph/sdk/format`. */
export const describeChain = formatChain;
