import { dirname } from 'node:path';
import { UserError } from './user-error.ts';

/** What the codes of Node's file errors mean, for the person who named the file. */
const meanings: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no folder ${dirname(file)}. Create it, or name another one`,
  EISDIR: () => 'it is a folder',
  ENOTDIR: (file) => `${dirname(file)} is not a folder`,
  EACCES: () => 'its rights or those of its folder forbid it',
  EPERM: () => 'its rights or those of its folder forbid it',
  EROFS: () => 'its disk is read-only',
  ENOSPC: () => 'the disk is full',
};

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  /^E[A-Z]+$/.test(String(Object(error).code));

const meaningOf = (file: string, { code, message }: NodeJS.ErrnoException): string =>
  meanings[code ?? '']?.(file) ?? message;

/** The message for a file that cannot be read. Errors that are not of a file are returned as is. */
export function asUnreadable(file: string, error: unknown): unknown {
  if (!isFileError(error)) return error;
  return new UserError(
    error.code === 'ENOENT'
      ? `There is no file ${file}.`
      : `${file} cannot be read: ${meaningOf(file, error)}.`,
  );
}

/** The message for a file that cannot be written. Other errors are returned as they are. */
export const asUnwritable = (file: string, error: unknown): unknown =>
  isFileError(error)
    ? new UserError(`${file} cannot be written: ${meaningOf(file, error)}.`)
    : error;
