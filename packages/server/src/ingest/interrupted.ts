import { Refusal } from '../values/errors.ts';
import { isConnectionLost } from '../values/lost-connection.ts';
import type { OpenedFile } from './format.ts';
import type { Counts } from './report.ts';

/** An import ended before its file. What was imported stays, and a further import continues. */
export class ImportInterrupted extends Refusal {
  constructor({ rowsImported }: Counts, dryRun: boolean, cause: unknown) {
    const isLost = !dryRun && isConnectionLost(cause);
    super('UNAVAILABLE', messageOf(rowsImported, dryRun, isLost, reasonOf(cause)), [], {
      rowsImported: dryRun ? 0 : rowsImported,
      // The last batch may have been committed.
      ...(isLost && { outcome: 'UNKNOWN' }),
    });
    this.cause = cause;
  }
}

/** Why a database stopped an import, by SQLSTATE: reasons that lie neither in the file nor here. */
const reasons: readonly (readonly [states: RegExp, reason: string])[] = [
  [/^53100/, 'the disk of the database is full'],
  [/^5[38]/, 'the database has no memory or connections left, or a fault of its system'],
  [/^55P03/, 'another write took too long'],
  [/^57014/, 'the database ended a statement'],
  [/^40/, 'another write got in the way'],
];

const reasonOf = (error: unknown): string | undefined =>
  reasons.find(([states]) => states.test(String(Object(error).code ?? '')))?.[1];

/** Whether an import ended for a reason that may be gone when it is run again. */
export const isInterruption = (error: unknown): boolean =>
  isConnectionLost(error) || reasonOf(error) !== undefined;

function messageOf(rows: number, dryRun: boolean, isLost: boolean, reason?: string): string {
  const because = reason ? `: ${reason}` : '';
  if (dryRun) return `The dry run was interrupted${because}. Nothing was changed. Run it again.`;
  if (rows === 0 && !isLost)
    return `The import was interrupted${because}. Nothing was imported. Import the file again.`;
  const count = rows.toLocaleString('en');
  const progress = isLost
    ? `The connection to the database was lost. At least ${count} rows are imported.`
    : `The import was interrupted after ${count} rows, which are imported${because}.`;
  return `${progress} Import the same file again to continue.`;
}

/** The same file, whose reading ends when the signal aborts. */
export function untilAborted(file: OpenedFile, signal: AbortSignal | undefined): OpenedFile {
  if (!signal) return file;
  const { rows } = file;
  return {
    ...file,
    bytes: () => partsUntilAborted(file.bytes(), signal),
    ...(rows && { rows: () => partsUntilAborted(rows(), signal) }),
  };
}

async function* partsUntilAborted<T>(parts: AsyncIterable<T>, signal: AbortSignal) {
  for await (const part of parts) {
    signal.throwIfAborted();
    yield part;
  }
}
