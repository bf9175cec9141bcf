/**
 * Typed documents of other tools: `TypedDocumentNode` and `TypedDocumentString`, as GraphQL Code
 * Generator, gql.tada and Apollo Client use them.
 */
import type { Client, ExecuteArguments, Result } from './client.ts';
import type { Operation } from './operation.ts';
import { printDocument } from './print-document.ts';
import { sha256 } from './sha256.ts';

/** A parsed GraphQL document with the types of its data and variables. */
export interface TypedDocumentNode<Data, Variables> {
  /** Always `Document`. */
  readonly kind: 'Document';
  /** The operation and its fragments. */
  readonly definitions: readonly object[];
  /** For the type checker only, never set: the types of the data and the variables. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** The text of a GraphQL document: an instance of `String` with the types as above, or a string. */
export interface TypedDocumentString<Data, Variables> extends Pick<string, 'charAt' | 'toString'> {
  /** For the type checker only, never set: the types of the data and the variables. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** A typed document of another tool. */
export type TypedDocument<Data, Variables> =
  | TypedDocumentNode<Data, Variables>
  | TypedDocumentString<Data, Variables>;

/** A client that also runs typed documents of other tools. */
export interface DocumentClient {
  /** Runs an operation or a document, and returns its data. See {@link Client}. */
  execute<Data, Variables>(
    document: Operation<Data, Variables> | TypedDocument<Data, Variables>,
    ...args: ExecuteArguments<NoInfer<Variables>>
  ): Promise<Data>;
  /** Runs an operation or a document. It never throws: errors are in the result. */
  result<Data, Variables>(
    document: Operation<Data, Variables> | TypedDocument<Data, Variables>,
    ...args: ExecuteArguments<NoInfer<Variables>>
  ): Promise<Result<Data>>;
}

/**
 * Makes `execute` and `result` of a client take typed documents of other tools, too:
 * ```ts
 * const client = withDocuments(createClient({ url }));
 * const data = await client.execute(MyDocument, { first: 10 });
 * ```
 */
export function withDocuments<C extends Pick<Client, 'execute' | 'result'>>(
  client: C,
): Omit<C, keyof DocumentClient> & DocumentClient {
  const operations = new WeakMap<object, object>();
  const runnable = (document: object | string) => {
    if (typeof document !== 'object' || !document) return operationOrFailure(document);
    if ('text' in document) return document;
    const operation = operations.get(document) ?? operationOrFailure(document);
    operations.set(document, operation);
    return operation;
  };
  const wrap =
    (run: (...args: never[]) => Promise<unknown>) =>
    (document: object | string, ...args: unknown[]) =>
      run(...([runnable(document), ...args] as never[]));
  // `execute` and `result` lose their type parameters above, and have them again here.
  return {
    ...client,
    execute: wrap(client.execute),
    result: wrap(client.result),
  } as unknown as Omit<C, keyof DocumentClient> & DocumentClient;
}

/** A document that cannot be printed fails later, in the client: its `result` never throws. */
function operationOrFailure(document: object | string): object {
  try {
    return operationOf(document as TypedDocumentNode<unknown, unknown>);
  } catch (error) {
    return {
      get text(): never {
        throw error;
      },
    };
  }
}

const isParsed = <Data, Variables>(
  document: TypedDocument<Data, Variables>,
): document is TypedDocumentNode<Data, Variables> => 'definitions' in Object(document);

type Definition = { readonly operation?: string; readonly name?: { readonly value: string } };

/** The start of a text of one operation: its keyword, unless it is `{`, and its name. */
const operationStart = /^(?:[\s,]|#.*)*(?:\{|(query|mutation|subscription)\b\s*(\w*))/;

/**
 * Makes an operation from a typed document, for `paginate`, `pages` and the options of TanStack
 * Query. A text that starts with a fragment counts as a mutation, which is not retried.
 */
export function operationOf<Data, Variables>(
  document: TypedDocument<Data, Variables>,
): Operation<Data, Variables, 'query'> {
  const parsed = isParsed(document) ? document : undefined;
  const text = parsed ? printDocument(parsed) : String(document);
  const node = (parsed?.definitions as readonly Definition[] | undefined)?.find(
    ({ operation }) => operation,
  );
  const [start, keyword, name] = (!parsed && operationStart.exec(text)) || [];
  const kind = node?.operation ?? keyword ?? (start ? 'query' : 'mutation');
  return {
    kind: kind as 'query',
    name: node?.name?.value ?? name ?? '',
    text,
    hash: () => sha256(text),
  };
}
