import { createHash } from 'node:crypto';
import {
  isGroup,
  type LineForm,
  type LineMember,
  type ListForm,
  type RowForm,
} from '../../export/line-forms.ts';
import type { Batch } from '../batch.ts';
import { type RecordTable, recordTables, type Table } from '../land/writes.ts';
import { RowRefused } from '../problem.ts';
import { valueFor } from './value.ts';
import { placeOf } from './writes.ts';

type Row = Record<string, unknown>;

/** Stages a line as the rows that it was written from. @throws RowRefused naming the key, `names.0.text`. */
export function stageLine(form: LineForm, { type: _, ...line }: Row, batch: Batch): void {
  const row = rowOf(form, line, []);
  if ((recordTables as readonly string[]).includes(form.table))
    batch.recordById(form.table as RecordTable, row.id as string);
  batch.put(form.table as Table, { ...row, ...derived(form.table, line) });
  stageLists(form, line, row, [], batch);
}

function stageLists(
  form: RowForm,
  given: Row,
  owner: Row,
  path: readonly string[],
  batch: Batch,
): void {
  for (const list of form.lists) {
    const items = given[list.key] ?? [];
    const at = [...path, list.key];
    if (!Array.isArray(items)) throw refused('WRONG_TYPE', at, items, 'This is a list.');
    for (const [i, item] of items.entries()) {
      const here = [...at, String(i)];
      const value = list.isScalar
        ? { [(list.members[0] as LineMember).key]: item }
        : object(item, here);
      const row = { ...rowOf(list, value, here), ...placed(list, i, owner) };
      batch.put(list.table as Table, { ...row, ...derived(list.table, value) });
      stageLists(list, value, row, here, batch);
    }
  }
}

/** Whose row it is, and where in the list. */
const placed = (list: ListForm, position: number, owner: Row): Row => ({
  ...Object.fromEntries(list.ownerColumns.map(({ column, to }) => [column, owner[to]])),
  ...Object.fromEntries(placeOf(list).map((column) => [column, position])),
});

/** The columns of a row, by their names in the database. */
function rowOf(form: RowForm, given: Row, path: readonly string[]): Row {
  const known = new Set([
    ...form.members.map(({ key }) => key),
    ...form.lists.map(({ key }) => key),
  ]);
  const row: Row = {};
  fill(form.members, given, path, known, row);
  return row;
}

function fill(
  members: readonly LineMember[],
  given: Row,
  path: readonly string[],
  known: ReadonlySet<string>,
  row: Row,
): void {
  for (const key of Object.keys(given))
    if (!known.has(key))
      throw refused(
        'UNKNOWN_KEY',
        [...path, key],
        given[key],
        'There is no such key here. Is the file of a later version?',
      );
  for (const member of members) {
    const value = given[member.key] ?? null;
    const at = [...path, member.key];
    if (!isGroup(member)) row[member.column] = valueFor(member, value, at);
    else if (value !== null)
      fill(member.values, object(value, at), at, new Set(member.values.map(({ key }) => key)), row);
  }
}

function object(value: unknown, path: readonly string[]): Row {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Row;
  throw refused('WRONG_TYPE', path, value, 'This is a JSON object.');
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** What follows from the rest of a line. */
function derived(table: string, given: Row): Row {
  if (table === 'report')
    return {
      body_sha256:
        typeof given.body === 'string'
          ? createHash('sha256').update(given.body).digest('hex')
          : null,
    };
  // It was read by another ledger's run.
  if (table === 'import_row') return { run_id: nobody };
  if (!['source', 'faction', 'location'].includes(table)) return {};
  const names = given.names as { kind?: string; text?: string }[] | undefined;
  if (!Array.isArray(names) || names.length === 0)
    throw refused('MISSING', ['names'], null, 'It needs a name.');
  return { name: (names.find((name) => name?.kind === 'PRIMARY') ?? names[0])?.text };
}

export const refused = (
  kind: string,
  path: readonly string[],
  value: unknown,
  reason: string,
): RowRefused =>
  new RowRefused(
    kind,
    path.join('.'),
    value === undefined || value === null ? null : JSON.stringify(value).slice(0, 200),
    reason,
  );
