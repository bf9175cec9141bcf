import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import type { ApolloServerOptions, ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOfResult } from './compiler/execute.ts';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** A query that Apollo has parsed and validated before, asked again. */
export interface Question {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  request: { operationName?: string | undefined; variables?: Record<string, unknown> | undefined };
  headers: IncomingHttpHeaders;
}

/** `maxSize` is in characters, each of which takes about 100 bytes once parsed. */
const bounds = { max: 1_000, maxSize: 400_000 };

/**
 * The queries that Apollo let through, by their texts; and Apollo's own store of what it parsed, which by itself would hold ten thousand
 * and more.
 */
export class FastPath {
  private readonly queries = new LRUCache<string, DocumentNode>(bounds);
  private readonly parsed = new LRUCache<string, DocumentNode>(bounds);

  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, document, operation }) => {
        if (operation?.operation === OperationTypeNode.QUERY)
          this.queries.set(source, document, { size: source.length });
      },
    }),
  };

  readonly store: DocumentStore = {
    get: async (key) => this.parsed.get(key),
    set: async (key, document) => {
      this.parsed.set(key, document, { size: document.loc?.source.body.length || 1 });
    },
    delete: async (key) => {
      this.parsed.delete(key);
    },
  };

  /** What requests were answered here that go on to Apollo, which asks for nothing twice. */
  readonly answered = new WeakMap<IncomingMessage, ExecutionResult>();

  document(text: string): DocumentNode | undefined {
    return this.queries.get(text);
  }
}

/**
 * Answers known queries where they come in. All that an HTTP framework and Apollo's pipeline do for one costs more than the answer itself;
 * they did it when it was first asked. Whatever is not plainly such a query, or is not answered without an error, goes their way, as if it
 * had not been here: so refusals, codes and statuses are theirs alone. What it was answered goes along.
 */
export const fastPathHandler =
  (
    known: FastPath,
    ask: (question: Question) => Promise<ExecutionResult>,
    fits: (headers: IncomingHttpHeaders) => boolean,
  ) =>
  (otherwise: RequestListener): RequestListener =>
  async (request, response) => {
    if (!isPlain(request) || !fits(request.headers)) return otherwise(request, response);
    const body = await bodyOf(request);
    const octets = await answer(known, ask, body, request).catch(() => undefined);
    if (octets === undefined) {
      request.unshift(body);
      return otherwise(request, response);
    }
    response.writeHead(200, {
      'content-type': types.get(request.headers.accept)!,
      'content-length': octets.length,
    });
    response.end(octets, 'latin1');
  };

const longestBody = 100_000;
const json = /^application\/json(; ?charset=utf-8)?$/i;

/**
 * The type of the answer, by what the asker takes, as Apollo has it; who asks otherwise goes Apollo's way. The second line is what the SDK
 * sends.
 */
const types = new Map<string | undefined, string>([
  ...[undefined, '*/*', 'application/json', 'application/json, */*'].map(
    (accept) => [accept, 'application/json; charset=utf-8'] as const,
  ),
  [
    'application/graphql-response+json, application/json',
    'application/graphql-response+json; charset=utf-8',
  ],
]);

/** A POST of JSON of a length that it tells, which takes JSON for an answer. */
function isPlain({ method, url, headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return (
    method === 'POST' &&
    url === '/graphql' &&
    length > 0 &&
    length <= longestBody &&
    json.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    types.has(headers.accept)
  );
}

/** The body, without the end of the stream: so it can be put back, and the stream resumed by another who reads it (as fastify does). */
const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let missing = Number(request.headers['content-length']);
    const hear = (part: Buffer) => {
      parts.push(part);
      missing -= part.length;
      if (missing > 0) return;
      request.off('data', hear).pause();
      resolve(parts.length === 1 ? part : Buffer.concat(parts));
    };
    request.on('data', hear);
  });

async function answer(
  known: FastPath,
  ask: (question: Question) => Promise<ExecutionResult>,
  body: Buffer,
  request: IncomingMessage,
): Promise<string | undefined> {
  const text = body.toString();
  // Names that change what objects are: refused where bodies are read with suspicion.
  if (text.includes('"__proto__"') || text.includes('"constructor"')) return undefined;
  const { query, variables, operationName, ...more } = JSON.parse(text) as Record<string, unknown>;
  const document = typeof query === 'string' ? known.document(query) : undefined;
  if (!document || Object.keys(more).length > 0) return undefined;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
    return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
  const asked = {
    operationName: operationName ?? undefined,
    variables: (variables ?? undefined) as Record<string, unknown> | undefined,
  };
  const result = await ask({ document, operation, request: asked, headers: request.headers });
  if (!result.errors) return bytesOfResult(result as never);
  known.answered.set(request, result);
  return undefined;
}
