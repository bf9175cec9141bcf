-- claim_event: which claims are about one event, by the links SAME_EVENT and REPEATS between claims
-- that are not withdrawn. A claim that shares its event with no other claim has no row.

-- Recomputes the events of these claims and of the claims that share an event with them.
create or replace function refresh_claim_event(changed uuid[]) returns void language plpgsql as $$
declare
  pending uuid[] := array(
    select c.id from unnest(changed) c(id)
    union
    select m.claim_id from claim_event e join claim_event m using (event_id)
    where e.claim_id = any (changed) order by 1);
  members uuid[];
  visited uuid[] := '{}';
begin
  while cardinality(pending) > 0 loop
    execute $sql$
      with recursive member(id) as (
        select c.id from claim c where c.id = $1 and c.withdrawn_at is null
        union
        select c.id from member m cross join lateral (
          select l.to_id as id from claim_link l
          where l.from_id = m.id and l.kind in ('SAME_EVENT', 'REPEATS') and l.withdrawn_at is null
          union all
          select l.from_id from claim_link l
          where l.to_id = m.id and l.kind in ('SAME_EVENT', 'REPEATS') and l.withdrawn_at is null
        ) linked join claim c on c.id = linked.id and c.withdrawn_at is null
      ) select array(select id from member order by id)
    $sql$ into members using pending[1];
    if cardinality(members) > 1 then
      insert into claim_event as e (claim_id, event_id)
      select m.id, members[1] from unnest(members) m(id)
      on conflict (claim_id) do update set event_id = excluded.event_id
      where e.event_id <> excluded.event_id;
    else
      delete from claim_event where claim_id = pending[1];
    end if;
    visited := visited || members || pending[1];
    pending := array(
      select p.id from unnest(pending) p(id) where p.id <> all (members || pending[1]) order by 1);
  end loop;
  -- The claim index tables have a column with each claim's event.
  visited := array(select distinct v.id from unnest(visited) v(id));
  if cardinality(visited) > 0 then perform refresh_claim_index(visited); end if;
end $$;

create or replace function maintain_claim_event() returns trigger language plpgsql as $$
declare
  changed uuid[] := '{}';
  kinds constant text[] := '{SAME_EVENT,REPEATS}';
begin
  if tg_op <> 'INSERT' then
    changed := array(
      select unnest(array[from_id, to_id]) from old_rows where kind = any (kinds));
  end if;
  if tg_op <> 'DELETE' then
    changed := changed || array(
      select unnest(array[from_id, to_id]) from new_rows where kind = any (kinds));
  end if;
  if cardinality(changed) > 0 then perform refresh_claim_event(changed); end if;
  return null;
end $$;
