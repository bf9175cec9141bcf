import { settle } from './claim-index.ts';

const areasOf = (id: string) => `lateral (
    select l.parent_id as area_id from location l where l.id = ${id} and l.parent_id is not null
    union all select a.area_id from location_also_in a where a.location_id = ${id}
  ) e`;

/** location_within: every place with everything it lies in, by either kind of edge, itself at depth 0. */
export const locationFunctions = `
create or replace function settle_locations(changed uuid[]) returns void language plpgsql as $$
declare
  cyclic boolean;
  moved uuid[];
  places uuid[];
  areas uuid[];
begin
  -- A new cycle passes through a changed place, so it is enough to climb from those.
  execute $sql$
    with recursive climb(start, node) as (
      select c.id, e.area_id from unnest($1) as c(id) cross join ${areasOf('c.id')}
      union select c.start, e.area_id from climb c cross join ${areasOf('c.node')}
    ) select exists (select from climb where start = node)
  $sql$ into cyclic using changed;
  if cyclic then
    raise exception 'A place cannot lie inside itself.' using errcode = 'CG001', constraint = 'location_cycle';
  end if;

  execute $sql$
    with recursive below(id) as (
      select unnest($1)
      union select e.id from below b cross join lateral (
        select l.id from location l where l.parent_id = b.id union all select a.location_id from location_also_in a where a.area_id = b.id
      ) e
    ) select array_agg(id) from below
  $sql$ into moved using changed;

  -- A statement of its own: the planner sees how many there are.
  execute $sql$
    with recursive up(location_id, ancestor_id, depth) as (
      select m.id, m.id, 0 from unnest($1) as m(id) join location l using (id)
      union select u.location_id, e.area_id, u.depth + 1 from up u cross join ${areasOf('u.ancestor_id')}
    ), held as materialized (
      select location_id, ancestor_id, min(depth) as depth from up group by location_id, ancestor_id
    ), gone as (
      delete from location_within w where w.location_id = any ($1)
        and not exists (select from held h where h.location_id = w.location_id and h.ancestor_id = w.ancestor_id)
      returning w.location_id, w.ancestor_id
    ), come as (
      insert into location_within as w (location_id, ancestor_id, depth) select location_id, ancestor_id, depth from held
      on conflict (location_id, ancestor_id) do update set depth = excluded.depth where w.depth <> excluded.depth
      returning w.location_id, w.ancestor_id
    )
    select array_agg(m.location_id), array_agg(m.ancestor_id) from (select * from gone union all select * from come) m
  $sql$ into places, areas using moved;

  if places is not null and exists (select from claim_place p where p.location_id = any (places)) then
    execute $sql$${settle(
      'claim_within',
      `
      select distinct m.area_id as location_id, p.claim_id
      from unnest($1, $2) as m(location_id, area_id) join claim_place p on p.location_id = m.location_id`,
    )}
    $sql$ using places, areas;
  end if;
end $$;

create or replace function keep_locations() returns trigger language plpgsql as $$
declare
  changed uuid[];
begin
  if tg_table_name = 'location_also_in' then
    if tg_op <> 'INSERT' then changed := array(select location_id from old_rows); end if;
    if tg_op <> 'DELETE' then changed := changed || array(select location_id from new_rows); end if;
    changed := array(select distinct unnest(changed));
  elsif tg_op = 'INSERT' then
    changed := array(select id from new_rows);
  elsif tg_op = 'DELETE' then
    changed := array(select id from old_rows);
  else
    changed := array(select c.id from (select id, parent_id from new_rows except select id, parent_id from old_rows) c);
  end if;
  if cardinality(changed) > 0 then
    perform settle_locations(changed);
  end if;
  return null;
end $$;
`;

export const locationTriggers = ['location', 'location_also_in']
  .map(
    (table) => `
create or replace trigger keep_locations_insert after insert on ${table}
  referencing new table as new_rows for each statement execute function keep_locations();
create or replace trigger keep_locations_update after update on ${table}
  referencing old table as old_rows new table as new_rows for each statement execute function keep_locations();
create or replace trigger keep_locations_delete after delete on ${table}
  referencing old table as old_rows for each statement execute function keep_locations();
`,
  )
  .join('');
