import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { recordedEntities } from '../../domains.ts';
import { qualifiedName } from '../../history/new-rows.ts';
import { onlyLookUps } from './statement-triggers.ts';

/** The columns that a write sets. The database fills in the others. */
const writtenColumns = ({ columns }: EntityMetadata): ColumnMetadata[] =>
  columns.filter(({ isInsert, generatedType }) => isInsert && !generatedType);

/** The tables of the ledger's contents, each after those that its rows refer to. */
function sortByReferences(database: DataSource): EntityMetadata[] {
  const sorted = new Set<EntityMetadata>();
  const place = (entity: EntityMetadata, before: readonly EntityMetadata[]): void => {
    if (sorted.has(entity) || before.includes(entity)) return;
    for (const { foreignKeys, inverseEntityMetadata } of entity.relations)
      if (foreignKeys.length > 0) place(inverseEntityMetadata, [...before, entity]);
    sorted.add(entity);
  };
  for (const entity of recordedEntities) place(database.getMetadata(entity), []);
  return [...sorted];
}

const insertInto = (entity: EntityMetadata): string => {
  const columns = writtenColumns(entity);
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const values = columns.map((column) => {
    const value = `r."${column.databaseName}"`;
    const standard = column.default === undefined ? undefined : defaultOf(column);
    return standard === undefined ? value : `coalesce(${value}, ${standard})`;
  });
  const table = qualifiedName(entity);
  return `
  if rows ? '${entity.tableName}' then
    insert into ${table} (${names})
    select ${values.join(', ')}
    from jsonb_populate_recordset(null::${table}, rows -> '${entity.tableName}') r;
  end if;`;
};

const defaultOf = ({ default: value }: ColumnMetadata): string =>
  typeof value === 'function' ? value() : typeof value === 'string' ? `'${value}'` : String(value);

/**
 * `insert_rows` inserts new rows, given by table as JSON, with one statement for each table. A
 * value that is left out is the column's default, or null. The settings also apply to the checks of
 * foreign keys, whose plans are cached.
 */
export const insertRowsFunction = (database: DataSource): string => `
create or replace function insert_rows(rows jsonb) returns void language plpgsql
${onlyLookUps} as $$
begin${sortByReferences(database).map(insertInto).join('')}
end $$;
`;
