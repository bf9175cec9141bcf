import {
  columnNameOf,
  isGroup,
  type LineMember,
  type ListForm,
  lineForms,
  type RowForm,
} from '../../export/line-forms.ts';
import { computedProperties } from '../../values/computed.ts';
import {
  type ExistingPolicy,
  type TableWrite,
  type TableWrites,
  type WritableTable,
  writableTables,
} from '../land/table-writes.ts';

/** Columns that are not in a line because they follow from the rest of it. */
const derivedColumns: Readonly<Record<string, readonly string[]>> = {
  source: ['name', 'redacted'],
  faction: ['name'],
  location: ['name'],
  import_row: ['run_id'],
};

const columnsOf = (members: readonly LineMember[]): string[] =>
  members.flatMap((member) => (isGroup(member) ? columnsOf(member.values) : [member.column]));

/**
 * Lists are replaced, except for these. Relations are not one list whose end is known, and a match
 * of this ledger is decided here, so that rows are only added.
 */
const otherPolicies: Readonly<Record<string, ExistingPolicy>> = {
  location_overlap: 'add',
  relation_claim: 'add',
  affiliation_claim: 'add',
  import_match: 'add',
  import_row: 'update',
};

/** The column with the position of a row in its list. Empty: the list has no order. */
export const positionColumns = ({ entity }: ListForm): string[] =>
  entity.columns.some(({ databaseName }) => databaseName === 'position') ? ['position'] : [];

/** The columns of a form that are computed from its texts. */
const computedColumnNames = ({ entity }: RowForm): string[] =>
  computedProperties(entity.target as Function).map((property) => columnNameOf(entity, property));

/** The table of a form. @throws Error if no import writes it. */
export function tableOfForm({ table }: RowForm): WritableTable {
  const writable = writableTables.find((each) => each.table === table);
  if (!writable) throw new Error(`land/table-writes.ts does not list ${table}`);
  return writable.table;
}

/** What lines write, derived from the same forms that the export writes them by. */
export function jsonlWrites(): TableWrites {
  const writes = new Map<WritableTable, TableWrite>();
  const addForm = (form: RowForm, existing: ExistingPolicy, ownerColumns: readonly string[]) => {
    const table = tableOfForm(form);
    const columns = new Set([
      ...(writes.get(table)?.columns ?? []),
      ...columnsOf(form.members),
      ...ownerColumns,
      ...(derivedColumns[table] ?? []),
      ...computedColumnNames(form),
    ]);
    writes.set(table, { columns: [...columns], existing: otherPolicies[table] ?? existing });
    for (const list of form.lists)
      addForm(list, 'replace', [
        ...list.ownerColumns.map(({ column }) => column),
        ...positionColumns(list),
      ]);
  };
  for (const form of lineForms()) addForm(form, 'update', []);
  writes.set('redacted_record', { columns: ['record_id'], existing: 'replace' });
  return Object.fromEntries(writes);
}
