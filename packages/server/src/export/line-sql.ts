import { concat, type Piece } from '../compiler/json.ts';
import { identifier, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { prefixes } from '../values/ids.ts';
import { isRecordTable } from '../values/record-types.ts';
import {
  isGroup,
  type LineMember,
  type LineValue,
  type ListForm,
  type RowForm,
} from './line-forms.ts';

/** SQL that writes a row as a line of JSON. Nulls are left out, so a row has only one spelling. */
export const lineSql = (form: RowForm, row: Sql): Sql =>
  concat([`{"type":"${form.name}"`, ...redactedSql(form, row), ...membersSql(form, row, 'l'), '}']);

/**
 * A record that came redacted says so, and so does a protected source, whose name is a pseudonym.
 * Its own ledger must not take the line for the whole.
 */
function redactedSql({ table, name }: RowForm, row: Sql): Sql[] {
  if (!isRecordTable(table)) return [];
  const isRedacted = sql`exists (select from redacted_record k where k.record_id = ${row}.id)`;
  const condition =
    name === 'Source'
      ? sql`${row}.redacted or ${row}.protection <> 'PUBLIC' or ${isRedacted}`
      : isRedacted;
  return [sql`case when ${condition} then ',"redacted":true' else '' end`];
}

const membersSql = ({ members, lists }: RowForm, row: Sql, prefix: string): Piece[] => [
  ...members.map((member) => memberSql(member, row)),
  ...lists.map((list, i) => listSql(list, row, `${prefix}${i}`)),
];

/** `,"key":value`, or an empty text. */
const memberSql = (member: LineMember, row: Sql): Sql =>
  sql`coalesce(${nullableMemberSql(member, row)}, '')`;

/** `,"key":value`, or null. */
function nullableMemberSql(member: LineMember, row: Sql): Sql {
  const head = raw(`',"${member.key}":'`);
  if (!isGroup(member)) return sql`${head} || ${valueSql(member, row)}`;
  const values = concat(member.values.map((each) => memberSql(each, row)));
  const presence = sql`${row}.${identifier(member.presence)}`;
  const object = sql`'{' || substr(${values}, 2) || '}'`;
  return sql`case when ${presence} is not null then ${head} || ${object} end`;
}

function valueSql({ column, type, id }: LineValue, row: Sql): Sql {
  const value = sql`${row}.${identifier(column)}`;
  if (type === 'uuid') return sql`${raw(`'"${id ? prefixes[id] : ''}'`)} || ${value} || '"'`;
  if (type === 'timestamptz') return sql`json_time(${value})`;
  if (type === 'jsonb') return sql`${value}::text`;
  return sql`to_json(${value})::text`;
}

function listSql(list: ListForm, owner: Sql, prefix: string): Sql {
  const row = raw(prefix);
  const item = list.isScalar
    ? valueSql(list.members[0] as LineValue, row)
    : objectSql(list, row, prefix);
  const order = join(
    list.order.map(
      (column) =>
        sql`${row}.${identifier(column)}${raw(isText(list, column) ? ' collate "C"' : '')}`,
    ),
    ', ',
  );
  const head = raw(`',"${list.key}":['`);
  return sql`
    (select coalesce(${head} || string_agg(${item}, ',' order by ${order}) || ']', '')
    from ${identifier(list.table)} ${row}
    where ${ownerCondition(list, row, owner)})`;
}

const objectSql = (form: RowForm, row: Sql, prefix: string): Sql =>
  sql`'{' || substr(${concat(membersSql(form, row, prefix))}, 2) || '}'`;

const isText = ({ entity }: RowForm, column: string): boolean =>
  entity.columns.some(({ databaseName, type }) => databaseName === column && type === 'text');

const ownerCondition = ({ ownerColumns }: ListForm, row: Sql, owner: Sql): Sql =>
  join(
    ownerColumns.map(
      ({ column, to }) => sql`${row}.${identifier(column)} = ${owner}.${identifier(to)}`,
    ),
    ' and ',
  );
