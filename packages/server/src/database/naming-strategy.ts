import { DefaultNamingStrategy, type Table } from 'typeorm';
import { snake } from '../values/snake.ts';

const tableName = (table: Table | string): string =>
  (typeof table === 'string' ? table : table.name).replace(/^.*\./, '');
const constraintName = (table: Table | string, columns: string[], kind: string): string =>
  `${tableName(table)}_${columns.join('_')}_${kind}`;

/**
 * Names in the database are in snake case. Constraints are named after their columns, so that an
 * error message can name the field.
 */
export class NamingStrategy extends DefaultNamingStrategy {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }

  override columnName(
    property: string,
    customName: string | undefined,
    prefixes: string[],
  ): string {
    return [...prefixes, customName ?? property].map(snake).join('_');
  }

  override joinColumnName(relation: string, referenced: string): string {
    return snake(`${relation}_${referenced}`);
  }

  override primaryKeyName(table: Table | string): string {
    return `${tableName(table)}_pkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return constraintName(table, columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return constraintName(table, columns, 'fkey');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return constraintName(table, columns, 'idx');
  }
}
