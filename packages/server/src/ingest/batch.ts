import { hash } from 'node:crypto';
import type { SourceRow } from './format.ts';
import { copyLine } from './land/copy.ts';
import { own, type RecordTable, type Table, type Writes } from './land/writes.ts';
import { normalizeForComparison } from './normalize.ts';
import { type Problem, RowRefused } from './problem.ts';
import { stableId } from './stable-id.ts';

/** What a record may be found by when its key is not known yet. Its name in any form; a place also by where it is. */
export interface NameHint {
  name: string;
  kind?: string | null;
  country?: string | null;
  admin1?: string | null;
  admin2?: string | null;
  /** WGS 84, decimal degrees. */
  lat?: number | null;
  lon?: number | null;
}

/** What names a record in outside data. */
export interface SourceKey {
  system: string;
  value: string;
  /** An id in another system, which the record is to bear; else a key that only imports know. */
  external?: boolean;
  /** Where its id lies among those of its like. */
  order?: number;
  /** Left out: it is found by its key or made anew, and never by its name. */
  match?: NameHint;
}

/** Some rows of a file, staged in memory: all of a row, or nothing of it. */
export class Batch {
  readonly rows: SourceRow[] = [];
  readonly problems: (Problem & { refused: boolean })[] = [];
  /** Lines of COPY, by staging table. */
  readonly lines = new Map<string, string[]>();
  private readonly known = new Map<string, string>();
  /** Those that rows only name so far; one of a row that was refused does no harm here. */
  private readonly referred = new Map<string, string>();
  private row: SourceRow | undefined;
  private fresh: string[] = [];

  constructor(
    private readonly writes: Writes,
    private readonly exact = false,
  ) {}

  /**
   * The id that a record is staged by; the same key gives the same id. `isNew` tells whether this batch meets it for the first time: only then
   * stage its columns.
   */
  record(type: RecordTable, key: SourceKey): { id: string; isNew: boolean } {
    const name = `${type}\n${key.system}\n${key.value}`;
    const found = this.known.get(name);
    if (found) return { id: found, isNew: false };
    const id = stableId(type, key.system, key.value, key.order);
    this.remember(name, id);
    this.referred.delete(name);
    const { external = false, match, system, value } = key;
    this.line('record', own.record, {
      type,
      id,
      system,
      value,
      external,
      optional: false,
      ...match,
    });
    return { id, isNew: true };
  }

  /** The id of a record that this row only names: if there is none of that key, what names it stays empty. */
  reference(type: RecordTable, key: SourceKey): string {
    const name = `${type}\n${key.system}\n${key.value}`;
    const found = this.known.get(name) ?? this.referred.get(name);
    if (found) return found;
    const { external = false, system, value } = key;
    const id = stableId(type, system, value, key.order);
    this.referred.set(name, id);
    this.line('record', own.record, { type, id, system, value, external, optional: true });
    return id;
  }

  /** A record that says its id itself. */
  recordById(type: RecordTable, id: string): { isNew: boolean } {
    const name = `${type}\n\n${id}`;
    if (this.known.has(name)) return { isNew: false };
    this.remember(name, id);
    this.line('record', own.record, { type, id, external: false, optional: false });
    return { isNew: true };
  }

  /** Stages one row of a table, by the names of the database's columns; a column left out is null. */
  put(table: Table, columns: Readonly<Record<string, unknown>>): void {
    const write = this.writes[table];
    if (!write) throw new Error(`the format writes no ${table}`);
    this.line(table, write.columns, columns);
  }

  /** Keeps the row as it stood with a record that was read from it. */
  keepRow(type: RecordTable, id: string): void {
    const { raw, line, reading = '' } = this.row!;
    const fingerprint = hash(
      'sha256',
      reading + (this.exact ? raw : normalizeForComparison(raw)),
      'base64',
    ).slice(0, 32);
    this.line('row', own.row, { type, record_id: id, line, raw, fingerprint });
  }

  /** Notes what was mended or left out; the row comes in. */
  problem(problem: Omit<Problem, 'line'>): void {
    this.problems.push({ ...problem, line: this.row!.line, refused: false });
  }

  /** Stages a row, whole or not at all. @returns whether it was. */
  add(row: SourceRow, stage: () => void): boolean {
    const lengths = new Map([...this.lines].map(([table, lines]) => [table, lines.length]));
    const problems = this.problems.length;
    this.row = row;
    this.fresh = [];
    try {
      stage();
      this.rows.push(row);
      return true;
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      for (const [table, lines] of this.lines) lines.length = lengths.get(table) ?? 0;
      for (const name of this.fresh) this.known.delete(name);
      this.problems.length = problems;
      const { kind, column, value, message } = error;
      this.problems.push({ kind, column, value, reason: message, line: row.line, refused: true });
      return false;
    }
  }

  private remember(name: string, id: string): void {
    this.known.set(name, id);
    this.fresh.push(name);
  }

  private line(
    table: string,
    columns: readonly string[],
    row: Readonly<Record<string, unknown>>,
  ): void {
    const lines = this.lines.get(table) ?? [];
    lines.push(copyLine(columns, row));
    this.lines.set(table, lines);
  }
}
