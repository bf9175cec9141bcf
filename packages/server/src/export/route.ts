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
  /** How a refusal is told: HTTP status and body. */
  refusal: (error: unknown) => { status: number; body: object };
}

/** Each holds a connection of the pool for as long as its client reads; the others must be left for those who ask short questions. */
const most = 4;

/** GET /export/:format?filter={…}: the ledger in one state, written while it is read. A client that leaves ends it. */
export const exportRoutes =
  ({ schema, pool, execute, refusal }: ExportRouteOptions): FastifyPluginAsync =>
  async (app) => {
    let running = 0;
    const started = async (name: string, query: Record<string, unknown>, signal: AbortSignal) => {
      const format = await exportFormatOf(name);
      if (!format)
        throw notFound(
          ['format'],
          `There is no format ${name}. There are ${exportFormatNames.join(', ')}.`,
        );
      const filter = readFilter(schema, filterText(query));
      if (running >= most)
        throw new Refusal(
          'UNAVAILABLE',
          `${most} exports are under way already. Try again when one of them is done.`,
        );
      const pieces = streamFromSnapshot(pool, signal, (client) =>
        format.write(ledgerSnapshotOn(client, schema, execute), filter),
      );
      running += 1;
      return { format, pieces: ending(pieces, () => (running -= 1)) };
    };
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const left = new AbortController();
      const { name } = request.params as { name: string };
      try {
        const { format, pieces } = await started(
          name,
          request.query as Record<string, unknown>,
          left.signal,
        );
        reply.raw.once('close', () => {
          left.abort();
          void pieces.return(undefined).catch(() => undefined);
        });
        // What the ledger refuses, it refuses before the first rows; after them a fault can only break the answer off.
        const first = await begin(pieces);
        const text = Readable.from(rest(first, pieces), { objectMode: false });
        // Of a client that left, the stream says that it closed early: that is no fault.
        text.on('error', (error) => left.signal.aborted || refusal(error));
        const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
        reply.headers({ ...headers(format), ...(zipped && { 'content-encoding': 'gzip' }) });
        return reply.send(zipped ? pipeline(text, createGzip(), () => undefined) : text);
      } catch (error) {
        const { status, body } = refusal(error);
        return reply.code(status).send(body);
      }
    };
    app.get('/export/:name', { exposeHeadRoute: false }, answer);
  };

/** @throws Refusal for whatever is not understood: a misspelt `filter` would bring the whole ledger. */
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

/** The same, with something to do when it is over, however that comes. */
async function* ending<T>(items: AsyncIterable<T>, done: () => void): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    done();
  }
}

/** What comes before and with the first rows. */
async function begin(pieces: AsyncGenerator<ExportChunk>): Promise<string> {
  let first = '';
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    first += piece.value.text;
    if (piece.value.records > 0) break;
  }
  return first;
}

async function* rest(first: string, pieces: AsyncIterable<ExportChunk>): AsyncGenerator<string> {
  yield first;
  for await (const { text } of pieces) yield text;
}

const headers = ({ type, extension }: ExportFormat) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="claimgraph.${extension}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  vary: 'accept-encoding',
});
