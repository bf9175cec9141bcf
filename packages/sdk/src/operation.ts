/**
 * A query or mutation, typed by what it answers and by the variables it takes. Plain data: generated operations are constants of
 * `@claimgraph/sdk/operations`, and a bundler leaves out those that a program does not import; `graphql` of `@claimgraph/sdk/graphql` makes others.
 */
export interface Operation<Data, Variables, Kind extends OperationKind = 'query' | 'mutation'> {
  readonly kind: Kind;
  /** Its name in the document, sent as `operationName`. */
  readonly name: string;
  /** The GraphQL document: the operation with the fragments that it uses. */
  readonly text: string;
  /** The SHA-256 of the text in hexadecimal digits, by which servers know it; or how to come by it. Undefined: it cannot be had here. */
  readonly hash: string | (() => Promise<string | undefined>);
  /** The deprecated fields and arguments that it uses, each with what to do instead: `Claim.old: Use new.` Left out: none. */
  readonly deprecated?: readonly string[];
  /** For the compiler alone, never there. The name is the one that typed GraphQL documents share, so that their helpers read it too. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** What an operation does. Subscriptions are not for `execute`: a stream of answers needs a client of its own. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** What an operation answers: `DataOf<typeof ClaimById>`. */
export type DataOf<Op> = Op extends { readonly __apiType?: (variables: never) => infer Data }
  ? Data
  : never;

/** The variables that an operation takes: `VariablesOf<typeof ClaimById>`. */
export type VariablesOf<Op> = Op extends {
  readonly __apiType?: (variables: infer Variables) => unknown;
}
  ? Variables
  : never;

/** The variables, which may be left out when none is required, and what else may be said about a call. */
export type Arguments<Variables, Options> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: Options]
    : [variables: Variables, options?: Options];
