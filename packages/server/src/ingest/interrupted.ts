import { Refusal } from '../values/errors.ts';
import type { OpenedFile } from './format.ts';
import type { Counts } from './report.ts';

/** An import ended before its file. What was imported stays, and a further import continues. */
export class ImportInterrupted extends Refusal {
  constructor({ rowsRead }: Counts, dryRun: boolean, cause: unknown) {
    super('UNAVAILABLE', messageOf(rowsRead, dryRun), [], { rowsImported: dryRun ? 0 : rowsRead });
    this.cause = cause;
  }
}

function messageOf(rows: number, dryRun: boolean): string {
  if (dryRun) return 'The dry run was interrupted. Nothing was changed. Run it again.';
  const progress =
    rows === 0
      ? 'before the first rows were imported'
      : `after ${rows.toLocaleString('en')} rows, which are imported`;
  return `The import was interrupted ${progress}. Import the same file again to continue.`;
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
