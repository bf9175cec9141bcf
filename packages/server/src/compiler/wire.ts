import type { Duplex } from 'node:stream';
import pg from 'pg';

/** A statement of the extended protocol. PostgreSQL keeps one with a name prepared. */
export interface WireStatement {
  name?: string | undefined;
  text: string;
  values: readonly unknown[];
}

/** How a connection's parser reads texts. */
export interface TextReader {
  encoding: 'utf-8' | 'latin1';
}

/** The members of `pg`'s connection that are used here, some of which its types do not have. */
export type Wire = Pick<pg.Connection, 'stream' | 'emit' | 'sync'> & {
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  attachListeners(stream: Duplex): void;
  parse(query: { name: string; text: string }): void;
  bind(config: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  describe(what: { type: 'P'; name: string }): void;
  execute(config: null): void;
  close(what: { type: 'S'; name: string }): void;
  /** Added here: how the connection's parser reads texts. */
  textReader?: TextReader;
};

/** The types of `pg` do not declare these members of a connection. */
export const wireOf = (connection: pg.Connection): Wire => connection as unknown as Wire;

/** `pg` exports its `utils`, but its types do not. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } })
  .utils;

/**
 * How many prepared statements a connection keeps. PostgreSQL keeps the plan of each in memory,
 * half a megabyte for a deep query.
 */
const maxPreparedStatements = 200;

const none: ReadonlySet<string> = new Set();

/**
 * Closes the statement that was prepared first if the connection has as many as it may keep.
 * `needed`: the names of those that are about to be bound.
 */
export function makeRoom(connection: Wire, needed: ReadonlySet<string> = none): void {
  const names = Object.keys(connection.parsedStatements);
  if (names.length < maxPreparedStatements) return;
  const first = names.find((name) => !needed.has(name));
  if (first === undefined) return;
  connection.close({ type: 'S', name: first });
  delete connection.parsedStatements[first];
}

/** Whether a connection has prepared a statement of this name, or is about to. */
export const isPrepared = (
  { parsedStatements, submittedNamedStatements }: Wire,
  name: string,
): boolean => Boolean(parsedStatements[name] || submittedNamedStatements[name]);

/** Binds the values of a statement that is parsed. */
export const bindValues = (
  connection: Wire,
  { name = '', values }: Pick<WireStatement, 'name' | 'values'>,
): void => connection.bind({ statement: name, values, valueMapper: prepareValue });
