import { concat, type Piece } from '../compiler/json.ts';
import { identifier, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { prefixes } from '../values/ids.ts';
import {
  isGroup,
  type LineMember,
  type LineValue,
  type ListForm,
  type RowForm,
} from './line-forms.ts';

/** SQL that writes a row as a line of JSON. What is null is left out; so a line has one spelling only. */
export const lineSql = (form: RowForm, row: Sql): Sql =>
  concat([`{"type":"${form.name}"`, ...inside(form, row, 'l'), '}']);

const inside = ({ members, lists }: RowForm, row: Sql, prefix: string): Piece[] => [
  ...members.map((member) => written(member, row)),
  ...lists.map((list, i) => listed(list, row, `${prefix}${i}`)),
];

/** `,"key":value`, or nothing. */
const written = (member: LineMember, row: Sql): Sql => sql`coalesce(${told(member, row)}, '')`;

/** The same, or null. */
function told(member: LineMember, row: Sql): Sql {
  const head = raw(`',"${member.key}":'`);
  if (!isGroup(member)) return sql`${head} || ${valueText(member, row)}`;
  const values = concat(member.values.map((each) => written(each, row)));
  return sql`case when ${row}.${identifier(member.sign)} is not null then ${head} || '{' || substr(${values}, 2) || '}' end`;
}

/** RFC 3339 in UTC, to the microsecond. */
const instant = raw(`'\\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\\"'`);

function valueText({ column, type, id }: LineValue, row: Sql): Sql {
  const value = sql`${row}.${identifier(column)}`;
  if (type === 'uuid') return sql`${raw(`'"${id ? prefixes[id] : ''}'`)} || ${value} || '"'`;
  if (type === 'timestamptz') return sql`to_char(${value} at time zone 'UTC', ${instant})`;
  if (type === 'jsonb') return sql`${value}::text`;
  return sql`to_json(${value})::text`;
}

function listed(list: ListForm, owner: Sql, prefix: string): Sql {
  const row = raw(prefix);
  const item = list.bare ? valueText(list.members[0] as LineValue, row) : object(list, row, prefix);
  const order = join(
    list.order.map(
      (column) =>
        sql`${row}.${identifier(column)}${raw(textual(list, column) ? ' collate "C"' : '')}`,
    ),
    ', ',
  );
  return sql`(select coalesce(${raw(`',"${list.key}":['`)} || string_agg(${item}, ',' order by ${order}) || ']', '') from ${identifier(list.table)} ${row} where ${tied(list, row, owner)})`;
}

const object = (form: RowForm, row: Sql, prefix: string): Sql =>
  sql`'{' || substr(${concat(inside(form, row, prefix))}, 2) || '}'`;

const textual = ({ entity }: RowForm, column: string): boolean =>
  entity.columns.some(({ databaseName, type }) => databaseName === column && type === 'text');

const tied = ({ tie }: ListForm, row: Sql, owner: Sql): Sql =>
  join(
    tie.map(({ column, to }) => sql`${row}.${identifier(column)} = ${owner}.${identifier(to)}`),
    ' and ',
  );
