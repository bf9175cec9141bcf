import { QueryFailedError } from 'typeorm';
import { type ErrorCode, type Issue, Refusal } from '../values/errors.ts';
import { ConnectionLost, isConnectionLost } from '../values/lost-connection.ts';

interface DatabaseError extends Error {
  code: string;
  constraint?: string;
  table?: string;
  /** The function of PostgreSQL that raised it. */
  routine?: string;
}

/**
 * Errors that PostgreSQL raises. It is the last line of defence, so the messages are general, but
 * they name the field.
 */
export function fromDatabase(error: unknown): Refusal | undefined {
  const raised = (error instanceof QueryFailedError ? error.driverError : error) as
    | DatabaseError
    | undefined;
  if (isConnectionLost(error)) return new ConnectionLost();
  const code = raised?.code;
  if (typeof code !== 'string') return undefined;
  const issue = (message: string): Issue[] => [{ path: fieldOf(raised!), message }];
  const refuse = (kind: ErrorCode, message: string) => new Refusal(kind, message, issue(message));
  if (code === 'CG001') return refuse('BAD_USER_INPUT', 'A location cannot be inside itself.');
  if (code === 'CG003')
    return refuse(
      'BAD_USER_INPUT',
      'Something must assert this: a claim needs speakers, a relation needs claims.',
    );
  if (code === 'CG002')
    return refuse('BAD_USER_INPUT', 'The passage is not in the report at these offsets.');
  if (code === '23505') return refuse('CONFLICT', 'Such a record exists already.');
  if (code === '23503')
    return refuse(
      'CONFLICT',
      'It names a record that does not exist, or other records still depend on it.',
    );
  if (code === '23514' || code === '23502' || code.startsWith('22'))
    return refuse('BAD_USER_INPUT', 'A value is not allowed here.');
  // PostgreSQL has no code of its own for a text longer than a gigabyte.
  const tooLong =
    code === 'XX000' && raised!.message.startsWith('invalid memory alloc request size');
  if (code === '54000' && raised && isOfIndex(raised))
    return refuse('BAD_USER_INPUT', 'A value is too long to be stored here. Shorten it.');
  if (code.startsWith('54') || tooLong)
    return new Refusal('QUERY_TOO_COMPLEX', 'This asks for too much at once. Split it up.');
  if (code === '57014')
    return new Refusal(
      'UNAVAILABLE',
      'The database took too long, so the statement was ended. Ask for less at once, or use an ' +
        'export, or try again later.',
    );
  if (/^(53|55P03|40)/.test(code))
    return new Refusal(
      'UNAVAILABLE',
      'The database is busy. Nothing was changed. Try again in a moment.',
    );
  return undefined;
}

/** Whether a value is too long for an index. Only in some cases does PostgreSQL say for which. */
const isOfIndex = ({ constraint, routine = '' }: DatabaseError): boolean =>
  constraint !== undefined || /^(index_form_tuple|GinFormTuple)/.test(routine);

/**
 * The path that a constraint or an index is named after: `claim_occurred_order_check` →
 * `occurred.order`.
 */
const fieldOf = ({ constraint, table }: DatabaseError): string[] => {
  const words = (constraint ?? '')
    .replace(new RegExp(`^${table}_`), '')
    .replace(/_(check|key|fkey|idx)$/, '');
  return words ? ['input', ...words.split('_')] : ['input'];
};
