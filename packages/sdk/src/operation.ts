/**
 * A query or mutation, typed by what it answers and by the variables it takes. Plain data: generated operations are constants of
 * `@claimgraph/sdk/operations`, and a bundler leaves out those that a program does not import.
 */
export interface Operation<Data, Variables> {
  readonly kind: 'query' | 'mutation';
  /** Its name in the document, sent as `operationName`. */
  readonly name: string;
  /** The GraphQL document: the operation with the fragments that it uses. */
  readonly text: string;
  /** For the compiler alone, never there. The name is the one that typed GraphQL documents share, so that their helpers read it too. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** What an operation answers: `DataOf<typeof ClaimById>`. */
export type DataOf<Op> = Op extends Operation<infer Data, never> ? Data : never;

/** The variables that an operation takes: `VariablesOf<typeof ClaimById>`. */
export type VariablesOf<Op> = Op extends { readonly __apiType?: (variables: infer Variables) => unknown } ? Variables : never;
