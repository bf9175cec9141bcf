/**
 * A query or mutation with the types of its data and variables. The SDK's operations are constants
 * in `@claimgraph/sdk/operations`: plain data, so that a bundler omits those that a program does
 * not import. `graphql` in `@claimgraph/sdk/graphql` makes operations of your own.
 */
export interface Operation<Data, Variables, Kind extends OperationKind = 'query' | 'mutation'> {
  /** Whether it reads or writes. */
  readonly kind: Kind;
  /** The name of the operation, sent as `operationName`. */
  readonly name: string;
  /** The GraphQL document: the operation and the fragments that it uses. */
  readonly text: string;
  /**
   * The SHA-256 of the text in hexadecimal digits, which identifies a persisted query, or a
   * function that computes it. Undefined: it cannot be computed on this page.
   */
  readonly hash: string | (() => Promise<string | undefined>);
  /**
   * The deprecated fields and arguments that it uses, each with its replacement: `Claim.old: Use
   * new.` Undefined: there are none.
   */
  readonly deprecated?: readonly string[];
  /**
   * For the type checker only, never set. All typed GraphQL documents use this name, so helpers for
   * them work with operations too.
   */
  readonly __apiType?: (variables: Variables) => Data;
}

/**
 * The kind of an operation. `execute` does not run subscriptions, which need a streaming client.
 */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** The type of an operation's data: `DataOf<typeof ClaimById>`. */
export type DataOf<Op> = Op extends { readonly __apiType?: (variables: never) => infer Data }
  ? Data
  : never;

/** The type of an operation's variables: `VariablesOf<typeof ClaimById>`. */
export type VariablesOf<Op> = Op extends {
  readonly __apiType?: (variables: infer Variables) => unknown;
}
  ? Variables
  : never;

/**
 * Variables, which are optional if the operation requires none, followed by the options of a call.
 */
export type Arguments<Variables, Options> =
  Record<string, never> extends Variables
    ? [variables?: Variables, options?: Options]
    : [variables: Variables, options?: Options];
