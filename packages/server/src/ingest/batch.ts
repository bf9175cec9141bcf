import { hash } from 'node:crypto';
import type { FactionKind } from '../factions/faction.enums.ts';
import { normalizeForComparison } from '../values/normalize.ts';
import type { RecordTable } from '../values/record-types.ts';
import {
  type BatchOptions,
  keyName,
  type PlacedRow,
  type RowSubject,
  type SourceKey,
  type StagedHierarchy,
  storedKey,
} from './batch-types.ts';
import type { SourceRow } from './format.ts';
import { stagingColumns, type TableWrites, type WritableTable } from './land/table-writes.ts';
import { type Problem, type RowIssue, RowRefused, repeatedId } from './problem.ts';
import { excerpt, type TableColumns, writtenIn } from './read/cells.ts';
import { stableId } from './stable-id.ts';
import { StagedLines } from './staged-lines.ts';

/** Some rows of a file, staged in memory. A row is staged completely or not at all. */
export class Batch {
  readonly rows: SourceRow[] = [];
  readonly problems: Problem[] = [];
  /** What the rows are about. In a file, two rows are never about one record. */
  readonly subjects = new Map<string, RowSubject>();
  readonly lines = new StagedLines();
  /** Factions of this batch, by staged id: a later row may say more of them. */
  readonly factions = new Map<string, { row: PlacedRow; columns: { kind: FactionKind } }>();
  /** Rows of this batch about countries, by code: a row of its own says more of a country. */
  readonly countries = new Map<string, PlacedRow>();
  /** Rows about areas that units name around them, by P-code: their own rows replace them. */
  readonly areas = new Map<string, PlacedRow>();
  /** Ids of staged records, by type and key. */
  private readonly recordIds = new Map<string, string>();
  /** Ids of records that rows only refer to. They stay when a row is refused, which is harmless. */
  private readonly referenceIds = new Map<string, string>();
  private row: SourceRow | undefined;
  /** How many issues of its reader the row has reported already. */
  private reportedIssues = 0;
  private newRecordNames: string[] = [];

  constructor(
    private readonly writes: TableWrites,
    private readonly options: BatchOptions,
  ) {}

  /**
   * The id that a record is staged by. The same key always gives the same id. `isNew` says whether
   * this is the first time in this batch: only then stage the columns of the record.
   */
  record(type: RecordTable, key: SourceKey): { id: string; isNew: boolean } {
    const name = keyName(type, key);
    const stagedId = this.recordIds.get(name);
    if (stagedId) return { id: stagedId, isNew: false };
    const id =
      this.options.stagedIds?.get(name) ?? this.deriveId(type, key.system, key.value, key.order);
    this.addRecordId(name, id);
    this.referenceIds.delete(name);
    const { external = false, match, system } = key;
    const line = this.row?.line;
    const value = storedKey(key.value);
    const record = { type, id, system, value, external, optional: false, line, ...match };
    this.addLine('record', stagingColumns.record, record);
    return { id, isNew: true };
  }

  /**
   * Notes which record the row is about, by its staged id.
   *
   * @throws RowRefused if an earlier row is about it, too.
   */
  noteSubject(id: string, column: string, value: string): void {
    if (this.subjects.has(id)) throw repeatedId(column, value);
    this.subjects.set(id, { id, position: this.rows.length, column, value });
  }

  /**
   * The id of a record that this row only refers to. If no record has this key, the column that
   * refers to it becomes null.
   */
  reference(type: RecordTable, key: SourceKey): string {
    const name = keyName(type, key);
    const stagedId = this.recordIds.get(name) ?? this.referenceIds.get(name);
    if (stagedId) return stagedId;
    const { external = false, system } = key;
    const id = this.deriveId(type, system, key.value, key.order);
    this.referenceIds.set(name, id);
    const record = { type, id, system, value: storedKey(key.value), external, optional: true };
    this.addLine('record', stagingColumns.record, record);
    return id;
  }

  /** A key of the database that follows from these, and that nobody else can derive. */
  deriveId(type: string, system: string, value: string, order?: number): string {
    return stableId(this.options.idKey, type, system, value, order);
  }

  /** Whether a row staged the record of this key, not only a reference to it. */
  hasRecord(type: RecordTable, { system, value }: Pick<SourceKey, 'system' | 'value'>): boolean {
    return this.recordIds.has(keyName(type, { system, value }));
  }

  /** The ids of the staged rows of a table that belong to a staged record. */
  idsOfStaged(table: 'name', type: RecordTable, recordId: string): string[] {
    return this.rowsOfStaged(table, type, recordId).map(({ id = '' }) => id);
  }

  /** The external ids that are staged for a record, in addition to its key. */
  externalIdsOf(type: RecordTable, recordId: string): { system: string; value: string }[] {
    return this.rowsOfStaged('external_id', type, recordId).map(({ system = '', value = '' }) => ({
      system,
      value,
    }));
  }

  private rowsOfStaged(table: WritableTable, type: RecordTable, recordId: string) {
    const columns = this.writes[table]?.columns ?? [];
    return this.lines.rowsOf(table, columns).filter((row) => row[`${type}_id`] === recordId);
  }

  /**
   * Stages a record whose id is in the file. If its line is redacted, a record that exists already
   * stays as it is.
   */
  recordById(type: RecordTable, id: string, redacted = false): { isNew: boolean } {
    const name = `${type}\n\n${id}`;
    if (this.recordIds.has(name)) return { isNew: false };
    this.addRecordId(name, id);
    const line = this.row?.line;
    const record = { type, id, external: false, optional: false, redacted, line };
    this.addLine('record', stagingColumns.record, record);
    return { isNew: true };
  }

  /** Stages one row of a table. Keys are names of database columns; a missing column is null. */
  put(table: WritableTable, columns: Readonly<Record<string, unknown>>): PlacedRow {
    const write = this.writes[table];
    if (!write) throw new Error(`the format does not write ${table}`);
    return { table, position: this.addLine(table, write.columns, columns) };
  }

  /** Stages other columns in place of a row, once a later row of the file says more of it. */
  replace({ table, position }: PlacedRow, columns: Readonly<Record<string, unknown>>): void {
    this.lines.replace(table, position, this.writes[table]?.columns ?? [], columns);
  }

  /** Stages what the area around a unit is found by. */
  putHierarchy(unit: StagedHierarchy): void {
    this.addLine('hierarchy', stagingColumns.hierarchy, { ...unit });
  }

  /**
   * Stores the original row with a record that was read from it.
   *
   * @param reading The version of the format's reading. If it changes, a re-import reads rows again
   * that are the same as before.
   */
  storeOriginalRow(type: RecordTable, id: string, reading = ''): void {
    const { raw, line, readBy = '' } = this.currentRow();
    const content = reading + readBy + (this.options.exact ? raw : normalizeForComparison(raw));
    const fingerprint = hash('sha256', content, 'base64').slice(0, 32);
    this.addLine('row', stagingColumns.row, { type, record_id: id, line, raw, fingerprint });
  }

  /** Reports something that was corrected or left out. The row is still imported. */
  addProblem({ kind, column, value, reason }: RowIssue): void {
    const { line } = this.currentRow();
    this.problems.push({ kind, line, column, value, reason, refused: false });
  }

  /** What the reader of the current row corrected or left out. Each issue is returned once. */
  takeReaderIssues(): readonly RowIssue[] {
    const issues = this.row?.issues?.slice(this.reportedIssues) ?? [];
    this.reportedIssues += issues.length;
    return issues;
  }

  /**
   * Stages a row by calling `stage`. If that throws {@link RowRefused}, everything that it staged
   * is removed again and the refusal is added to the problems.
   */
  stageRow(row: SourceRow, stage: () => void): void {
    const removeLines = this.lines.mark();
    this.problems.push(...(row.passedOver ?? []));
    const problemCount = this.problems.length;
    this.row = row;
    this.reportedIssues = 0;
    this.newRecordNames = [];
    try {
      stage();
      for (const issue of this.takeReaderIssues()) this.addProblem(issue);
      this.rows.push(row);
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      removeLines();
      for (const name of this.newRecordNames) this.recordIds.delete(name);
      for (const { id, position } of this.subjects.values())
        if (position === this.rows.length) this.subjects.delete(id);
      this.problems.length = problemCount;
      const { kind, column, message: reason } = error;
      const value = error.value ?? (column === null ? null : valueIn(row, column));
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
  ): number {
    return this.lines.add(table, columns, row, this.rows.length);
  }
}

/** What a row of a table has in a column: a mark for nothing, where a format has found nothing. */
function valueIn(row: SourceRow & Partial<TableColumns>, column: string): string | null {
  const { cells, columns } = row;
  return cells && columns ? excerpt(writtenIn({ cells, columns }, column).trim()) : null;
}
