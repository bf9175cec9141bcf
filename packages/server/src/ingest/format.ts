import type { Batch } from './batch.ts';
import type { Writes } from './land/writes.ts';
import type { KnownOutlet } from './outlets.ts';

/**
 * How outside data comes in. A **format** says three things, and `run.ts` does the rest:
 *
 * 1. `read`: bytes → rows, streamed, each with its line. What is wrong with the file as a whole is thrown as FileRefused: every file is read
 *    once to its end before anything of it is written, so then nothing is imported. `read/` has readers for CSV and for JSON.
 * 2. `stage`: one row → records, in memory. `batch.record(…)` gives a record's id for a key; `batch.put(table, columns)` stages a row of a table.
 *    It throws RowRefused for a row that cannot come in (nothing of it does), and calls `batch.problem(…)` for what was mended or left out.
 *    It knows no database: what a key stands for is found later, for all rows of a batch at once.
 * 3. `writes`: which columns of which tables it stages, and what becomes of a record that is there already.
 *
 * Then each batch is one transaction and one write of the ledger (`land/`): COPY into staging tables, which have the tables' own columns and names
 * (`stage_claim` …); find which staged ids are records that are there (by external id, by an earlier match, by name); put their ids in place;
 * leave out what is as it was, or older; insert, update, delete, set by set, in the order of `land/writes.ts`.
 */
export interface ImportFormat<Row extends SourceRow = SourceRow> {
  /** As in `claimgraph import <name>`. */
  name: string;
  /** For `--help`. */
  description: string;
  /** The release that a file's path names, as far as this format can tell. */
  releaseOf?(path: string): string | undefined;
  /** For a name that stands for several forms: which of them this file is. */
  choose?(file: OpenedFile): Promise<ImportFormat>;
  read(file: OpenedFile, options: FormatOptions): AsyncIterable<Row>;
  stage(row: Row, batch: Batch, options: FormatOptions): void;
  /** A kept row, to stage it again. Formats without it cannot undo a match. */
  restage?(raw: string, line: number, header: readonly string[]): Row;
  writes: Writes;
  /** A difference of letter case or spacing is a change too; claims move to the report that is said. For forms that lose nothing. */
  exact?: boolean;
}

/** A row as a file has it. */
export interface SourceRow {
  /** The line that it begins on, from 1. */
  line: number;
  /** The row as it stood, kept with its record: a CSV's cells as a JSON array, or a line of JSON. */
  raw: string;
  /** What else decides how it is read, such as a mapping: read otherwise, the same row is another. */
  reading?: string;
}

/** A file's content: gunzipped, without byte order mark, known to be UTF-8 without NUL. Each call reads it from its start. */
export interface OpenedFile {
  /** Its name, as reports show it. */
  name: string;
  bytes(): AsyncIterable<Buffer>;
}

/** What else decides what becomes of a row. */
export interface FormatOptions {
  /** The data set's release; empty when it is not known. */
  release: string;
  /** Spellings of outlets, folded by `fold`, and the outlet that each stands for. */
  outlets: ReadonlyMap<string, KnownOutlet>;
  /** What a format alone needs, such as a mapping. */
  more?: unknown;
  /** Called by a reader that knows the names of the columns. */
  header?(columns: readonly string[]): void;
}
