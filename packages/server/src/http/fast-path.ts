import type { IncomingMessage, RequestListener } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOfResult } from '../compiler/execute.ts';
import { type Admit, graphqlPath } from './admit.ts';
import type { BusyAnswer, BusyAnswers } from './busy.ts';
import { compress, encodingFor } from './compression.ts';
import { documentBounds } from './document-store.ts';

/** An operation that Apollo has parsed and validated before, in a request that was admitted. */
export interface RepeatedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  request: { operationName?: string | undefined; variables?: Record<string, unknown> | undefined };
  /** The HTTP request. */
  message: IncomingMessage;
}

/** An answer that is sent from here; its body as bytes. */
type Answer = BusyAnswer | { status: 200; headers?: undefined; bytes: string };

type Execute = (repeated: RepeatedOperation) => Promise<ExecutionResult<Record<string, unknown>>>;

/**
 * From this length on, in bytes, an answer is sent as a buffer. Node copies a text and stores it
 * twice until the client has read it. For a short one that is faster than making a buffer.
 */
const longAnswer = 256 * 1024;

/** The longest body, in bytes, that is read here. */
const maxBodyLength = 100_000;

/**
 * Answers repeated operations before Fastify and Apollo see them. What these do for a request costs
 * more than most answers, and they did it when they first saw the operation's text. Anything that
 * is not plainly such an operation goes to Fastify untouched. If its answer has an error, it goes
 * there with its result, and is not executed again: statuses, codes and messages remain Apollo's.
 * Only operations that are refused because the server is too busy are answered here, even if their
 * text is new.
 *
 * `admit` is called here as it is for every other request. Fastify hooks and Apollo plugins do not
 * run for what is answered here.
 */
export class FastPath {
  private readonly documents = new LRUCache<string, DocumentNode>(documentBounds);
  private readonly results = new WeakMap<IncomingMessage, ExecutionResult>();

  constructor(
    private readonly admit: Admit,
    private readonly busyAnswers: BusyAnswers,
    private readonly execute: Execute,
  ) {}

  /** Learns the operations that Apollo lets through. */
  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, document }) => {
        this.documents.set(source, document, { size: source.length });
      },
    }),
  };

  /** The result of a request that was executed here and then passed on because of its errors. */
  resultOf(request: IncomingMessage): ExecutionResult | undefined {
    return this.results.get(request);
  }

  /** Puts the fast path before another listener. */
  before(next: RequestListener): RequestListener {
    return async (request, response) => {
      // A request that waited for its viewer may have arrived completely. Its body could not be put
      // back after it was read.
      if (request.url !== graphqlPath || request.complete) return next(request, response);
      const admission = this.admit(request, graphqlPath);
      const simple = admission.admitted ? admission.simple : undefined;
      if (!admission.admitted || !simple || simple.bodyLength > maxBodyLength)
        return next(request, response);
      const body = await readBody(request, simple.bodyLength);
      const found = await this.answer(request, body);
      if (found === undefined) {
        request.unshift(body);
        return next(request, response);
      }
      const { status, headers, bytes } = found;
      const encoding = encodingFor(request, bytes.length);
      const answer = encoding
        ? await compress(Buffer.from(bytes, 'latin1'), encoding)
        : bytes.length < longAnswer
          ? bytes
          : Buffer.from(bytes, 'latin1');
      if (headers)
        for (const name of Object.keys(headers)) response.setHeader(name, headers[name] ?? '');
      response.writeHead(status, {
        'content-type': simple.answerType,
        ...(encoding && { 'content-encoding': encoding }),
        'content-length': answer.length,
      });
      response.end(answer, 'latin1');
    };
  }

  /** Answers a request; undefined when others have to. */
  private async answer(request: IncomingMessage, body: Buffer): Promise<Answer | undefined> {
    const parameters = parametersOf(body);
    if (!parameters) return undefined;
    const refusal = this.busyAnswers.refuse(parameters);
    if (refusal) return refusal;
    const repeated = this.repeatedOperation(parameters);
    if (!repeated) return undefined;
    const { document, operation, request: values } = repeated;
    // Written out: V8 allocates an object that is spread and extended as long-lived.
    const result = await this.execute({
      document,
      operation,
      request: values,
      message: request,
    }).catch(failedResult);
    if (!result.errors) return { status: 200, bytes: bytesOfResult(result) };
    const answer = this.busyAnswers.ofResult(result);
    if (!answer) this.results.set(request, result);
    return answer;
  }

  /** The operation of a request; undefined for anything unusual. */
  private repeatedOperation({
    query,
    variables,
    operationName,
    ...more
  }: Record<string, unknown>): Omit<RepeatedOperation, 'message'> | undefined {
    const document = typeof query === 'string' ? this.documents.get(query) : undefined;
    if (!document || Object.keys(more).length > 0) return undefined;
    if (!isOptionalObject(variables) || !isOptionalString(operationName)) return undefined;
    const operation = getOperationAST(document, operationName);
    if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
    return {
      document,
      operation,
      request: { operationName: operationName ?? undefined, variables: variables ?? undefined },
    };
  }
}

/** The parameters of a request. Undefined: its body is not JSON, or Fastify refuses it. */
function parametersOf(body: Buffer): Record<string, unknown> | undefined {
  const text = body.toString();
  // Keys that could change the prototype of an object: Fastify's parser refuses them.
  if (text.includes('"__proto__"') || text.includes('"constructor"')) return undefined;
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What executed an operation failed. It may have written already, so it is not executed again. */
const failedResult = (error: Error): ExecutionResult<Record<string, unknown>> => ({
  errors: [new GraphQLError(error.message, { originalError: error })],
});

type Absent = null | undefined;

const isOptionalObject = (value: unknown): value is Record<string, unknown> | Absent =>
  value == null || (typeof value === 'object' && !Array.isArray(value));

const isOptionalString = (value: unknown): value is string | Absent =>
  value == null || typeof value === 'string';

/**
 * Reads a body of known length without waiting for the end of the stream. So it can be put back,
 * and Fastify can read the stream as if nobody had.
 */
const readBody = (request: IncomingMessage, length: number): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let missing = length;
    const onData = (part: Buffer) => {
      parts.push(part);
      missing -= part.length;
      if (missing > 0) return;
      request.off('data', onData).pause();
      resolve(parts.length === 1 ? part : Buffer.concat(parts));
    };
    request.on('data', onData);
  });
