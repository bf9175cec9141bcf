import { Busy, Refusal } from './errors.ts';

/** SQLSTATE classes: 08 connection, 57P the server shuts down or ended the connection. */
const sqlStates = /^(08|57P)/;

const systemCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTCONN'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN'],
]);

/** How `pg` and its pool word it. They have no codes. */
const messages = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'timeout exceeded when trying to connect',
  'Cannot use a pool after calling end',
];

/** Whether an error says that the connection to PostgreSQL is lost or could not be made. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  const { code, message, driverError } = Object(error);
  if (driverError) return isConnectionLost(driverError);
  return (
    sqlStates.test(code ?? '') ||
    systemCodes.has(code) ||
    messages.some((each) => String(message).startsWith(each))
  );
}

/** The connection to PostgreSQL was lost, and what ran on it was undone. */
export class ConnectionLost extends Refusal {
  constructor() {
    super(
      'UNAVAILABLE',
      'The connection to the database was lost. Nothing was changed. Try again in a moment.',
    );
  }
}

/** No connection to PostgreSQL could be made. */
export class Unreachable extends Busy {
  constructor(
    /** Why not, in one word or a few, for the log. */
    readonly reason: string,
  ) {
    super('The database cannot be reached. Nothing was executed. Try again in a moment.', 2);
  }
}

/** The same error, or {@link Unreachable} if it says that no connection could be made. */
export function asUnreachable<E>(error: E): E | Unreachable {
  if (!isConnectionLost(error)) return error;
  const { code, message } = Object(error);
  return new Unreachable(String(code ?? message));
}
