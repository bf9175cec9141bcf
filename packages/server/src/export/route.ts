import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { whileValid } from '../access/lifetime.ts';
import { payAsItGoes, type Spending } from '../access/spending.ts';
import type { Connections } from '../compiler/connections.ts';
import type { ExecuteOperation } from '../compiler/execute.ts';
import { streamFromSnapshot } from '../compiler/snapshot.ts';
import { exportPath } from '../http/admit.ts';
import type { HttpRefusal } from '../http/refusals.ts';
import { ClientLeft, callerOf } from '../http/requests.ts';
import type { Caller } from '../values/caller.ts';
import { Busy, badInput } from '../values/errors.ts';
import { prices } from '../values/prices.ts';
import type { ExportChunk, ExportFormat, FormatOption } from './format.ts';
import { ledgerSnapshotOn } from './ledger-snapshot.ts';
import { prepareExport } from './request.ts';

interface ExportRouteOptions {
  schema: GraphQLSchema;
  connections: Connections;
  execute: ExecuteOperation;
  /** What viewers may spend. Left out: there is no limit. */
  spending?: Spending | undefined;
  /** Words an error as an HTTP status and body. */
  refusal: (error: unknown, response?: ServerResponse) => HttpRefusal;
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
  ({ schema, connections, execute, spending, refusal }: ExportRouteOptions): FastifyPluginAsync =>
  async (app) => {
    let running = 0;
    const startExport = async (
      name: string,
      query: Record<string, unknown>,
      signal: AbortSignal,
    ) => {
      const { filter, options } = readQuery(query);
      const prepared = await prepareExport(schema, name, filter, options);
      if (running >= maxExports)
        throw new Busy(
          `${maxExports} exports are running already. Try again when one of them is done.`,
          5,
        );
      const chunks = streamFromSnapshot(connections, signal, (client) =>
        prepared.format.write(ledgerSnapshotOn(client, schema, execute), prepared.request),
      );
      running += 1;
      return { format: prepared.format, chunks: withCleanup(chunks, () => (running -= 1)) };
    };
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
      const caller = callerOf(request.raw);
      const { name } = request.params as { name: string };
      const { signal, release } = whileValid(request.raw, caller.signal);
      reply.raw.once('close', release);
      const pay = payAsItGoes(spending?.accountOf(request.raw), prices.exportedRecord.points);
      try {
        const { format, chunks } = await startExport(
          name,
          request.query as Record<string, unknown>,
          signal,
        );
        reply.raw.once('close', () => {
          void chunks.return(undefined).catch(() => undefined);
        });
        // Refusals come before the first rows. A failure after them can only break off the answer.
        const start = await readStart(chunks, pay);
        caller.hold(start.length * copies);
        const text = Readable.from(rest(start, paidChunks(chunks, pay, signal), caller, refusal), {
          objectMode: false,
        });
        text.on('error', () => undefined);
        // A client that reads slowly asks for no more, and would not be broken off.
        const breakOff = () => {
          setTimeout(() => text.destroy(signal.reason), longestFarewell).unref();
        };
        signal.addEventListener('abort', breakOff);
        text.once('close', () => signal.removeEventListener('abort', breakOff));
        const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
        reply.headers({
          ...headers(format),
          ...(isZipped && { 'content-encoding': 'gzip' }),
        });
        return reply.send(isZipped ? pipeline(text, createGzip(), () => undefined) : text);
      } catch (error) {
        const { status, body, headers } = refusal(error, reply.raw);
        return reply
          .code(status)
          .headers(headers ?? {})
          .send(body);
      }
    };
    app.get(exportPath, { exposeHeadRoute: false }, answer);
  };

/** The options that an address may have. */
const flags: readonly FormatOption[] = ['bom', 'flat'];

/** @throws Refusal for any other parameter: a misspelt `filter` would export the whole ledger. */
function readQuery({ filter, ...others }: Record<string, unknown>) {
  const options: Partial<Record<FormatOption, boolean>> = {};
  for (const [name, value] of Object.entries(others)) {
    const flag = flags.find((each) => each === name);
    if (!flag)
      throw badInput({
        path: [name],
        message: `There is no parameter ${name}. An export takes filter, ${flags.join(', ')}.`,
      });
    if (value !== 'true' && value !== 'false')
      throw badInput({ path: [name], message: `${name} must be true or false.` });
    options[flag] = value === 'true';
  }
  if (filter === undefined || typeof filter === 'string') return { filter, options };
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

const isDeparture = (error: unknown): boolean =>
  error instanceof ClientLeft || Object(error).code === 'ERR_STREAM_PREMATURE_CLOSE';

/** The text up to and including the first rows. */
async function readStart(
  chunks: AsyncGenerator<ExportChunk>,
  pay: (records: number) => void,
): Promise<string> {
  let start = '';
  for (let chunk = await chunks.next(); !chunk.done; chunk = await chunks.next()) {
    start += chunk.value.text;
    pay(chunk.value.records);
    if (chunk.value.records > 0) break;
  }
  return start;
}

/** The same chunks, paid for, until the signal aborts. */
async function* paidChunks(
  chunks: AsyncIterable<ExportChunk>,
  pay: (records: number) => void,
  signal: AbortSignal,
): AsyncGenerator<ExportChunk> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    pay(chunk.records);
    yield chunk;
  }
}

/** While one part of a text waits for the client, the next one is read. */
const copies = 2;

/** How long the last line of a failed export has to reach the client, in milliseconds. */
const farewellMs = 50;

/** When an export is broken off that has not ended by itself, in milliseconds. */
const longestFarewell = 1_000;

/**
 * The rest of an answer. If it fails, its last line is the error, before the answer is broken off,
 * which shows that it is incomplete.
 */
async function* rest(
  start: string,
  chunks: AsyncIterable<ExportChunk>,
  caller: Caller,
  refusal: ExportRouteOptions['refusal'],
): AsyncGenerator<string> {
  yield start;
  let held = start.length * copies;
  try {
    for await (const { text } of chunks) {
      caller.release(held);
      held = text.length * copies;
      caller.holdAnyway(held);
      yield text;
    }
  } catch (error) {
    // A client that leaves is not a failure, and reads nothing any more.
    if (isDeparture(error)) throw error;
    yield `\n${JSON.stringify(refusal(error).body)}\n`;
    await sleep(farewellMs);
    throw error;
  }
}

const headers = ({ type, extension }: ExportFormat) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="claimgraph.${extension}"`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  vary: 'accept-encoding',
});
