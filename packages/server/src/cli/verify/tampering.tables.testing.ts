import type { QueryRunner } from 'typeorm';

export type Tampering = 'edit' | 'delete' | 'add' | 'swap';

interface Column {
  name: string;
  type: string;
  isKey: boolean;
  isUnique: boolean;
}

/** The columns whose values a commitment covers, those of the primary key last. */
const columnsOf = (runner: QueryRunner, table: string): Promise<Column[]> =>
  runner.query(
    `select a.attname as name, format_type(a.atttypid, null) as type,
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary
         and a.attnum = any (i.indkey)) as "isKey",
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique
         and a.attnum = any (i.indkey)) as "isUnique"
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' and a.attname not in ('valid_from', 'valid_to', 'id')
     order by 3, a.attname`,
    [table],
  );

/** Another value of a column, by its type. */
const otherValues: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  integer: (column) => `coalesce(${column}, 0) + 1000`,
  smallint: (column) => `coalesce(${column}, 0) + 1000`,
  bigint: (column) => `coalesce(${column}, 0) + 1000`,
  boolean: (column) => `not coalesce(${column}, false)`,
  uuid: () => 'gen_random_uuid()',
  bytea: (column) => `sha256(coalesce(${column}, ''))`,
  jsonb: () => `'"x"'::jsonb`,
  date: (column) => `coalesce(${column}, '2018-01-01') + 1`,
  'double precision': (column) => `coalesce(${column}, 0) + 1`,
  'timestamp with time zone': (column) => `coalesce(${column}, now()) + interval '1 s'`,
};

/** The first row of a table, or the second. */
const rowOf = (table: string, offset = 0) =>
  `(select ctid from ${table} order by ctid offset ${offset} limit 1)`;

/** Statements that change one value of one row. Constraints refuse some of them. */
export async function editsOf(runner: QueryRunner, table: string): Promise<string[]> {
  const columns = await columnsOf(runner, table);
  return columns.flatMap(({ name, type }) => {
    const value = otherValues[type]?.(`"${name}"`);
    return value ? [`update ${table} set "${name}" = ${value} where ctid = ${rowOf(table)}`] : [];
  });
}

/** Statements that make a past row of a table, within a write. */
export const pastRowOf = async (runner: QueryRunner, table: string): Promise<string[]> => [
  ...(await editsOf(runner, table)).filter(
    (edit) => !/"(created_at|updated_at|version)"/.test(edit),
  ),
  // All of its values may refer to others.
  `with gone as (delete from ${table} where ctid = ${rowOf(table)} returning *)
   insert into ${table}
   select (jsonb_populate_record(null::${table}, to_jsonb(g)
     || jsonb_build_object('valid_from', write_time()))).* from gone g`,
];

/** Statements that insert a copy of a row with another key. Constraints refuse some of them. */
async function additionsOf(runner: QueryRunner, table: string): Promise<string[]> {
  const columns = await columnsOf(runner, table);
  const keys = [{ name: 'id', type: 'uuid' }, ...columns.filter(({ isKey }) => isKey)];
  const unique = columns.filter(({ isUnique }) => isUnique);
  const changes = [[], unique, ...columns.map((column) => [column])];
  // Random keys may be in an order that a constraint refuses.
  return Array.from({ length: 10 }, () => changes)
    .flat()
    .map((changed) => {
      const values = [...keys, ...changed].flatMap(({ name, type }) => {
        const value = otherValues[type]?.(`t."${name}"`);
        return value ? [`'${name}', ${value}`] : [];
      });
      return `insert into ${table} overriding system value
      select (jsonb_populate_record(t, jsonb_build_object(${values.join(', ')}))).*
      from ${table} t where t.ctid = ${rowOf(table)}`;
    });
}

/** Exchanges the values of a column that the first row and another one have. */
async function swapsOf(runner: QueryRunner, table: string): Promise<string[]> {
  const columns = await columnsOf(runner, table);
  return columns
    .filter(({ isUnique }) => !isUnique)
    .map(
      ({ name }) => `
        with one as (select ctid, "${name}" as value from ${table} order by ctid limit 1),
        other as (
          select t.ctid, t."${name}" as value from ${table} t, one
          where t."${name}"::text is distinct from one.value::text limit 1
        )
        update ${table} t
        set "${name}" = case when t.ctid = one.ctid then other.value else one.value end
        from one, other where t.ctid in (one.ctid, other.ctid)`,
    );
}

/** Statements of which the first that changes something is used. */
export const tamperings: Readonly<
  Record<Tampering, (runner: QueryRunner, table: string) => Promise<string[]>>
> = {
  edit: editsOf,
  delete: async (_runner, table) => [`delete from ${table} where ctid = ${rowOf(table)}`],
  add: additionsOf,
  swap: swapsOf,
};

/** Runs the first statement that changes something. @returns whether one did. */
export async function change(runner: QueryRunner, statements: readonly string[]): Promise<boolean> {
  for (const statement of statements) {
    await runner.query('savepoint change');
    try {
      const { affected } = await runner.query(statement, [], true);
      if (affected !== 0) return true;
    } catch {
      await runner.query('rollback to savepoint change');
    }
  }
  return false;
}
