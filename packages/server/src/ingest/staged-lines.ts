import { copyLine, readCopyLine } from './land/copy.ts';

type Columns = readonly string[];

/** The staged rows of tables, as lines of COPY, by staging table without its prefix. */
export class StagedLines {
  private readonly lines = new Map<string, string[]>();
  /** For each line the position of the row of the file that staged it, see `Batch.rows`. */
  private readonly positions = new Map<string, number[]>();

  /** The tables that have lines. */
  get tables(): string[] {
    return [...this.lines.keys()];
  }

  /** The lines of a table. */
  of(table: string): readonly string[] {
    return this.lines.get(table) ?? [];
  }

  /** Adds a line, and returns its place among those of its table. */
  add(
    table: string,
    columns: Columns,
    row: Readonly<Record<string, unknown>>,
    position: number,
  ): number {
    listOf(this.positions, table).push(position);
    return listOf(this.lines, table).push(copyLine(columns, row)) - 1;
  }

  /** Replaces a line. */
  replace(table: string, place: number, columns: Columns, row: Readonly<Record<string, unknown>>) {
    listOf(this.lines, table)[place] = copyLine(columns, row);
  }

  /** The rows of a table, by column. */
  rowsOf(table: string, columns: Columns) {
    return this.of(table).map((line) => readCopyLine(columns, line));
  }

  /** The lines of a table with one more cell: the position of the row that staged each. */
  withPositions(table: string): string[] {
    const positions = this.positions.get(table) ?? [];
    return this.of(table).map((line, i) => `${line.slice(0, -1)}\t${positions[i] ?? ''}\n`);
  }

  /** Returns what removes all lines that are added from now on. */
  mark(): () => void {
    const lengths = new Map([...this.lines].map(([table, lines]) => [table, lines.length]));
    return () => {
      for (const lists of [this.lines, this.positions])
        for (const [table, list] of lists) list.length = lengths.get(table) ?? 0;
    };
  }
}

/** The list of a table; an empty one is added if there is none. */
function listOf<T>(lists: Map<string, T[]>, table: string): T[] {
  const list = lists.get(table) ?? [];
  lists.set(table, list);
  return list;
}
