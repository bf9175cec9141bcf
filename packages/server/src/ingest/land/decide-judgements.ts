import type { StagedTable } from './staging-tables.ts';

/**
 * Whether a line may change a judgement. It may if its assessments or ratings include the newest
 * one, and every one that a person made in this ledger. Protection is never lowered.
 */
export function decideJudgements(tables: readonly StagedTable[]): string[] {
  const isStaged = (table: string) => tables.some((each) => each.table === table);
  const judge = (type: string, list: string, fields: string): string[] =>
    isStaged(type) && isStaged(list)
      ? [
          `delete from stage_decided where type = '${type}' and field = any ('${fields}')`,
          `
  insert into stage_decided (type, id, field)
  select '${type}', t.id, f
  from stage_${type} s
  join ${type} t on t.id = s.id
  cross join unnest('${fields}'::text[]) f
  where not exists (select from stage_${list} j where j.${type}_id = t.id)
    or exists (
      select from ${list} j
      join write_log w on w.at = j.valid_from
      where j.${type}_id = t.id
        and not exists (select from stage_${list} n where n.id = j.id)
        and (
          not is_import(w.action)
          or (j.at, j.id) > all (select n.at, n.id from stage_${list} n where n.${type}_id = t.id)
        )
    )`,
        ]
      : [];
  const levels = `'{PUBLIC,PSEUDONYMOUS,PROTECTED}'::text[]`;
  return [
    ...judge('claim', 'assessment', '{status,credibility}'),
    ...judge('source', 'rating', '{reliability}'),
    ...(isStaged('source')
      ? [
          `
  insert into stage_decided (type, id, field)
  select 'source', t.id, 'protection'
  from stage_source s
  join source t on t.id = s.id
  where array_position(${levels}, s.protection) < array_position(${levels}, t.protection)`,
        ]
      : []),
  ];
}
