import { offeredIdsIn } from '../../reports/unreferenced.ts';
import { isRecordTable } from '../../values/record-types.ts';
import { ownerOf } from './apply-rows.ts';
import { quoteIdentifier, type StagedTable } from './staging-tables.ts';

/*
 * Rows also stage what they refer to: reports, sources, factions, places. If a row is skipped,
 * because a newer release already described its record, or if its values give way to what a person
 * decided, nothing may refer to those records. They are left out then, so that they neither change
 * records nor become records to which nothing refers.
 */

/** References from staged rows to records: the id of the record that has the row, and the other. */
function edges(tables: readonly StagedTable[]): string {
  const selects = tables.flatMap((table) => {
    const owner = ownerOf(table);
    if (!owner) return [];
    return [...table.references]
      .filter(([, to]) => isRecordTable(to))
      .map(
        ([column]) =>
          `select ${owner.id('s')}, s.${quoteIdentifier(column)} from ${stage(table)} s`,
      );
  });
  return selects.join('\n      union all ');
}

const stage = ({ table }: StagedTable): string => `stage_${table}`;

/** Leaves out staged records to which no row that lands refers, directly or through others. */
export const pruneStagedRecords = (tables: readonly StagedTable[]): string => `
  do $do$ begin
    if not exists (select from stage_skip) and not exists (select from stage_decided) then
      return;
    end if;

    insert into stage_needed (id)
    with recursive edge(from_id, to_id) as materialized (
      ${edges(tables)}
    ), needed(id) as (
      (
        select r.record_id from stage_row r
        where not exists (select from stage_skip k where k.id = r.record_id)
        union
        select c.id::uuid from (select ${offeredIdsIn('o.rows')} from stage_conflict o) c(id)
      )
      union
      select e.to_id from needed n join edge e on e.from_id = n.id
      where e.to_id is not null
    )
    select id from needed;
    analyze stage_needed;
${tables
  .flatMap((table) => {
    const owner = ownerOf(table);
    if (!owner) return [];
    return `
    delete from ${stage(table)} s
    where not exists (select from stage_needed n where n.id = ${owner.id('s')});`;
  })
  .join('')}

    delete from stage_record s
    using stage_resolved d
    where d.type = s.type and d.id = s.id and not s.optional
      and not exists (select from stage_needed n where n.id = d.real_id);
    delete from stage_resolved d
    where d.is_new and not exists (select from stage_needed n where n.id = d.real_id);
  end $do$;`;
