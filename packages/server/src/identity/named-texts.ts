import { idOf } from '../values/ids.ts';
import { recordNameOf } from '../values/record-types.ts';
import { NameFinder } from './name-finder.ts';
import { mayName, patternsOf } from './name-prefilter.ts';
import type { RunQuery } from './vault.ts';

/** A text of a record that names a source. */
export interface NamedText {
  recordId: string;
  /** Where the text is: a field, or a list and a field, such as `assessments.rationale`. */
  field: string;
}

/** The texts that name a source: how many there are, and the first of them. */
export interface NamedTexts {
  count: number;
  first: NamedText[];
}

/** How many texts are listed. */
export const maxNamedTexts = 1_000;

/** How many rows are read at a time. */
const batchRows = 2_000;

/** The text columns of the records that the API shows, except for those of closed lists. */
const selectTextColumns = `
  select h.table_name as "table", h.record_type as type, h.owner_column as owner,
    array_agg(c.name order by c.place) as columns,
    array_agg(concat_ws('.', h.list, (
      select string_agg(p, '.') from jsonb_array_elements_text(h.columns -> c.name -> 'path') p
    )) order by c.place) as fields
  from history_table h cross join lateral columns_of(h.table_name) c
  where c.type like 'text%' and h.columns -> c.name ? 'path' and h.owner_column not like '%.%'
    and not exists (
      select from pg_constraint k join pg_attribute a
        on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.conrelid = to_regclass(quote_ident(h.table_name)) and k.contype = 'c'
        and cardinality(k.conkey) = 1 and a.attname = c.name
        and pg_get_constraintdef(k.oid) like '%= ANY%')
  group by 1, 2, 3 order by 2, 1, 3`;

interface TextColumns {
  table: string;
  type: string;
  owner: string;
  columns: string[];
  fields: string[];
}

/**
 * The reports of a source, with the addresses under which they are found. A report without a
 * publisher in which it spoke may be its own post.
 */
const selectAddresses = `
  select r.id as key, array[r.url, r.archived_url] as texts from report r
  where (r.url is not null or r.archived_url is not null)
    and (r.publisher_id = $1 or exists (
      select from report_author a where a.report_id = r.id and a.author_id = $1)
    or r.publisher_id is null and exists (
      select from speaker s join claim c on c.id = s.claim_id
      where s.source_id = $1 and r.id in (s.report_id, c.report_id)))
  order by 1`;

/**
 * Finds the texts that contain one of these names, so that a person can decide about each, and the
 * addresses of the reports of the source, which may lead to it.
 */
export async function findNamedTexts(
  query: RunQuery,
  sourceKey: string,
  names: readonly string[],
): Promise<NamedTexts> {
  const finder = new NameFinder(names.map((name) => [name, '']));
  const found: NamedTexts = { count: 0, first: [] };
  if (finder.isEmpty) return found;
  const note = (type: string, key: string, field: string) => {
    found.count += 1;
    if (found.first.length < maxNamedTexts)
      found.first.push({ recordId: idOf(recordNameOf(type as 'CLAIM'), key), field });
  };
  for (const part of await query<TextColumns>(selectTextColumns)) {
    const columns = part.columns.map((column) => `t."${column}"`);
    const rows = `
      select t."${part.owner}" as key, array[${columns.join(', ')}] as texts
      from "${part.table}" t
      where t."${part.owner}" is not null and (${columns.map(mayName).join(' or ')})
      order by 1`;
    for await (const { key, texts } of readAll<TextRow>(query, rows, [patternsOf(names)]))
      for (const [i, text] of texts.entries())
        if (text !== null && finder.isIn(text)) note(part.type, key, part.fields[i] ?? '');
  }
  for (const { key, texts } of await query<TextRow>(selectAddresses, [sourceKey]))
    for (const [i, field] of ['url', 'archivedUrl'].entries())
      if (texts[i] != null && !finder.isIn(texts[i])) note('REPORT', key, field);
  const reasons = `
    select r.record_id as key, r.record_type as type, array[w.rationale] as texts
    from write_log w join revision r on r.seq = w.seq
    where ${mayName('w.rationale')} order by w.seq, r.record_id`;
  for await (const { key, type, texts } of readAll<TextRow>(query, reasons, [patternsOf(names)]))
    if (finder.isIn(texts[0] ?? '')) note(type, key, 'history.rationale');
  return found;
}

interface TextRow {
  key: string;
  type: string;
  texts: (string | null)[];
}

/** Reads the rows of a query, some at a time. */
export async function* readAll<Row>(
  query: RunQuery,
  text: string,
  parameters: readonly unknown[],
): AsyncGenerator<Row> {
  await query(`declare named_text no scroll cursor for ${text}`, parameters);
  for (let isLast = false; !isLast; ) {
    const rows = await query<Row>(`fetch ${batchRows} from named_text`);
    isLast = rows.length < batchRows;
    yield* rows;
  }
  await query('close named_text');
}
