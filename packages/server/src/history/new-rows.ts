import type { EntityMetadata } from 'typeorm';

/** The name of a table and of its row type. PostgreSQL has another type that is called name. */
export const qualifiedName = ({ tableName }: EntityMetadata): string => `public."${tableName}"`;

/**
 * The rows of new records within a write. They wait until the write sends its next statement or
 * ends, and are then inserted together by `insert_rows`, in an order in which each finds what it
 * refers to.
 */
export class NewRows {
  private byTable = new Map<string, object[]>();
  /** The keys of records that this write creates. */
  private readonly keys = new Set<unknown>();

  /** Adds rows of a table: values by the names of its columns. */
  add(table: string, rows: readonly { id?: unknown }[]): void {
    if (rows.length === 0) return;
    for (const { id } of rows) if (id !== undefined) this.keys.add(id);
    this.byTable.set(table, [...(this.byTable.get(table) ?? []), ...rows]);
  }

  /** Whether this write creates the record with this key, so that no other row refers to it yet. */
  isNew(key: unknown): boolean {
    return this.keys.has(key);
  }

  /** The waiting rows as JSON, which then wait no more. Undefined: there are none. */
  take(): string | undefined {
    if (this.byTable.size === 0) return undefined;
    const json = JSON.stringify(Object.fromEntries(this.byTable));
    this.byTable = new Map();
    return json;
  }
}
