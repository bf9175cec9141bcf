import type { FileRefused } from '../ingest/problem.ts';

/** A mistake that the person at the terminal can correct. Only its message is printed. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Why a file was refused, with its code at the end. */
export const refusalError = ({ message, code }: FileRefused): UserError =>
  new UserError(`${message} [${code}]`);
