import { Refusal } from '../values/errors.ts';
import { isConnectionLost } from '../values/lost-connection.ts';
import type { OpenedFile } from './format.ts';
import type { Counts } from './report.ts';

/** An import ended before its file. What was imported stays, and a further import continues. */
export class ImportInterrupted extends Refusal {
  constructor({ rowsRead }: Counts, dryRun: boolean, cause: unknown) {
    const isLost = !dryRun && isConnectionLost(cause);
    super('UNAVAILABLE', messageOf(rowsRead, dryRun, isLost), [], {
      rowsImported: dryRun ? 0 : rowsRead,
      // The last batch may have been committed.
      ...(isLost && { outcome: 'UNKNOWN' }),
    });
    this.cause = cause;
  }
}

function messageOf(rows: number, dryRun: boolean, isLost: boolean): string {
  if (dryRun) return 'The dry run was interrupted. Nothing was changed. Run it again.';
  if (rows === 0 && !isLost)
    return 'The import was interrupted, and nothing was imported. Import the file again.';
  const count = rows.toLocaleString('en');
  const progress = isLost
    ? `The connection to the database was lost. At least ${count} rows are imported.`
    : `The import was interrupted after ${count} rows, which are imported.`;
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
