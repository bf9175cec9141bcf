/** Something in a file that is not as it should be: what was mended or left out, or why a row was refused. */
export interface Problem {
  /** A word in capitals that the report counts by: `BAD_DATE`, `COLUMN_COUNT` … */
  kind: string;
  /** The file's line that the row begins on, from 1. */
  line: number;
  /** The column, as its header says. Null: the row as a whole. */
  column: string | null;
  /** What stood there. Null: nothing did. */
  value: string | null;
  /** What is wrong, and what was done about it. */
  reason: string;
}

/** Thrown by a format's `stage`: this row is not imported, for that reason; nothing of it is. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(
    readonly kind: string,
    readonly column: string | null,
    readonly value: string | null,
    reason: string,
  ) {
    super(reason);
  }
}

/** The file as a whole cannot be what it is said to be: nothing of it is imported. The message is for the person who brought it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}
