import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';
import type { Caller } from '../values/caller.ts';
import { Refusal } from '../values/errors.ts';

/**
 * PostgreSQL sends UTF-8 and clients receive UTF-8, so decoding an answer only to encode it again
 * would be wasted; for a page of Arabic it would be most of the work. So answers stay *bytes*:
 * strings in which each character is one byte (`latin1`), which are cheap to make, join and send.
 */
export const encodeBytes = (text: string): string => Buffer.from(text).toString('latin1');

/** The text that bytes encode. */
export const decodeBytes = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

/** The members of `pg`'s connection that are used here, some of which its types do not have. */
type Wire = Pick<pg.Connection, 'stream' | 'emit' | 'sync'> & {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  attachListeners(stream: Duplex): void;
  parse(query: { name: string; text: string }): void;
  bind(config: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(config: null): void;
  close(what: { type: 'S'; name: string }): void;
  /** Added here: how the connection's parser reads texts. */
  textReader?: ParserState['reader'];
};

/** The types of `pg` do not declare these members of a connection. */
const wireOf = (connection: pg.Connection): Wire => connection as unknown as Wire;

/** The length of the longest answer to a client, in bytes. All its root fields count. */
export const maxAnswerBytes = 16 * 1024 * 1024;

/**
 * The longest row that is read for anything else, such as an export, in bytes. A list is bounded,
 * but many lists in lists of long texts are not, and a string that is too long for V8 would end the
 * process.
 */
const maxRowBytes = 64 * 1024 * 1024;

/** Shorter answers are not counted: the buffers of the system take them. */
const minHeldBytes = 16 * 1024;

/** An answer is copied on its way: from the connection's buffer to a text, and to what is sent. */
const copies = 2;

/** PostgreSQL cannot stop in the middle of an answer, so the connection is closed. */
export const answerTooLong = () =>
  new Refusal(
    'QUERY_TOO_COMPLEX',
    `The answer is longer than ${maxAnswerBytes / 1024 / 1024} MB. Ask for fewer items at once ` +
      '(a smaller `first`) or for less of each, or use an export.',
  );

const rowTooLong = () =>
  new Refusal('QUERY_TOO_COMPLEX', `A row is longer than ${maxRowBytes / 1024 / 1024} MB.`);

/** The private members of `pg-protocol`'s parser that are used here. */
interface ParserState {
  /** The encoding in which it reads texts. */
  reader: { encoding: 'utf-8' | 'latin1' };
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

/** `pg` exports its `utils`, but its types do not. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } })
  .utils;

function setEncoding({ textReader }: Wire, encoding: 'utf-8' | 'latin1'): void {
  if (!textReader) throw new Error('The connection does not belong to a RawBytesClient.');
  textReader.encoding = encoding;
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

/** What runs a {@link RawBytesQuery}: a connection, or what chooses one. */
export interface Queryable {
  query(query: RawBytesQuery, done: RawBytesQuery['callback']): unknown;
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

/**
 * A statement that returns one text, as bytes; undefined if it finds no row. It does not send the
 * protocol's `Describe` message, since the result always has one column of type text.
 */
export class RawBytesQuery implements pg.Submittable {
  /** Set by `pg`. */
  declare callback: (error: Error | null, bytes?: string | null) => void;
  readonly name: string;
  readonly text: string;
  private bytes: string | null | undefined;
  /** How many bytes of the answer the caller holds. */
  private held = 0;
  private fault: Error | null = null;

  /** `caller`: whom the answer is for. Left out: its length is not limited as theirs are. */
  constructor(
    private readonly statement: {
      name?: string | undefined;
      text: string;
      values: readonly unknown[];
    },
    private readonly caller?: Caller | undefined,
  ) {
    this.name = statement.name ?? '';
    this.text = statement.text;
  }

  submit(client: pg.Connection): void {
    const connection = wireOf(client);
    const { name, text } = this;
    setEncoding(connection, 'latin1');
    connection.stream.cork();
    if (
      !name ||
      !(connection.parsedStatements[name] || connection.submittedNamedStatements[name])
    ) {
      if (name) makeRoom(connection);
      connection.parse({ name, text });
      if (name) connection.submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name, values: this.statement.values, valueMapper: prepareValue });
    connection.execute(null);
    connection.sync();
    connection.stream.uncork();
  }

  /** Notes how long the answer will be. @throws Refusal if it is too long. */
  expect(length: number): void {
    if (!this.caller || length < minHeldBytes || this.held > 0) return;
    if (length > maxAnswerBytes) throw answerTooLong();
    this.caller.hold(length * copies);
    this.held = length;
  }

  handleDataRow({ fields: [bytes] }: { fields: readonly (string | null)[] }): void {
    try {
      if (bytes) this.expect(bytes.length);
      this.bytes = bytes;
    } catch (error) {
      this.fault = error as Error;
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(connection: pg.Connection): void {
    setEncoding(wireOf(connection), 'utf-8');
    this.callback(this.fault, this.bytes);
  }

  handleError(error: Error, connection: pg.Connection): void {
    setEncoding(wireOf(connection), 'utf-8');
    if (error instanceof pg.DatabaseError)
      for (const key of errorTextFields) if (error[key]) error[key] = decodeBytes(error[key]);
    this.callback(error);
  }
}

/**
 * How many prepared statements a connection keeps. PostgreSQL keeps the plan of each in memory,
 * half a megabyte for a deep query.
 */
const maxPreparedStatements = 200;

/** Closes the statement that was prepared first if the connection has as many as it may keep. */
function makeRoom(connection: Wire): void {
  const [first, ...others] = Object.keys(connection.parsedStatements);
  if (first === undefined || others.length + 1 < maxPreparedStatements) return;
  connection.close({ type: 'S', name: first });
  delete connection.parsedStatements[first];
}

/** The properties of a PostgreSQL error that contain text. */
const errorTextFields = ['message', 'detail', 'hint', 'where'] as const;
