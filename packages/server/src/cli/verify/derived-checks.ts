import type { LedgerCheck } from './ledger-check.ts';

/**
 * Derived tables are what the tables that they follow from say. `shadows` is a schema with tables
 * of the same names, computed again by {@link computeShadows}.
 */
export const derivedChecks = (shadows: string): LedgerCheck[] => [
  withinCheck,
  eventCheck,
  shadowCheck('tally', shadows, ['location_id', 'measure', 'month', 'kind'], 'entries <> 0'),
  shadowCheck('name_key', shadows, ['name_id', 'form']),
];

/**
 * Computes the roll-up and the keys of names again, into other tables of the same names, so that
 * nothing of the ledger is locked. The search path finds these tables while the statements run.
 */
export const computeShadows = (schema: string, functions: string): string => `
  create schema ${schema};
  create table ${schema}.tally (like public.tally including all);
  create table ${schema}.name_key (like public.name_key including all);
  set local search_path = ${schema}, ${functions}, public;
  select rebuild_tally(), refresh_name_key(array(select id from name));
  set local search_path = ${functions}, public;`;

/** `place` are the columns that name a row; `counted`: the rows that count. */
function shadowCheck(
  table: string,
  shadows: string,
  place: string[],
  counted = 'true',
): LedgerCheck {
  const rowsOf = (schema: string) => `select t.* from ${schema}.${table} t where ${counted}`;
  const differs = (from: string, to: string, problem: string) => `
    select concat_ws(' ', '${table}', ${place.join(', ')}) as place, '${problem}' as problem
    from (${rowsOf(from)} except ${rowsOf(to)}) t`;
  return {
    title: `${table} has what follows from the ledger`,
    faults: `
      select place, string_agg(distinct problem, ', or ') as problem
      from (
        ${differs(shadows, 'public', 'is missing')}
        union all
        ${differs('public', shadows, 'is left over')}
      ) f
      group by place order by place`,
    count: `select count(*) from public.${table}`,
  };
}

const withinCheck: LedgerCheck = {
  title: 'location_within has what follows from the ledger',
  faults: `
    with recursive area as (
      select l.id, l.parent_id as area_id from location l where l.parent_id is not null
      union select a.location_id, a.area_id from location_also_in a
    ), up(location_id, ancestor_id, depth) as (
      select l.id, l.id, 0 from location l
      union
      select u.location_id, a.area_id, u.depth + 1
      from up u join area a on a.id = u.ancestor_id where u.depth < 100
    ), expected as (
      select location_id, ancestor_id, min(depth) as depth from up group by 1, 2
    )
    select concat_ws(' ', 'location_within', location_id, ancestor_id) as place,
      case when i.depth is null then 'is missing' when x.depth is null then 'is left over'
        else 'is wrong' end as problem
    from expected x full join location_within i using (location_id, ancestor_id)
    where x.depth is distinct from i.depth order by 1`,
  count: 'select count(*) from location_within',
};

const eventCheck: LedgerCheck = {
  title: 'claim_event has what follows from the ledger',
  faults: `
    with recursive linked as (
      select l.from_id, l.to_id from claim_link l
      join claim f on f.id = l.from_id and f.withdrawn_at is null
      join claim t on t.id = l.to_id and t.withdrawn_at is null
      where l.kind in ('SAME_EVENT', 'REPEATS') and l.withdrawn_at is null
    ), pair as (
      select from_id, to_id from linked union select to_id, from_id from linked
    ), member(id, other) as (
      select from_id, from_id from pair
      union select m.id, p.to_id from member m join pair p on p.from_id = m.other
    ), expected as (
      select id as claim_id, min(other::text)::uuid as event_id from member group by 1
    )
    select concat_ws(' ', 'claim_event', claim_id) as place,
      case when i.event_id is null then 'is missing' when x.event_id is null then 'is left over'
        else 'is wrong' end as problem
    from expected x full join claim_event i using (claim_id)
    where x.event_id is distinct from i.event_id order by 1`,
  count: 'select count(*) from claim_event',
};
