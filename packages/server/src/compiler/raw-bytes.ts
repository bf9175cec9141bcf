import type { Readable } from 'node:stream';
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';
import { Refusal } from '../values/errors.ts';

/**
 * PostgreSQL sends UTF-8, and clients take UTF-8: to read an answer as text only to write it as text again is work for nothing, and most of
 * all the work that a page of Arabic is to Node. So answers stay *octets*: strings of which each character is one byte ("latin1"), cheap to
 * make, to join and to send.
 */
export const encodeBytes = (text: string): string => Buffer.from(text).toString('latin1');

/** The text that octets are. */
export const decodeBytes = (octets: string): string => Buffer.from(octets, 'latin1').toString();

/** What of `pg` is used here that its types do not tell. */
type Wire = Pick<pg.Connection, 'stream' | 'emit' | 'sync'> & {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  attachListeners(stream: Readable): void;
  parse(query: { name: string; text: string }): void;
  bind(config: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(config: null): void;
  close(what: { type: 'S'; name: string }): void;
};

/**
 * The longest answer that is taken in, in bytes. Lists are bounded, but lists in lists of long texts under many aliases are not, and where a
 * string grows too long for V8 the process would end.
 */
export const maxAnswerBytes = 64 * 1024 * 1024;

/** A client is told, and the connection is given up: PostgreSQL would send the whole of it. */
export const answerTooLong = () =>
  new Refusal(
    'QUERY_TOO_COMPLEX',
    `The answer is longer than ${maxAnswerBytes / 1024 / 1024} MB. Ask in parts: for fewer at a time, or less of each.`,
  );

/** What a parser has of a message that is not all there. */
interface Received {
  buffer: Buffer;
  bufferOffset: number;
  bufferLength: number;
}

/** How long a message will be of which a part has come: it begins with a letter and its length. */
const lengthUnderWay = ({ buffer, bufferOffset, bufferLength }: Received): number =>
  bufferLength < 5 ? 0 : buffer.readUInt32BE(bufferOffset + 1);

const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } })
  .utils;

/** How a connection reads texts. */
const readersByConnection = new WeakMap<object, { encoding: 'utf-8' | 'latin1' }>();
const setEncoding = (connection: object, encoding: 'utf-8' | 'latin1'): void => {
  readersByConnection.get(connection)!.encoding = encoding;
};

/** A client that can leave an answer as the octets that came. */
export class RawBytesClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const connection = this.connection as unknown as Wire;
    const parser = new Parser();
    readersByConnection.set(
      connection,
      (parser as unknown as { reader: { encoding: 'utf-8' | 'latin1' } }).reader,
    );
    connection.attachListeners = (stream) => {
      stream.on('data', (bytes: Buffer) => {
        parser.parse(bytes, (message) =>
          connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message),
        );
        if (lengthUnderWay(parser as unknown as Received) > maxAnswerBytes)
          stream.destroy(answerTooLong());
      });
    };
  }
}

/**
 * A statement that answers with one text, as octets; with nothing where it finds no row. Of the answer's form nothing is asked, since it is
 * known.
 */
export class RawBytesQuery implements pg.Submittable {
  /** Set by `pg`. */
  declare callback: (error: Error | null, bytes?: string | null) => void;
  readonly name: string;
  readonly text: string;
  private octets: string | null | undefined;

  constructor(
    private readonly statement: {
      name?: string | undefined;
      text: string;
      values: readonly unknown[];
    },
  ) {
    this.name = statement.name ?? '';
    this.text = statement.text;
  }

  submit(client: pg.Connection): void {
    const connection = client as unknown as Wire;
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

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.octets = fields[0]!;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(connection: pg.Connection): void {
    setEncoding(connection, 'utf-8');
    this.callback(null, this.octets);
  }

  handleError(error: Error, connection: pg.Connection): void {
    setEncoding(connection, 'utf-8');
    if (error instanceof pg.DatabaseError)
      for (const key of errorTextFields) if (error[key]) error[key] = decodeBytes(error[key]);
    this.callback(error);
  }
}

/** How many prepared statements a connection keeps: each holds its plan in PostgreSQL's memory, half a megabyte for a deep one. */
const maxPreparedStatements = 200;

/** Forgets the statement that was prepared first, where there are as many as a connection may keep. */
function makeRoom(connection: Wire): void {
  const names = Object.keys(connection.parsedStatements);
  if (names.length < maxPreparedStatements) return;
  connection.close({ type: 'S', name: names[0]! });
  delete connection.parsedStatements[names[0]!];
}

/** What an error of PostgreSQL's says in words. */
const errorTextFields = ['message', 'detail', 'hint', 'where'] as const;
