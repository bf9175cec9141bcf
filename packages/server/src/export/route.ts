import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { ExecuteOperation } from '../compiler/execute.ts';
import { streamFromSnapshot } from '../compiler/snapshot.ts';
import { badInput, notFound, Refusal } from '../values/errors.ts';
import { readFilter } from './filter.ts';
import {
  type ExportChunk,
  type ExportFormat,
  exportFormatNames,
  exportFormatOf,
} from './format.ts';
import { ledgerSnapshotOn } from './ledger-snapshot.ts';

interface ExportRouteOptions {
  schema: GraphQLSchema;
  pool: pg.Pool;
  execute: ExecuteOperation;
  /** Words an error as an HTTP status and body. */
  refusal: (error: unknown) => { status: number; body: object };
}

/**
 * How many exports run at once. Each holds a connection of the pool while its client reads; the
 * other connections are left to short requests.
 */
const maxExports = 4;

/**
 * `GET /export/:format?filter={…}`: one state of the ledger, streamed while it is read. The export
 * ends when its client disconnects.
 */
export const exportRoutes =
  ({ schema, pool, execute, refusal }: ExportRouteOptions): FastifyPluginAsync =>
  async (app) => {
    let running = 0;
    const startExport = async (
      name: string,
      query: Record<string, unknown>,
      signal: AbortSignal,
    ) => {
      const format = await exportFormatOf(name);
      if (!format)
        throw notFound(
          ['format'],
          `There is no format ${name}. There are ${exportFormatNames.join(', ')}.`,
        );
      const filter = readFilter(schema, filterText(query));
      if (running >= maxExports)
        throw new Refusal(
          'UNAVAILABLE',
          `${maxExports} exports are running already. Try again when one of them is done.`,
        );
      const chunks = streamFromSnapshot(pool, signal, (client) =>
        format.write(ledgerSnapshotOn(client, schema, execute), filter),
      );
      running += 1;
      return { format, chunks: withCleanup(chunks, () => (running -= 1)) };
    };
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const disconnected = new AbortController();
      const { name } = request.params as { name: string };
      try {
        const { format, chunks } = await startExport(
          name,
          request.query as Record<string, unknown>,
          disconnected.signal,
        );
        reply.raw.once('close', () => {
          disconnected.abort();
          void chunks.return(undefined).catch(() => undefined);
        });
        // Refusals come before the first rows. A failure after them can only break off the answer.
        const start = await readStart(chunks);
        const text = Readable.from(rest(start, chunks), { objectMode: false });
        // `refusal` logs the failure. A premature close by the client is none.
        text.on('error', (error) => disconnected.signal.aborted || refusal(error));
        const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
        reply.headers({ ...headers(format), ...(isZipped && { 'content-encoding': 'gzip' }) });
        return reply.send(isZipped ? pipeline(text, createGzip(), () => undefined) : text);
      } catch (error) {
        const { status, body } = refusal(error);
        return reply.code(status).send(body);
      }
    };
    app.get('/export/:name', { exposeHeadRoute: false }, answer);
  };

/** @throws Refusal for any other parameter: a misspelt `filter` would export the whole ledger. */
function filterText({ filter, ...others }: Record<string, unknown>): string | undefined {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw badInput({
      path: [unknown],
      message: `There is no parameter ${unknown}. An export takes filter.`,
    });
  if (filter === undefined || typeof filter === 'string') return filter;
  throw badInput({ path: ['filter'], message: 'Give one filter.' });
}

/** The same items; `cleanup` runs when they end, fail, or are no longer wanted. */
async function* withCleanup<T>(items: AsyncIterable<T>, cleanup: () => void): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    cleanup();
  }
}

/** The text up to and including the first rows. */
async function readStart(chunks: AsyncGenerator<ExportChunk>): Promise<string> {
  let start = '';
  for (let chunk = await chunks.next(); !chunk.done; chunk = await chunks.next()) {
    start += chunk.value.text;
    if (chunk.value.records > 0) break;
  }
  return start;
}

async function* rest(start: string, chunks: AsyncIterable<ExportChunk>): AsyncGenerator<string> {
  yield start;
  for await (const { text } of chunks) yield text;
}

const headers = ({ type, extension }: ExportFormat) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="claimgraph.${extension}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  vary: 'accept-encoding',
});
