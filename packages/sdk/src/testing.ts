/**
 * A client for tests of programs that use the SDK. It sends nothing and returns prepared answers.
 */
import { type Client, createClient, type ExecuteOptions } from './client.ts';
import { type GraphQLErrorJson, SdkError } from './errors.ts';
import type { Operation } from './operation.ts';

/**
 * A part of an operation's data, as deep as a test needs it. Fields that are omitted are undefined.
 */
export type Part<Data> = Data extends readonly (infer Item)[]
  ? readonly Part<Item>[]
  : Data extends object
    ? PartOf<Data>
    : Data;

/** A type of its own, so that messages have its name. */
type PartOf<Data> = { readonly [Key in keyof Data]?: Part<Data[Key]> };

/** A call that the program made. */
export interface Call {
  /** The name of the operation. Empty: it has none. */
  readonly name: string;
  /** A copy of the variables, as they would be sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The options of the call. Undefined: it had none. */
  readonly options: ExecuteOptions | undefined;
}

/** Prepares the answer to an operation. */
export interface Expected<Data, Variables, Mock> {
  /**
   * Sets the answer: data, or a function of the variables that returns data or throws an
   * `SdkError`. It replaces an earlier answer to the same operation, which is an operation with the
   * same text. `errors` are returned beside the data, as a server does.
   */
  answer(
    answer: Part<Data> | null | ((variables: Variables) => Part<Data> | Promise<Part<Data>>),
    errors?: readonly GraphQLErrorJson[],
  ): Mock;
}

/** A client that returns prepared answers. */
export interface MockClient extends Client {
  /** Prepares the answer to an operation. */
  on<Data, Variables>(operation: Operation<Data, Variables>): Expected<Data, Variables, MockClient>;
  /** All calls so far, in order. */
  readonly calls: readonly Call[];
}

/**
 * Creates a client that sends nothing. A call of an operation without a prepared answer fails with
 * kind `badInput`.
 * ```ts
 * const client = mockClient().on(ClaimById).answer(({ id }) => ({ claim: { id, statement: 'A bridge
 * was hit.' } }));
 * ```
 */
export function mockClient(): MockClient {
  const answers = new Map<string, { answer: unknown; errors: unknown }>();
  const calls: Call[] = [];
  const realClient = createClient({
    url: 'mock:',
    retry: { attempts: 1 },
    fetch: async (_url, { body }) => {
      const { operationName: name, query, variables } = JSON.parse(body);
      const prepared = answers.get(query);
      if (!prepared)
        throw new SdkError(
          'badInput',
          `This mock client has no answer to ${name ?? query}. ` +
            `Prepare one: client.on(${name ?? '…'}).answer(…).`,
        );
      const { answer, errors } = prepared;
      const data = await (typeof answer === 'function' ? answer(variables) : answer);
      const text = async () => JSON.stringify({ data, errors });
      return { status: 200, headers: { get: () => null }, text };
    },
  });
  const recorded =
    (run: (...args: never[]) => Promise<unknown>) =>
    (operation: Operation<unknown, never>, variables?: object, options?: ExecuteOptions) => {
      calls.push({ name: operation.name, variables: copyOf(variables), options });
      return run(...([operation, variables, options] as never[]));
    };
  const client = {
    key: realClient.key,
    calls,
    execute: recorded(realClient.execute),
    result: recorded(realClient.result),
    on: ({ text }: Operation<unknown, never>) => ({
      answer: (answer: unknown, errors?: readonly GraphQLErrorJson[]) => {
        answers.set(text, { answer, errors });
        return client;
      },
    }),
  };
  // `execute` and `result` lose their type parameters above, and have them again here.
  return client as unknown as MockClient;
}

/** A copy, which later changes by the program do not reach. What is not JSON is not sent either. */
function copyOf(variables: object = {}): Call['variables'] {
  try {
    return JSON.parse(JSON.stringify(variables));
  } catch {
    return {};
  }
}
