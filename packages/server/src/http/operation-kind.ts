/** The kinds of operations that wait in lines. */
export type OperationKind = 'query' | 'mutation';

/** What a request says about its operation. */
export interface OperationText {
  query?: unknown;
  operationName?: unknown;
}

/**
 * The first word of a document that begins with a mutation, and the mutation's name. GraphQL
 * ignores blank space, commas and comments before it.
 */
const leadingMutation = /^(?:[\s,\uFEFF]|#[^\n\r]*(?:[\n\r]|$))*mutation\b\s*(\w*)/;

/** Every operation but a query needs one of these words. */
const otherOperations = /\b(?:mutation|subscription)\b/;

/**
 * The kind of the operation that a request runs, as far as its text shows it without being parsed.
 * Undefined: it could be either.
 */
export function operationKindOf({
  query,
  operationName,
}: OperationText): OperationKind | undefined {
  if (typeof query !== 'string') return undefined;
  if (!otherOperations.test(query)) return 'query';
  const name = leadingMutation.exec(query)?.[1];
  // Without a name, a document of several operations is refused in any case.
  return name !== undefined && (operationName == null || operationName === name)
    ? 'mutation'
    : undefined;
}
