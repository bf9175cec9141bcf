import pg from 'pg';
import type { Caller } from '../values/caller.ts';
import { Refusal } from '../values/errors.ts';
import { bindValues, isPrepared, makeRoom, type Wire, type WireStatement, wireOf } from './wire.ts';

/**
 * PostgreSQL sends UTF-8 and clients receive UTF-8, so decoding an answer only to encode it again
 * would be wasted; for a page of Arabic it would be most of the work. So answers stay *bytes*:
 * strings in which each character is one byte (`latin1`), which are cheap to make, join and send.
 */
export const encodeBytes = (text: string): string => Buffer.from(text).toString('latin1');

/** The text that bytes encode. */
export const decodeBytes = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

/** The length of the longest answer to a client, in bytes. All its root fields count. */
export const maxAnswerBytes = 16 * 1024 * 1024;

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

function setEncoding({ textReader }: Wire, encoding: 'utf-8' | 'latin1'): void {
  if (!textReader) throw new Error('The connection does not belong to a RawBytesClient.');
  textReader.encoding = encoding;
}

/** What runs a {@link RawBytesQuery}: a connection, or what chooses one. */
export interface Queryable {
  query(query: RawBytesQuery, done: RawBytesQuery['callback']): unknown;
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
    private readonly statement: WireStatement,
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
    if (!name || !isPrepared(connection, name)) {
      if (name) makeRoom(connection);
      connection.parse({ name, text });
      if (name) connection.submittedNamedStatements[name] = text;
    }
    bindValues(connection, this.statement);
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

/** The properties of a PostgreSQL error that contain text. */
const errorTextFields = ['message', 'detail', 'hint', 'where'] as const;
