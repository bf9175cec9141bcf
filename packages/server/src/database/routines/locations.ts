import { refreshPairs } from './claim-index.ts';
import { statementTriggers } from './statement-triggers.ts';

/** The areas that a location lies in directly, by its parent or by `alsoIn`. */
const areasOf = (id: string) => `lateral (
      select l.parent_id as area_id from location l where l.id = ${id} and l.parent_id is not null
      union all
      select a.area_id from location_also_in a where a.location_id = ${id}
    ) area`;

/** location_within: every location with every area it lies in, and with itself at depth 0. */
export const locationFunctions = `
-- Recomputes the areas of these locations and of all locations inside them.
-- Fails with CG001 if a location would lie inside itself.
create or replace function refresh_location_within(changed uuid[]) returns void
language plpgsql as $$
declare
  has_cycle boolean;
  affected uuid[];
  places uuid[];
  areas uuid[];
begin
  -- A new cycle passes through a changed location, so it is enough to climb from those.
  execute $sql$
    with recursive climb(start, node) as (
      select c.id, area.area_id from unnest($1) as c(id) cross join ${areasOf('c.id')}
      union
      select c.start, area.area_id from climb c cross join ${areasOf('c.node')}
    ) select exists (select from climb where start = node)
  $sql$ into has_cycle using changed;
  if has_cycle then
    raise exception 'A place cannot lie inside itself.'
      using errcode = 'CG001', constraint = 'location_cycle';
  end if;

  -- Every place inside a changed one is inside it already, or inside another changed one.
  affected := array(
    select unnest(changed)
    union select w.location_id from location_within w where w.ancestor_id = any (changed));

  -- A statement of its own, so that the planner sees how many locations there are.
  execute $sql$
    with recursive up(location_id, ancestor_id, depth) as (
      select m.id, m.id, 0 from unnest($1) as m(id) join location l using (id)
      union
      select u.location_id, area.area_id, u.depth + 1
      from up u cross join ${areasOf('u.ancestor_id')}
    ), expected as materialized (
      select location_id, ancestor_id, min(depth) as depth from up group by location_id, ancestor_id
    ), deleted as (
      delete from location_within w where w.location_id = any ($1) and not exists (
        select from expected x
        where x.location_id = w.location_id and x.ancestor_id = w.ancestor_id)
      returning w.location_id, w.ancestor_id
    ), written as (
      insert into location_within as w (location_id, ancestor_id, depth)
      select location_id, ancestor_id, depth from expected
      on conflict (location_id, ancestor_id) do update set depth = excluded.depth
      where w.depth <> excluded.depth
      returning w.location_id, w.ancestor_id
    )
    select array_agg(m.location_id), array_agg(m.ancestor_id)
    from (select * from deleted union all select * from written) m
  $sql$ into places, areas using affected;

  -- The claims about these locations are now inside other areas.
  if places is not null
    and exists (select from claim_place p where p.location_id = any (places))
  then
    execute $sql$${refreshPairs(
      'claim_within',
      `select distinct m.area_id as location_id, p.claim_id
      from unnest($1, $2) as m(location_id, area_id)
      join claim_place p on p.location_id = m.location_id`,
    )}
    $sql$ using places, areas;
  end if;
end $$;

create or replace function maintain_location_within() returns trigger language plpgsql as $$
declare
  changed uuid[];
begin
  if tg_table_name = 'location_also_in' then
    if tg_op <> 'INSERT' then changed := array(select location_id from old_rows); end if;
    if tg_op <> 'DELETE' then
      changed := changed || array(select location_id from new_rows);
    end if;
    changed := array(select distinct unnest(changed));
  elsif tg_op = 'INSERT' then
    changed := array(select id from new_rows);
  elsif tg_op = 'DELETE' then
    changed := array(select id from old_rows);
  else
    changed := array(select c.id from (
      select id, parent_id from new_rows except select id, parent_id from old_rows) c);
  end if;
  if cardinality(changed) > 0 then
    perform refresh_location_within(changed);
  end if;
  return null;
end $$;
`;

export const locationTriggers =
  statementTriggers('location', 'maintain_location_within') +
  statementTriggers('location_also_in', 'maintain_location_within');
