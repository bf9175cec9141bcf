import type { Batch } from './batch.ts';
import type { TableWrites } from './land/table-writes.ts';
import type { KnownOutlet } from './outlets.ts';
import type { Problem, RowIssue } from './problem.ts';

/**
 * A format of outside data. It declares three things, and `run.ts` does the rest:
 *
 * 1. `read` turns bytes into rows, streamed, each with its line. It throws `FileRefused` if the
 *    file as a whole is wrong. Every file is read to its end before anything of it is written, so
 *    that a wrong file changes nothing. `read/` has readers for CSV, JSON and lines.
 * 2. `stage` turns one row into records, in memory. `batch.record(…)` returns the id of a record
 *    for a key, and `batch.put(table, columns)` stages a row of a table. `stage` throws
 *    `RowRefused` if nothing of the row can be imported, and calls `batch.addProblem(…)` for
 *    anything that it corrected or left out. It has no access to the database: keys are resolved
 *    later, for all rows of a batch at once.
 * 3. `writes` declares which columns of which tables are staged, and what happens to rows that
 *    exist already.
 *
 * Each batch then lands in one transaction, as one write of the log (see `land/`). Its rows are
 * copied into staging tables; staged ids are replaced by those of existing records; rows that are
 * the same or from an older release are dropped; the others are deleted, updated and inserted in
 * the order of `land/table-writes.ts`.
 *
 * Methods are written as methods, so that formats with different rows fit into one list.
 */
export interface ImportFormat<Row extends SourceRow = SourceRow, Settings = unknown> {
  /** As in `claimgraph import <name>`. */
  name: string;
  /** One line for the list of formats in help texts. */
  description: string;
  /**
   * The release that the path of a file names, or undefined if it names none.
   *
   * @throws FileRefused if the path leaves that open.
   */
  releaseOf?(path: string): string | undefined;
  /** A release as users may write it, in one spelling. Undefined: it is stored as it is written. */
  parseRelease?(text: string): string | undefined;
  /** For a name that covers several formats: which of them this file has. */
  choose?(file: OpenedFile): Promise<ImportFormat>;
  /** Checks what only this format needs, such as a mapping. @throws FileRefused */
  parseSettings?(value: unknown): Settings;
  read(file: OpenedFile, options: FormatOptions<Settings>): AsyncIterable<Row>;
  stage(row: Row, batch: Batch, options: FormatOptions<Settings>): void;
  /**
   * Turns a stored row back into a row, with the header and the settings that its file was read
   * by. A format that matches records by name needs it, so that a match can be undone.
   */
  restage?(raw: string, line: number, header: readonly string[], settings: Settings): Row;
  writes: TableWrites;
  /**
   * If the data set itself is the report of its claims: the system of the keys of its releases. A
   * claim moves to a newer release only if that says something else.
   */
  releaseSystem?: string;
  /** For gazetteers: whether they have places that earlier imports created without them. */
  isGazetteer?: boolean;
  /**
   * For formats that lose nothing. A difference in letter case or spacing is a change too, claims
   * move to the report that the file says, and every staged row must land.
   */
  exact?: boolean;
}

/** A row as the file has it. */
export interface SourceRow {
  /** The line that it begins on, from 1. */
  line: number;
  /** The original row, stored with its record: the cells of a CSV row, or an object, as JSON. */
  raw: string;
  /** A hash of anything else that decides how the row is read, such as a mapping. */
  readBy?: string;
  /** What its reader corrected or left out. Reading further cells may add to it. */
  issues?: readonly RowIssue[];
  /** What its reader passed over before this row, such as a row of hashtags. */
  passedOver?: readonly Problem[];
}

/** A row of a table as it is written. */
export interface TableRow {
  cells: string[];
  /** The line that it begins on, from 1. In a workbook, the number of the row. */
  line: number;
  /** What the reader corrected or left out. */
  issues?: RowIssue[];
}

/** The content of a file: a text, or the rows of a workbook's sheet. */
export interface OpenedFile {
  /** Its name in messages and reports. */
  name: string;
  /**
   * The text: unpacked, without byte order mark, valid UTF-8 without NUL. Chunks end between
   * characters. Each call reads the file from its beginning.
   *
   * @throws FileRefused if the file is a workbook, which has no text.
   */
  bytes(): AsyncIterable<Buffer>;
  /** Only of a workbook: the rows of the sheet. */
  rows?(): AsyncIterable<TableRow[]>;
}

/** What else decides how a row is imported. */
export interface FormatOptions<Settings = unknown> {
  /** The release of the data set. Empty: unknown. */
  release: string;
  /** Outlets by their spellings, see `normalizeForComparison`. */
  outlets: ReadonlyMap<string, KnownOutlet>;
  /** What `parseSettings` returned. */
  settings: Settings;
  /** Called by readers of files that have a header. */
  onHeader?(columns: readonly string[]): void;
}
