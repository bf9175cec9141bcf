import { hash } from 'node:crypto';
import type { RecordTable } from '../values/record-types.ts';
import type { SourceRow } from './format.ts';
import { copyLine } from './land/copy.ts';
import { stagingColumns, type TableWrites, type WritableTable } from './land/table-writes.ts';
import { normalizeForComparison } from './normalize.ts';
import { type Problem, type RowIssue, RowRefused } from './problem.ts';
import { stableId } from './stable-id.ts';

/** What an existing record is matched by when its key is unknown: a name, for places also where. */
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

/** What identifies a record in outside data. */
export interface SourceKey {
  system: string;
  value: string;
  /** Whether the key becomes an external id of the record. If not, only imports know it. */
  external?: boolean;
  /** Sorts the ids of new records, see {@link stableId}. */
  order?: number;
  /** How to match the record by name. Left out: it is matched by its key only. */
  match?: NameHint;
}

/** Some rows of a file, staged in memory. A row is staged completely or not at all. */
export class Batch {
  readonly rows: SourceRow[] = [];
  readonly problems: Problem[] = [];
  /** Lines of COPY, by staging table without its prefix. */
  readonly copyLines = new Map<string, string[]>();
  /** Ids of staged records, by type and key. */
  private readonly recordIds = new Map<string, string>();
  /** Ids of records that rows only refer to. They stay when a row is refused, which is harmless. */
  private readonly referenceIds = new Map<string, string>();
  private row: SourceRow | undefined;
  private newRecordNames: string[] = [];

  constructor(
    private readonly writes: TableWrites,
    private readonly exact = false,
  ) {}

  /**
   * The id that a record is staged by. The same key always gives the same id. `isNew` says whether
   * this is the first time in this batch: only then stage the columns of the record.
   */
  record(type: RecordTable, key: SourceKey): { id: string; isNew: boolean } {
    const name = `${type}\n${key.system}\n${key.value}`;
    const stagedId = this.recordIds.get(name);
    if (stagedId) return { id: stagedId, isNew: false };
    const id = stableId(type, key.system, key.value, key.order);
    this.addRecordId(name, id);
    this.referenceIds.delete(name);
    const { external = false, match, system, value } = key;
    const line = this.row?.line;
    const record = { type, id, system, value, external, optional: false, line, ...match };
    this.addLine('record', stagingColumns.record, record);
    return { id, isNew: true };
  }

  /**
   * The id of a record that this row only refers to. If no record has this key, the column that
   * refers to it becomes null.
   */
  reference(type: RecordTable, key: SourceKey): string {
    const name = `${type}\n${key.system}\n${key.value}`;
    const stagedId = this.recordIds.get(name) ?? this.referenceIds.get(name);
    if (stagedId) return stagedId;
    const { external = false, system, value } = key;
    const id = stableId(type, system, value, key.order);
    this.referenceIds.set(name, id);
    const record = { type, id, system, value, external, optional: true };
    this.addLine('record', stagingColumns.record, record);
    return id;
  }

  /** Stages a record whose id is in the file. */
  recordById(type: RecordTable, id: string): { isNew: boolean } {
    const name = `${type}\n\n${id}`;
    if (this.recordIds.has(name)) return { isNew: false };
    this.addRecordId(name, id);
    const record = { type, id, external: false, optional: false, line: this.row?.line };
    this.addLine('record', stagingColumns.record, record);
    return { isNew: true };
  }

  /** Stages one row of a table. Keys are names of database columns; a missing column is null. */
  put(table: WritableTable, columns: Readonly<Record<string, unknown>>): void {
    const write = this.writes[table];
    if (!write) throw new Error(`the format does not write ${table}`);
    this.addLine(table, write.columns, columns);
  }

  /** Stores the original row with a record that was read from it. */
  storeOriginalRow(type: RecordTable, id: string): void {
    const { raw, line, readBy = '' } = this.currentRow();
    const content = readBy + (this.exact ? raw : normalizeForComparison(raw));
    const fingerprint = hash('sha256', content, 'base64').slice(0, 32);
    this.addLine('row', stagingColumns.row, { type, record_id: id, line, raw, fingerprint });
  }

  /** Reports something that was corrected or left out. The row is still imported. */
  addProblem({ kind, column, value, reason }: RowIssue): void {
    const { line } = this.currentRow();
    this.problems.push({ kind, line, column, value, reason, refused: false });
  }

  /**
   * Stages a row by calling `stage`. If that throws {@link RowRefused}, everything that it staged
   * is removed again and the refusal is added to the problems.
   */
  stageRow(row: SourceRow, stage: () => void): void {
    const lengths = new Map([...this.copyLines].map(([table, lines]) => [table, lines.length]));
    const problemCount = this.problems.length;
    this.row = row;
    this.newRecordNames = [];
    try {
      stage();
      this.rows.push(row);
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      for (const [table, lines] of this.copyLines) lines.length = lengths.get(table) ?? 0;
      for (const name of this.newRecordNames) this.recordIds.delete(name);
      this.problems.length = problemCount;
      const { kind, column, value, message: reason } = error;
      this.problems.push({ kind, line: row.line, column, value, reason, refused: true });
    }
  }

  private currentRow(): SourceRow {
    if (!this.row) throw new Error('rows are staged within stageRow()');
    return this.row;
  }

  private addRecordId(name: string, id: string): void {
    this.recordIds.set(name, id);
    this.newRecordNames.push(name);
  }

  private addLine(
    table: string,
    columns: readonly string[],
    row: Readonly<Record<string, unknown>>,
  ): void {
    const lines = this.copyLines.get(table) ?? [];
    lines.push(copyLine(columns, row));
    this.copyLines.set(table, lines);
  }
}
