import {
  columnNameOf,
  isGroup,
  type LineForm,
  type LineMember,
  type ListForm,
  type RowForm,
} from '../../export/line-forms.ts';
import { computedValues } from '../../values/computed.ts';
import { isRecordTable } from '../../values/record-types.ts';
import type { Batch } from '../batch.ts';
import { positionColumns, tableOfForm } from './table-writes.ts';
import { refusalOf, valueFor } from './value.ts';

type JsonObject = Record<string, unknown>;
type Row = Record<string, unknown>;

/** Stages the rows that a line was written from. @throws RowRefused with the key. */
export function stageLine(
  form: LineForm,
  { type: _, redacted, ...line }: JsonObject,
  batch: Batch,
): void {
  if (redacted !== undefined && redacted !== true)
    throw refusalOf('WRONG_TYPE', ['redacted'], redacted, 'This must be true, or left out.');
  const isRedacted = redacted === true;
  const row = rowOf(form, line, []);
  const table = tableOfForm(form);
  if (typeof row.id === 'string') batch.noteSubject(row.id, 'id', String(line.id));
  if (isRecordTable(table)) {
    batch.recordById(table, String(row.id), isRedacted);
    if (isRedacted) batch.put('redacted_record', { record_id: row.id });
  }
  batch.put(table, {
    ...row,
    ...derivedValues(form, table, line),
    ...(table === 'source' && { redacted: isRedacted && withholdsIdentity(line) }),
  });
  stageLists(form, line, row, [], batch);
}

/** A public source keeps its name where something else of its line is withheld. */
const withholdsIdentity = ({ protection }: JsonObject): boolean => protection !== 'PUBLIC';

function stageLists(
  form: RowForm,
  object: JsonObject,
  owner: Row,
  path: readonly string[],
  batch: Batch,
): void {
  for (const list of form.lists) {
    const items = object[list.key] ?? [];
    const listPath = [...path, list.key];
    if (!Array.isArray(items))
      throw refusalOf('WRONG_TYPE', listPath, items, 'This must be a list.');
    for (const [i, item] of items.entries()) {
      const itemPath = [...listPath, String(i)];
      const value = itemObject(list, item, itemPath);
      const row = { ...rowOf(list, value, itemPath), ...ownerValues(list, i, owner) };
      const table = tableOfForm(list);
      batch.put(table, { ...row, ...derivedValues(list, table, value) });
      stageLists(list, value, row, itemPath, batch);
    }
  }
}

/** An item of a list as an object. A list may consist of single values. */
function itemObject(list: ListForm, item: unknown, path: readonly string[]): JsonObject {
  const [member] = list.members;
  return list.isScalar && member ? { [member.key]: item } : assertObject(item, path);
}

/** The columns that say which record a row of a list belongs to, and its position. */
const ownerValues = (list: ListForm, position: number, owner: Row): Row => ({
  ...Object.fromEntries(list.ownerColumns.map(({ column, to }) => [column, owner[to]])),
  ...Object.fromEntries(positionColumns(list).map((column) => [column, position])),
});

/** The columns of a row, by their names in the database. */
function rowOf(form: RowForm, object: JsonObject, path: readonly string[]): Row {
  const row: Row = {};
  readMembers(form.members, object, path, form.lists, row);
  return row;
}

/** Reads the members of an object into the columns of `row`. */
function readMembers(
  members: readonly LineMember[],
  object: JsonObject,
  path: readonly string[],
  lists: readonly ListForm[],
  row: Row,
): void {
  const keys = new Set([...members, ...lists].map(({ key }) => key));
  for (const key of Object.keys(object))
    if (!keys.has(key))
      throw refusalOf(
        'UNKNOWN_KEY',
        [...path, key],
        object[key],
        'There is no such key here. Was the file written by a later version?',
      );
  for (const member of members) {
    const value = object[member.key] ?? null;
    const memberPath = [...path, member.key];
    if (!isGroup(member)) row[member.column] = valueFor(member, value, memberPath);
    else if (value !== null)
      readMembers(member.values, assertObject(value, memberPath), memberPath, [], row);
  }
}

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function assertObject(value: unknown, path: readonly string[]): JsonObject {
  if (isObject(value)) return value;
  throw refusalOf('WRONG_TYPE', path, value, 'This must be a JSON object.');
}

/** Rows of `import_row` come from a run of another ledger. */
const otherLedgersRun = '00000000-0000-0000-0000-000000000000';

/** Columns that follow from the rest of an object. */
function derivedValues(form: RowForm, table: string, object: JsonObject): Row {
  if (table === 'import_row') return { run_id: otherLedgersRun };
  if (!['source', 'faction', 'location'].includes(table)) return computedColumns(form, object);
  const { names } = object;
  if (!Array.isArray(names) || names.length === 0)
    throw refusalOf('MISSING', ['names'], null, 'A name is required.');
  // Whether each name is an object with a text is checked when the list is staged.
  const nameObjects = names.filter(isObject);
  const primary = nameObjects.find(({ kind }) => kind === 'PRIMARY') ?? nameObjects[0];
  return { name: primary?.text };
}

/** A text that the line leaves out is null, and so is what is computed from it. */
function computedColumns({ entity }: RowForm, object: JsonObject): Row {
  const target = entity.target as abstract new () => JsonObject;
  const texts = Object.fromEntries(
    entity.columns.map(({ propertyName }) => [propertyName, object[propertyName] ?? null]),
  );
  return Object.fromEntries(
    Object.entries(computedValues(target, texts)).map(([property, value]) => [
      columnNameOf(entity, property),
      value,
    ]),
  );
}
