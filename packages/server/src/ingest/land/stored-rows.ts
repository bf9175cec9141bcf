import { changeConditions, isMissing, sameKey } from './apply-rows.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

/**
 * SQL that selects the rows of a staged table as the ledger will have them: a column that is not
 * updated has its present value. A column that the format does not stage is null in new rows.
 * `source_row` is the position of their row in the batch. Some new rows are not inserted, see
 * {@link isWritten}. `mayExist`: whether staged rows may already be in the ledger. If not, it is
 * not searched.
 */
export function storedRows(
  table: StagedTable,
  columns: readonly string[],
  exact: boolean,
  mayExist: boolean,
): string {
  const changes = changeConditions(table, exact);
  const isNew = `t.${quoteIdentifier(table.key[0] ?? '')} is null`;
  const values = columns.map((column) => {
    const name = quoteIdentifier(column);
    if (!table.columns.has(column)) return `t.${name}`;
    if (table.key.includes(column)) return `s.${name}`;
    const isWritten = [isNew, ...(changes.has(column) ? [changes.get(column)] : [])].join(' or ');
    return `case when ${isWritten} then s.${name} else t.${name} end as ${name}`;
  });
  return `
    select s.source_row, ${isNew} as is_new, ${values.join(', ')}
    from stage_${table.table} s
    left join ${table.table} t on ${mayExist ? sameKey(table) : 'false'}`;
}

/** The condition that such a row `s` is written. It may be slow: ask it only of faulty rows. */
export const isWritten = (table: StagedTable): string => `(not s.is_new or ${isMissing(table)})`;
