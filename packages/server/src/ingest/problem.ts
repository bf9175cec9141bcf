/** What a format does about a row that is not as it should be: the row is imported without it. */
export interface RowIssue {
  /** A code in capitals that the report counts by, such as `BAD_DATE`. */
  kind: string;
  /** The column, by its header. Null: the row as a whole. */
  column: string | null;
  /** What the file has there. Null: nothing. */
  value: string | null;
  /** What is wrong, and what was done about it. */
  reason: string;
}

/** Called by readers of cells with what they corrected or left out. */
export type NoteIssue = (issue: RowIssue) => void;

/** An issue, or the reason why a row was refused, with its place in the file. */
export interface Problem extends RowIssue {
  /** The line that the row begins on, from 1. */
  line: number;
  /** Whether the row was refused; otherwise it was imported without what is wrong. */
  refused: boolean;
  /** Whether the row has no data. It does not count as a row of the table. */
  passedOver?: boolean;
}

/** Thrown by a format's `stage`: nothing of this row is imported. */
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

/** The refusal of a row whose id an earlier row of the file has already. */
export const repeatedId = (column: string, id: string): RowRefused =>
  new RowRefused(
    'REPEATED_ID',
    column,
    id,
    'An earlier row of this file has the same id. This row was left out.',
  );

/** Why a file as a whole is refused. */
export type FileFault =
  /** It is broken, or says something that cannot be. */
  | 'BAD_FILE'
  /** It is sound, but not what the format reads. */
  | 'WRONG_FORMAT'
  | 'EMPTY_FILE'
  | 'NO_SUCH_FILE'
  | 'BAD_ENCODING'
  | 'BAD_MAPPING'
  | 'TOO_LARGE';

/**
 * The file as a whole is not what it is said to be, so nothing of it is imported. The message is
 * for the person who imports it.
 */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    message: string,
    readonly code: FileFault = 'BAD_FILE',
  ) {
    super(message);
  }
}
