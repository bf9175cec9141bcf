/** A client for tests of programs that use the SDK: it sends nothing, and answers what it is told to. */
import { type Client, createClient, type ExecuteOptions } from './client.ts';
import type { Operation } from './operation.ts';

/** A part of an answer, as deep as a test needs it. What is given must be of the right type; what is left out is not there. */
export type Part<Data> = Data extends readonly (infer Item)[]
  ? readonly Part<Item>[]
  : Data extends object
    ? { readonly [Key in keyof Data]?: Part<Data[Key]> }
    : Data;

/** A call that was made. */
export interface Call {
  /** The operation's name. */
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly options: ExecuteOptions | undefined;
}

/** What to answer to an operation. */
export interface Expected<Data, Variables, Mock> {
  /** From now on this: data, or a function of the variables that gives some or throws an `SdkError`. The last word counts. */
  answer(answer: Part<Data> | ((variables: Variables) => Part<Data> | Promise<Part<Data>>)): Mock;
}

/** A client that answers what it is told to. */
export interface MockClient extends Client {
  /** Takes what to answer to an operation. */
  on<Data, Variables>(operation: Operation<Data, Variables>): Expected<Data, Variables, MockClient>;
  /** All calls so far, the first one first. */
  readonly calls: readonly Call[];
}

/**
 * A client that sends nothing. What it was not told to answer, it refuses.
 * ```ts
 * const client = mockClient().on(ClaimById).answer(({ id }) => ({ claim: { id, statement: 'Something is said.' } }));
 * ```
 */
export function mockClient(): MockClient {
  const answers = new Map<string, unknown>();
  const calls: Call[] = [];
  const real = createClient({
    url: 'mock:',
    retry: { attempts: 1 },
    fetch: async (_url, { body }) => {
      const { operationName, variables } = JSON.parse(body);
      const answer = answers.get(operationName);
      const data = await (typeof answer === 'function' ? answer(variables) : answer);
      return { status: 200, headers: new Headers(), text: async () => JSON.stringify({ data }) };
    },
  });
  const noted =
    (ask: (...args: never[]) => Promise<unknown>) =>
    async (
      operation: Operation<unknown, never>,
      variables: object = {},
      options?: ExecuteOptions,
    ) => {
      calls.push({ name: operation.name, variables: variables as Call['variables'], options });
      if (!answers.has(operation.name))
        throw new Error(
          `This mock client was not told what to answer to ${operation.name}: client.on(${operation.name}).answer(…).`,
        );
      return ask(...([operation, variables, options] as never[]));
    };
  const client = {
    calls,
    execute: noted(real.execute),
    result: noted(real.result),
    on: (operation: Operation<unknown, never>) => ({
      answer: (answer: unknown) => {
        answers.set(operation.name, answer);
        return client;
      },
    }),
  };
  return client as unknown as MockClient;
}
