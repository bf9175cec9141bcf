import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';

/**
 * PostgreSQL sends UTF-8, and clients take UTF-8: to read an answer as text only to write it as text again is work for nothing, and most of
 * all the work that a page of Arabic is to Node. So answers stay *octets*: strings of which each character is one byte ("latin1"), cheap to
 * make, to join and to send.
 */
export const octetsOf = (text: string): string => Buffer.from(text).toString('latin1');

/** The text that octets are. */
export const textOf = (octets: string): string => Buffer.from(octets, 'latin1').toString();

/** What of `pg` is used here that its types do not tell. */
type Wire = Pick<pg.Connection, 'stream' | 'emit' | 'sync'> & {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  attachListeners(stream: NodeJS.ReadableStream): void;
  parse(query: { name: string; text: string }): void;
  bind(config: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  execute(config: null): void;
  close(what: { type: 'S'; name: string }): void;
};

const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils;

/** How a connection reads texts. */
const readings = new WeakMap<object, { encoding: 'utf-8' | 'latin1' }>();
const read = (connection: object, encoding: 'utf-8' | 'latin1'): void => {
  readings.get(connection)!.encoding = encoding;
};

/** A client that can leave an answer as the octets that came. */
export class OctetClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const connection = this.connection as unknown as Wire;
    const parser = new Parser();
    readings.set(connection, (parser as unknown as { reader: { encoding: 'utf-8' | 'latin1' } }).reader);
    connection.attachListeners = (stream) => {
      stream.on('data', (bytes: Buffer) =>
        parser.parse(bytes, (message) => connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message)),
      );
    };
  }
}

/**
 * A statement that answers with one text, as octets; with nothing where it finds no row. Of the answer's form nothing is asked, since it is
 * known.
 */
export class OctetQuery implements pg.Submittable {
  /** Set by `pg`. */
  declare callback: (error: Error | null, octets?: string | null) => void;
  readonly name: string;
  readonly text: string;
  private octets: string | null | undefined;

  constructor(private readonly statement: { name?: string | undefined; text: string; values: readonly unknown[] }) {
    this.name = statement.name ?? '';
    this.text = statement.text;
  }

  submit(client: pg.Connection): void {
    const connection = client as unknown as Wire;
    const { name, text } = this;
    read(connection, 'latin1');
    connection.stream.cork();
    if (!name || !(connection.parsedStatements[name] || connection.submittedNamedStatements[name])) {
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
    read(connection, 'utf-8');
    this.callback(null, this.octets);
  }

  handleError(error: Error, connection: pg.Connection): void {
    read(connection, 'utf-8');
    if (error instanceof pg.DatabaseError) for (const key of told) if (error[key]) error[key] = textOf(error[key]);
    this.callback(error);
  }
}

/** How many prepared statements a connection keeps: each holds its plan in PostgreSQL's memory, half a megabyte for a deep one. */
const mostPrepared = 200;

/** Forgets the statement that was prepared first, where there are as many as a connection may keep. */
function makeRoom(connection: Wire): void {
  const names = Object.keys(connection.parsedStatements);
  if (names.length < mostPrepared) return;
  connection.close({ type: 'S', name: names[0]! });
  delete connection.parsedStatements[names[0]!];
}

/** What an error of PostgreSQL's says in words. */
const told = ['message', 'detail', 'hint', 'where'] as const;
