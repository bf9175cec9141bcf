import {
  isGroup,
  type LineMember,
  type ListForm,
  lineForms,
  type RowForm,
} from '../../export/line-forms.ts';
import type { Existing, Table, Write, Writes } from '../land/writes.ts';

/** Columns of a table that stand in no line, since they follow from it. */
const derivedColumns: Readonly<Record<string, readonly string[]>> = {
  report: ['body_sha256'],
  source: ['name'],
  faction: ['name'],
  location: ['name'],
  import_row: ['run_id'],
};

const columnsOf = (members: readonly LineMember[]): string[] =>
  members.flatMap((member) => (isGroup(member) ? columnsOf(member.values) : [member.column]));

/** Lists become as the line has them. Ties have no list that is known to be whole, and what an import took for what stays as it is decided here. */
const kept: Readonly<Record<string, Existing>> = {
  location_overlap: 'add',
  relation_claim: 'add',
  affiliation_claim: 'add',
  import_match: 'add',
  import_row: 'update',
};

/** The column that says where in its list a row stands, if the list has one. */
export const placeOf = ({ entity }: ListForm): string[] =>
  entity.columns.some(({ databaseName }) => databaseName === 'position') ? ['position'] : [];

/** What the lines of the ledger's own form write, read from the same forms that an export writes them by. */
export const writes: Writes = (() => {
  const found = new Map<string, { columns: Set<string>; existing: Existing }>();
  const note = (form: RowForm, existing: Existing, more: readonly string[]) => {
    const { columns } = found.get(form.table) ?? { columns: new Set<string>() };
    for (const column of [
      ...columnsOf(form.members),
      ...more,
      ...(derivedColumns[form.table] ?? []),
    ])
      columns.add(column);
    found.set(form.table, { columns, existing: kept[form.table] ?? existing });
    for (const list of form.lists)
      note(list, 'replace', [...list.ownerColumns.map(({ column }) => column), ...placeOf(list)]);
  };
  for (const form of lineForms) note(form, 'update', []);
  return Object.fromEntries(
    [...found].map(([table, { columns, existing }]): [Table, Write] => [
      table as Table,
      { columns: [...columns], existing },
    ]),
  );
})();
