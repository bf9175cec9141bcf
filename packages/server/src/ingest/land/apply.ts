import { normalizeForComparisonSql } from '../normalize.ts';
import { quoted, type Shape } from './shapes.ts';
import { landings, recordTables, type Write, type Writes } from './writes.ts';

/** How rows become part of the tables. */
export interface Applying {
  writes: Writes;
  /** Whether a difference of letter case or spacing is a change too. */
  exact: boolean;
}

const isRecord = (table: string): boolean => (recordTables as readonly string[]).includes(table);
/** Tables whose rows may belong to a record of several types. */
const shared = new Set(['name', 'external_id']);
const ownerColumns = ['report_id', 'source_id', 'faction_id', 'location_id', 'claim_id'];

/** The record that a row belongs to, over the row's alias: of the owners that a format stages. */
const ownerOf = ({ table, columns }: Shape, row: string): string | undefined => {
  if (isRecord(table)) return `${row}.id`;
  if (shared.has(table))
    return `coalesce(${[...ownerColumns.filter((each) => columns.has(each)).map((each) => `${row}.${each}`), 'null'].join(', ')})`;
  const landing = landings.find((each) => each.table === table);
  return landing && 'owner' in landing ? `${row}.${landing.owner}` : undefined;
};

/** What of a claim moves only when something else of it changes: a newer release that says the same is no change. */
const follows = (table: string, column: string, { exact }: Applying): boolean =>
  !exact && table === 'claim' && column === 'report_id';

/** Takes out whatever belongs to a record that stays as it is. */
export const skipped = (shapes: readonly Shape[]): string =>
  shapes
    .flatMap((shape) => {
      const owner = ownerOf(shape, 's');
      return owner
        ? [`delete from stage_${shape.table} s using stage_skip k where ${owner} = k.id`]
        : [];
    })
    .join(';\n');

/** What is no longer in a list that is replaced: last things first. */
export const deletions = (shapes: readonly Shape[], { writes }: Applying): string =>
  [...shapes]
    .reverse()
    .filter(({ table }) => writes[table]!.existing === 'replace')
    .map(
      (shape) => `
    delete from ${shape.table} t using stage_resolved d
    where not d.is_new and d.real_id = ${ownerOf(shape, 't')} and d.type = ${ownerType(shape)} and exists (${stagedOwner(shape)})
      and not exists (select from stage_${shape.table} s where ${same(shape.key)});`,
    )
    .join('');

const ownerType = (shape: Shape): string => {
  const owner = ownerOf(shape, 't');
  const type = recordTables.find((each) => owner === `t.${each}_id`);
  return type ? `'${type}'` : 'd.type';
};

/** Lists are replaced for records that are staged themselves: the staged list is then known to be whole. */
const stagedOwner = (shape: Shape): string => {
  const owner = ownerOf(shape, 't');
  const type = recordTables.find((each) => owner === `t.${each}_id`);
  return type
    ? `select from stage_${type} o where o.id = ${owner}`
    : `select from stage_record o where o.id = d.id`;
};

const same = (key: readonly string[]): string =>
  key.map((column) => `s.${quoted(column)} = t.${quoted(column)}`).join(' and ');

/** Rows that are there become as the file has them. */
export const changes = (shape: Shape, applying: Applying): string => {
  const { table, key, columns } = shape;
  const { existing, fixed = [] } = applying.writes[table]!;
  if (existing === 'keep' || existing === 'add') return '';
  const own = [...columns].filter(
    ([column]) =>
      !key.includes(column) && !fixed.includes(column) && !follows(table, column, applying),
  );
  if (own.length === 0) return '';
  const differs = ([column, type]: [string, string]) => {
    const [s, t] = [`s.${quoted(column)}`, `t.${quoted(column)}`];
    if (existing === 'complete') return `(${t} is null and ${s} is not null)`;
    if (existing === 'revise') return `(${s} is not null and ${unlike(s, t, type, applying)})`;
    return unlike(s, t, type, applying);
  };
  const set = own.map((each) => {
    const name = quoted(each[0]);
    return `${name} = case when ${differs(each)} then s.${name} else t.${name} end`;
  });
  return `
    update ${table} t set ${set.join(', ')} from stage_${table} s where ${same(key)} and (${own.map(differs).join(' or ')});`;
};

function unlike(s: string, t: string, type: string, { exact }: Applying): string {
  if (type !== 'text' || exact) return `${s} is distinct from ${t}`;
  return `(${s} is distinct from ${t} and ${normalizeForComparisonSql(s)} is distinct from ${normalizeForComparisonSql(t)})`;
}

/** Rows that are not there. */
export const additions = (shape: Shape, { writes }: Applying): string => {
  const { table, key, columns } = shape;
  const names = [...columns.keys()].map(quoted).join(', ');
  const of = [...columns.keys()].map((column) => `s.${quoted(column)}`).join(', ');
  const owner = ownerOf(shape, 's');
  const write: Write = writes[table]!;
  const onlyNew =
    write.existing === 'keep' && owner && !isRecord(table)
      ? ` and exists (select from stage_resolved d where d.is_new and d.real_id = ${owner})`
      : '';
  if (table === 'name' && write.existing === 'add') return addedNames(names, shape);
  return `
    insert into ${table} (${names}) select distinct on (${key.map((column) => `s.${quoted(column)}`).join(', ')}) ${of} from stage_${table} s
    where not exists (select from ${table} t where ${same(key)})${onlyNew}
    order by ${key.map((column) => `s.${quoted(column)}`).join(', ')} on conflict do nothing;`;
};

/** A name that a record already bears, in any letter case, is not added; others come after those it has. */
function addedNames(names: string, shape: Shape): string {
  const owner = (row: string) => ownerOf(shape, row)!;
  const of = [...shape.columns.keys()].map((column) =>
    column === 'position'
      ? `coalesce((select max(p.position) + 1 from name p where ${owner('p')} = ${owner('s')}), 0) + row_number() over (partition by ${owner('s')} order by s.position) - 1`
      : `s.${quoted(column)}`,
  );
  return `
    insert into name (${names}) select ${of.join(', ')} from (
      select distinct on (${owner('n')}, ${normalizeForComparisonSql('n.text')}) n.* from stage_name n order by ${owner('n')}, ${normalizeForComparisonSql('n.text')}, n.position) s
    where not exists (select from name t where ${owner('t')} = ${owner('s')} and ${normalizeForComparisonSql('t.text')} = ${normalizeForComparisonSql('s.text')})
    on conflict do nothing;`;
}

/** Claims of which something changed are from now on read in the report that the file belongs to. */
export const followers = (shapes: readonly Shape[], applying: Applying): string =>
  shapes.some(({ table, columns }) => table === 'claim' && columns.has('report_id')) &&
  !applying.exact
    ? `
    update claim t set report_id = s.report_id from stage_claim s where s.id = t.id and s.report_id is distinct from t.report_id and t.passage_quote is null
      and exists (select from touched u where u.record_type = 'CLAIM' and u.record_id = t.id);`
    : '';

/** Where nothing may be lost: a row that is not there now was kept out by one of other records, and is refused. */
export const complete = ({ table, key }: Shape): string => `
    do $$ begin
      if exists (select from stage_${table} s where not exists (select from ${table} t where ${same(key)})) then
        raise exception 'What it says of ${table.replaceAll('_', ' ')} is taken: another record has it already.' using errcode = '23505';
      end if;
    end $$;`;
