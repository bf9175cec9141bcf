/** claim_event: which claims are about one event, by the links between those that stand. A claim that no other shares its event with has no row. */
export const eventFunctions = `
-- Sets right the events of these claims and of those that share one with them.
create or replace function settle_events(changed uuid[]) returns void language plpgsql as $$
declare
  todo uuid[] := array(select c.id from unnest(changed) c(id) union select m.claim_id from claim_event e join claim_event m using (event_id)
    where e.claim_id = any (changed) order by 1);
  members uuid[];
  other uuid[] := '{}';
  stale uuid[];
begin
  while cardinality(todo) > 0 loop
    execute $sql$
      with recursive member(id) as (
        select c.id from claim c where c.id = $1 and c.withdrawn_at is null
        union select c.id from member m cross join lateral (
          select l.to_id as id from claim_link l where l.from_id = m.id and l.kind in ('SAME_EVENT', 'REPEATS') and l.withdrawn_at is null
          union all select l.from_id from claim_link l where l.to_id = m.id and l.kind in ('SAME_EVENT', 'REPEATS') and l.withdrawn_at is null
        ) n join claim c on c.id = n.id and c.withdrawn_at is null
      ) select array(select id from member order by id)
    $sql$ into members using todo[1];
    if cardinality(members) > 1 then
      insert into claim_event as e (claim_id, event_id) select m.id, members[1] from unnest(members) m(id)
      on conflict (claim_id) do update set event_id = excluded.event_id where e.event_id <> excluded.event_id;
    else
      delete from claim_event where claim_id = todo[1];
    end if;
    other := other || members || todo[1];
    todo := array(select t.id from unnest(todo) t(id) where t.id <> all (members || todo[1]) order by 1);
  end loop;
  -- The lists know each claim's event.
  stale := array(select distinct o.id from unnest(other) o(id));
  if cardinality(stale) > 0 then perform settle_claims(stale); end if;
end $$;

create or replace function keep_events() returns trigger language plpgsql as $$
declare
  changed uuid[] := '{}';
  kinds constant text[] := '{SAME_EVENT,REPEATS}';
begin
  if tg_op <> 'INSERT' then
    changed := array(select unnest(array[from_id, to_id]) from old_rows where kind = any (kinds));
  end if;
  if tg_op <> 'DELETE' then
    changed := changed || array(select unnest(array[from_id, to_id]) from new_rows where kind = any (kinds));
  end if;
  if cardinality(changed) > 0 then perform settle_events(changed); end if;
  return null;
end $$;
`;

export const eventTriggers = `
create or replace trigger keep_events_insert after insert on claim_link
  referencing new table as new_rows for each statement execute function keep_events();
create or replace trigger keep_events_update after update on claim_link
  referencing old table as old_rows new table as new_rows for each statement execute function keep_events();
create or replace trigger keep_events_delete after delete on claim_link
  referencing old table as old_rows for each statement execute function keep_events();
`;
