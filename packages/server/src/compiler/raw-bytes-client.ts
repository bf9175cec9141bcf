import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';
import { Refusal } from '../values/errors.ts';
import { RawBytesQuery } from './raw-bytes.ts';
import { type TextReader, wireOf } from './wire.ts';

/**
 * The longest row that is read for anything else, such as an export, in bytes. A list is bounded,
 * but many lists in lists of long texts are not, and a string that is too long for V8 would end the
 * process.
 */
const maxRowBytes = 64 * 1024 * 1024;

const rowTooLong = () =>
  new Refusal('QUERY_TOO_COMPLEX', `A row is longer than ${maxRowBytes / 1024 / 1024} MB.`);

/** The private members of `pg-protocol`'s parser that are used here. */
interface ParserState {
  /** The encoding in which it reads texts. */
  reader: TextReader;
  /** What it has of a message that is incomplete. */
  buffer: Buffer;
  bufferOffset: number;
  bufferLength: number;
}

/**
 * The length of an incomplete message, or 0 if it is not known. A message begins with a letter and
 * its length.
 */
const incomingLength = ({ buffer, bufferOffset, bufferLength }: ParserState): number =>
  bufferLength < 5 ? 0 : buffer.readUInt32BE(bufferOffset + 1);

/** Makes room for a message at once. The parser would double its buffer again and again. */
function makeBuffer(state: ParserState, length: number): void {
  const { buffer, bufferOffset, bufferLength } = state;
  // One byte more for its letter, and room for what comes with its end.
  const size = length + 1 + 64 * 1024;
  if (bufferOffset + length + 1 <= buffer.length) return;
  state.buffer = Buffer.allocUnsafeSlow(size);
  buffer.copy(state.buffer, 0, bufferOffset, bufferOffset + bufferLength);
  state.bufferOffset = 0;
}

/** The settings of a {@link RawBytesClient}. */
export interface RawBytesConfig extends pg.ClientConfig {
  /** How long PostgreSQL may be silent while a statement runs, in milliseconds. */
  answerTimeoutMs?: number;
}

/** PostgreSQL, or the way to it, is frozen. Only closing the connection frees what waits for it. */
const silentTooLong = () =>
  new Refusal(
    'UNAVAILABLE',
    'The database does not answer, so the connection to it was given up. Try again in a moment.',
  );

/**
 * A client that can return an answer as the bytes that PostgreSQL sent. It closes its connection if
 * PostgreSQL is silent for too long.
 */
export class RawBytesClient extends pg.Client {
  constructor(config?: RawBytesConfig) {
    super(config);
    const connection = wireOf(this.connection);
    const parser = new Parser();
    // The members are private in the parser's types.
    const state = parser as unknown as ParserState;
    connection.textReader = state.reader;
    connection.attachListeners = (stream) => {
      const socket = stream as Socket;
      socket.setTimeout(config?.answerTimeoutMs ?? 0);
      stream.on('timeout', () => {
        if (isBusy(this)) stream.destroy(silentTooLong());
      });
      stream.on('data', (bytes: Buffer) => {
        parser.parse(bytes, (message) =>
          connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message),
        );
        const length = incomingLength(state);
        if (length > 0) expectMessage(this, stream, state, length);
      });
    };
  }
}

/** Refuses a message that is incomplete, or makes room for the rest of it. */
function expectMessage(
  client: pg.Client,
  stream: Duplex,
  state: ParserState,
  length: number,
): void {
  try {
    const query = runningQuery(client);
    if (query instanceof RawBytesQuery) query.expect(length);
    if (length > maxRowBytes) throw rowTooLong();
    makeBuffer(state, length);
  } catch (error) {
    stream.destroy(error as Refusal);
  }
}

/** Members of a client that are private in `pg`'s types. */
interface ClientState {
  readyForQuery: boolean;
  _getActiveQuery(): unknown;
}

/** Whether a statement runs on a connection. */
const isBusy = (client: pg.Client): boolean => !(client as unknown as ClientState).readyForQuery;

const runningQuery = (client: pg.Client): unknown =>
  (client as unknown as ClientState)._getActiveQuery();

/**
 * Lets PostgreSQL be silent on a connection, because its statements may take any time. Returns what
 * ends that.
 */
export function allowLongStatements(client: pg.ClientBase): () => void {
  // The type of the pool's clients does not declare their connection.
  const stream = wireOf((client as pg.Client).connection).stream as Socket;
  const { timeout = 0 } = stream;
  stream.setTimeout(0);
  return () => void stream.setTimeout(timeout);
}
