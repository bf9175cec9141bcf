/**
 * A client for tests of programs that use the SDK. It sends nothing and returns prepared answers.
 */
import { type Client, createClient, type ExecuteOptions } from './client.ts';
import type { Operation } from './operation.ts';

/**
 * A part of an operation's data, as deep as a test needs it. Fields that are omitted are undefined.
 */
export type Part<Data> = Data extends readonly (infer Item)[]
  ? readonly Part<Item>[]
  : Data extends object
    ? { readonly [Key in keyof Data]?: Part<Data[Key]> }
    : Data;

/** A call that the program made. */
export interface Call {
  /** The name of the operation. */
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly options: ExecuteOptions | undefined;
}

/** Prepares the answer to an operation. */
export interface Expected<Data, Variables, Mock> {
  /**
   * Sets the answer: data, or a function of the variables that returns data or throws an
   * `SdkError`. It replaces an earlier answer to the same operation.
   */
  answer(answer: Part<Data> | ((variables: Variables) => Part<Data> | Promise<Part<Data>>)): Mock;
}

/** A client that returns prepared answers. */
export interface MockClient extends Client {
  /** Prepares the answer to an operation. */
  on<Data, Variables>(operation: Operation<Data, Variables>): Expected<Data, Variables, MockClient>;
  /** All calls so far, in order. */
  readonly calls: readonly Call[];
}

/**
 * Creates a client that sends nothing. A call of an operation without a prepared answer throws.
 * ```ts
 * const client = mockClient().on(ClaimById).answer(({ id }) => ({ claim: { id, statement: 'A bridge
 * was hit.' } }));
 * ```
 */
export function mockClient(): MockClient {
  const answers = new Map<string, unknown>();
  const calls: Call[] = [];
  const realClient = createClient({
    url: 'mock:',
    retry: { attempts: 1 },
    fetch: async (_url, { body }) => {
      const { operationName, variables } = JSON.parse(body);
      const answer = answers.get(operationName);
      const data = await (typeof answer === 'function' ? answer(variables) : answer);
      return { status: 200, headers: new Headers(), text: async () => JSON.stringify({ data }) };
    },
  });
  const recorded =
    (run: (...args: never[]) => Promise<unknown>) =>
    async (
      operation: Operation<unknown, never>,
      variables: object = {},
      options?: ExecuteOptions,
    ) => {
      calls.push({ name: operation.name, variables: variables as Call['variables'], options });
      if (!answers.has(operation.name))
        throw new Error(
          `This mock client has no answer to ${operation.name}. Prepare one: ` +
            `client.on(${operation.name}).answer(…).`,
        );
      return run(...([operation, variables, options] as never[]));
    };
  const client = {
    calls,
    execute: recorded(realClient.execute),
    result: recorded(realClient.result),
    on: (operation: Operation<unknown, never>) => ({
      answer: (answer: unknown) => {
        answers.set(operation.name, answer);
        return client;
      },
    }),
  };
  // `execute` and `result` lose their type parameters above, and have them again here.
  return client as unknown as MockClient;
}
