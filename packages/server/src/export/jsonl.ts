import type pg from 'pg';
import { and, compile, identifier, literal, raw, type Sql, sql } from '../compiler/sql.ts';
import { exportDependencies } from './closure.ts';
import { coerceFilter } from './filter.ts';
import type { ExportFormat } from './format.ts';
import { type LineForm, lineForms } from './line-forms.ts';
import { lineSql } from './line-sql.ts';

/**
 * The ledger's own format, without loss: one record, or one relation between records, per line, in
 * its present state. `line-declarations.ts` says what belongs to a line. The same ledger gives the
 * same bytes. Without a filter it is the whole ledger, with withdrawn records. With a filter it is
 * the claims found and everything that they refer to. Histories are not exported.
 *
 * The line of a protected source has its pseudonym, and `"redacted":true`.
 */
export const jsonl: ExportFormat = {
  type: 'application/jsonl; charset=utf-8',
  extension: 'jsonl',
  options: [],
  async *write({ client, schema }, { filter }) {
    const chosen = filter && exportDependencies(coerceFilter(schema, filter));
    await client.query(`set local statement_timeout = '10min'`);
    for (const form of lineForms()) {
      for (const rows of orderedRowsOf(form)) {
        for await (const texts of read(client, linesOf(form, rows, chosen), form.batch))
          yield { text: texts.map((line) => `${line}\n`).join(''), records: texts.length };
      }
    }
  },
};

const row = raw('r');

function linesOf(form: LineForm, { where, order }: OrderedRows, chosen: Sql | undefined): Sql {
  const wanted = and([where, ...(chosen ? [chosenOnly(form)] : [])]);
  return sql`
    ${chosen ?? raw('')}
    select ${lineSql(form, row)} from ${identifier(form.table)} ${row}
    where ${wanted} order by ${order}`;
}

/** Rows of one table, in an order in which no line refers to a later one. */
interface OrderedRows {
  where: Sql;
  order: Sql;
}

/** A place follows the places that contain it, and a reprint follows its original. */
function orderedRowsOf({ name: type, entity }: LineForm): OrderedRows[] {
  if (type === 'Location')
    return [
      {
        where: raw('true'),
        order: sql`(select count(*) from location_within w where w.location_id = r.id), r.id`,
      },
    ];
  const order = raw(
    entity.primaryColumns.map(({ databaseName }) => `r."${databaseName}"`).join(', '),
  );
  if (type !== 'Report') return [{ where: raw('true'), order }];
  const reprints = sql`
    (with recursive originals as (
      select r.reprint_of_id as id, 1 as depth
      union
      select o.reprint_of_id, depth + 1 from originals join report o using (id)
      where o.reprint_of_id is not null and depth < 100
    )
    select max(depth) from originals), r.id`;
  return [
    { where: sql`r.reprint_of_id is null`, order },
    { where: sql`r.reprint_of_id is not null`, order: reprints },
  ];
}

function chosenOnly({ name: type, entity }: LineForm): Sql {
  if (type === 'Claim') return sql`r.id in (select id from picked)`;
  const ofType = (name: string, key: Sql) =>
    sql`${key} in (select id from chosen where type = ${literal(name)})`;
  const keys = entity.primaryColumns;
  if (keys.length === 1) return ofType(type, sql`r.id`);
  return and(
    keys.map(({ databaseName, relationMetadata }) =>
      ofType(relationMetadata!.inverseEntityMetadata.name, sql`r.${identifier(databaseName)}`),
    ),
  );
}

/** About how long the lines are that are read at a time, in characters. */
const maxReadLength = 1_000_000;

/** Yields the only column of a query, `maxBatch` rows at a time, or fewer if they are long. */
async function* read(
  client: pg.ClientBase,
  query: Sql,
  maxBatch: number,
): AsyncGenerator<string[]> {
  const { text, params } = compile(query);
  await client.query(
    `declare lines no scroll cursor for ${text}`,
    params.map(({ value }) => value),
  );
  for (let batch = maxBatch; ; ) {
    const { rows } = await client.query({ text: `fetch ${batch} from lines`, rowMode: 'array' });
    const lines = rows.map(([line]) => line as string);
    if (lines.length > 0) yield lines;
    if (lines.length < batch) break;
    const length = lines.reduce((sum, line) => sum + line.length, 0) / batch;
    batch = Math.max(1, Math.min(maxBatch, Math.floor(maxReadLength / length)));
  }
  await client.query('close lines');
}
