import { ClaimFilter } from '../claims/claim.filter.ts';
import { FilterContext } from '../compiler/filter.ts';
import { identifier, join, raw, type Sql, sql } from '../compiler/sql.ts';
import { notWithdrawn } from '../records/record.entity.ts';
import { mayBeWithdrawn } from '../records/withdrawn-filter.ts';
import { recordNames } from '../values/record-types.ts';
import { isGroup, type LineMember, lineForms, type RowForm } from './line-forms.ts';

/**
 * CTEs that find the claims of a filter (`picked`) and everything that they refer to (`chosen`): if
 * the line of a chosen record contains an id, that record is chosen too. A relation between records
 * is chosen if all the claims that it cites, or links, are picked.
 */
export function exportDependencies(filter: Record<string, unknown>): Sql {
  const row = raw('c');
  const ctx = new FilterContext('x', ['filter']);
  const condition = ctx.filter(ClaimFilter, row, filter);
  const isListed = mayBeWithdrawn(filter, ctx) ? raw('true') : notWithdrawn(row);
  // Nothing refers to a relation without an id of its own: its two ends decide about it.
  const steps = lineForms()
    .filter(({ entity }) => entity.primaryColumns.length === 1)
    .flatMap((form) => stepsFrom(form, form, 'id'));
  return sql`
    with recursive picked(id) as materialized (
      select ${row}.id from claim ${row} where ${isListed} and ${condition}
    ),
    chosen(type, id) as (
      (
        select 'Claim', id from picked
        union all
        select 'FactionRelation', r.id from faction_relation r
        where ${citesPickedOnly('relation_claim', 'relation_id')}
        union all
        select 'Affiliation', r.id from affiliation r
        where ${citesPickedOnly('affiliation_claim', 'affiliation_id')}
        union all
        select 'ClaimLink', r.id from claim_link r
        where r.from_id in (select id from picked) and r.to_id in (select id from picked)
      )
      union
      select referred.type, referred.id
      from chosen cross join lateral (${join(steps, ' union all ')}) referred
    )`;
}

const citesPickedOnly = (link: string, owner: string): Sql => {
  const [table, column] = [identifier(link), identifier(owner)];
  return sql`
    r.id in (select ${column} from ${table} where claim_id in (select id from picked))
    and not exists (
      select from ${table} o
      where o.${column} = r.id and o.claim_id not in (select id from picked)
    )`;
};

/**
 * One query for each column of a line that refers to a record. The filter alone decides on claims.
 */
function stepsFrom(line: RowForm, form: RowForm, key: string): Sql[] {
  const queries = columnsOf(form.members).map(({ column, id }) => {
    const [type, target] = [raw(`'${line.name}'`), raw(`'${id}'`)];
    const value = sql`r.${identifier(column)}`;
    return sql`
      select ${target} as type, ${value} as id from ${identifier(form.table)} r
      where chosen.type = ${type} and r.${identifier(key)} = chosen.id and ${value} is not null`;
  });
  const lists = form.lists.flatMap((list) => stepsFrom(line, list, list.ownerColumns[0]!.column));
  return [...queries, ...lists];
}

const columnsOf = (members: readonly LineMember[]): { column: string; id: string }[] =>
  members.flatMap((member) => {
    if (isGroup(member)) return columnsOf(member.values);
    const { key, column, id } = member;
    return id && key !== 'id' && records.has(id) ? [{ column, id }] : [];
  });

const records = new Set<string>(recordNames.filter((name) => name !== 'Claim'));
