import { idOf } from '../values/ids.ts';
import { recordNameOf, recordTypes } from '../values/record-types.ts';
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

/** Rows of `import_row` say of no record what type it is. */
const recordTypesById = Object.values(recordTypes)
  .map(({ enum: type, table }) => `select id, '${type}' as type from ${table}`)
  .join(' union all ');

/** A query for texts, and where each of them is. */
interface TextQuery {
  rows: string;
  fields: readonly string[];
}

/** What imports stored of records, apart from what became fields of them, and reasons of writes. */
const otherTexts: readonly TextQuery[] = [
  {
    fields: ['importedRow'],
    rows: `
      select i.record_id as key, r.type, array[i.raw] as texts
      from import_row i join (${recordTypesById}) r on r.id = i.record_id
      where ${mayName('i.raw')} order by r.type, i.record_id, i.format, i.release`,
  },
  {
    fields: ['value', 'fileValue', 'rows', 'file', 'resolution.rationale'].map(
      (field) => `importConflicts.${field}`,
    ),
    rows: `
      select c.record_id as key, c.record_type as type, x.texts
      from import_conflict c cross join lateral (select array[
        c.value::text, c.file_value::text, c.rows::text, c.file, c.resolution_rationale
      ] as texts) x
      where exists (select from unnest(x.texts) t where ${mayName('t')})
      order by c.at, c.id`,
  },
  {
    fields: ['history.rationale'],
    rows: `
      select r.record_id as key, r.record_type as type, array[w.rationale] as texts
      from write_log w join revision r on r.seq = w.seq
      where ${mayName('w.rationale')} order by w.seq, r.record_id`,
  },
];

/** The texts that may contain a name: of the fields of records, and of all else. */
async function selectTexts(query: RunQuery): Promise<TextQuery[]> {
  const parts = await query<TextColumns>(selectTextColumns);
  const ofFields = parts.map(({ table, type, owner, columns, fields }) => {
    const texts = columns.map((column) => `t."${column}"`);
    return {
      fields,
      rows: `
        select t."${owner}" as key, '${type}' as type, array[${texts.join(', ')}] as texts
        from "${table}" t
        where t."${owner}" is not null and (${texts.map(mayName).join(' or ')})
        order by 1`,
    };
  });
  return [...ofFields, ...otherTexts];
}

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
  for (const { rows, fields } of await selectTexts(query))
    for await (const { key, type, texts } of readAll<TextRow>(query, rows, [patternsOf(names)]))
      for (const [i, text] of texts.entries())
        if (text !== null && finder.isIn(text)) note(type, key, fields[i] ?? '');
  const addresses = await query<Omit<TextRow, 'type'>>(selectAddresses, [sourceKey]);
  for (const { key, texts } of addresses)
    for (const [i, field] of ['url', 'archivedUrl'].entries())
      if (texts[i] != null && !finder.isIn(texts[i])) note('REPORT', key, field);
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
