import pg from 'pg';
import { bindValues, isPrepared, makeRoom, type Wire, type WireStatement, wireOf } from './wire.ts';

/** A row by the names of its columns. */
export type GroupRow = Record<string, unknown>;

/**
 * Statements that are sent together. PostgreSQL runs one after the other, and none after one that
 * fails. Sent one by one, each would wait for the answer to the one before.
 */
export class StatementGroup implements pg.Submittable {
  /** Set by `pg`. */
  declare callback: (error: Error | null, results?: GroupRow[][]) => void;
  private readonly results: GroupRow[][];
  private fields: readonly pg.FieldDef[] = [];
  /** How many statements are done. */
  private position = 0;
  /** The statements that this group prepares, by their position. */
  private readonly prepared = new Map<number, WireStatement & { name: string }>();

  constructor(private readonly statements: readonly WireStatement[]) {
    this.results = statements.map(() => []);
  }

  /** The statements as one text, for those who watch what a client sends. */
  get text(): string {
    return this.statements.map(({ text }) => text).join('; ');
  }

  /** Sends the statements to the database of a client, and returns the rows of each. */
  static run(client: pg.ClientBase, statements: readonly WireStatement[]): Promise<GroupRow[][]> {
    const group = new StatementGroup(statements);
    return new Promise((resolve, reject) => {
      group.callback = (error, results = []) => (error ? reject(error) : resolve(results));
      client.query(group);
    });
  }

  /** Returns why it cannot be sent: `pg` then fails the group with this error. */
  submit(client: pg.Connection): Error | undefined {
    const connection = wireOf(client);
    connection.stream.cork();
    try {
      this.write(connection);
    } catch (error) {
      // Half a group was written, which nothing can take back.
      connection.stream.uncork();
      connection.stream.destroy();
      return error as Error;
    }
    connection.stream.uncork();
    return undefined;
  }

  private write(connection: Wire): void {
    this.prepareNames(connection);
    for (const [i, statement] of this.statements.entries()) {
      const { name = '', text } = statement;
      if (!name || this.prepared.has(i)) connection.parse({ name, text });
      bindValues(connection, statement);
      connection.describe({ type: 'P', name: '' });
      connection.execute(null);
    }
    connection.sync();
  }

  /**
   * Notes which statements are to be prepared. They are closed first: if a group fails, it is not
   * known whether PostgreSQL has prepared the statement that failed.
   */
  private prepareNames(connection: Wire): void {
    const names = new Set(this.statements.map(({ name = '' }) => name));
    for (const [i, statement] of this.statements.entries()) {
      const { name, text } = statement;
      if (!name || isPrepared(connection, name)) continue;
      makeRoom(connection, names);
      connection.close({ type: 'S', name });
      connection.submittedNamedStatements[name] = text;
      this.prepared.set(i, { ...statement, name });
    }
  }

  handleRowDescription({ fields }: { fields: readonly pg.FieldDef[] }): void {
    this.fields = fields;
  }

  handleDataRow({ fields: values }: { fields: readonly (string | null)[] }): void {
    const row: GroupRow = {};
    for (const [i, { name, dataTypeID }] of this.fields.entries()) {
      const value = values[i];
      row[name] = value == null ? null : pg.types.getTypeParser(dataTypeID, 'text')(value);
    }
    this.results[this.position]?.push(row);
  }

  handleCommandComplete(): void {
    this.position += 1;
  }

  handleReadyForQuery(connection: pg.Connection): void {
    this.notePrepared(connection);
    this.callback(null, this.results);
  }

  handleError(error: Error, connection: pg.Connection): void {
    this.notePrepared(connection);
    this.callback(error);
  }

  private notePrepared(connection: pg.Connection): void {
    const { parsedStatements, submittedNamedStatements } = wireOf(connection);
    for (const [i, { name, text }] of this.prepared) {
      delete submittedNamedStatements[name];
      if (i < this.position) parsedStatements[name] = text;
    }
  }
}
