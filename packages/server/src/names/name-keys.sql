-- name_key: the keys that each name is found by.

-- The keys of a name. A name that is several names has one row for the whole and one for each part.
create or replace function name_keys(name text)
returns table (
  form int, arabic boolean, exact text, spelled text, solid text, skeleton text, stem text)
language plpgsql immutable strict parallel safe rows 2 as $$
declare
  -- "Abu Rasin/Zarkan", "Amiriya - Meirkan", "Syrian Observatory (SOHR)"
  separator constant text := '\s*[/;|()]+\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|_+';
  parts text[] := array[name];
begin
  if name ~ separator then
    parts := parts || (regexp_split_to_array(left(name, 500), separator))[1:8];
  end if;
  for i in 1 .. cardinality(parts) loop
    form := i - 1;
    exact := name_exact(parts[i]);
    continue when exact = '';
    arabic := exact ~ '[\u0600-\u06FF]';
    -- If the rules leave nothing, as of a bare article, the exact form is the spelling.
    spelled := coalesce(nullif(name_ordered(name_spelled(exact), false), ''), exact);
    solid := regexp_replace(replace(spelled, ' ', ''), '(.)\1+', '\1', 'g');
    skeleton := name_skeleton(spelled);
    stem := name_skeleton(name_ordered(spelled, true));
    return next;
  end loop;
end $$;

-- Writes the keys of these names where they are missing or differ.
create or replace function refresh_name_key(ids uuid[]) returns void language plpgsql as $$
begin
  insert into name_key as k (
    name_id, form, type, owner_id, weak, arabic, exact, spelled, solid, skeleton, stem)
  select n.id, f.form,
    case
      when n.source_id is not null then 'SOURCE'
      when n.faction_id is not null then 'FACTION'
      else 'LOCATION'
    end,
    coalesce(n.source_id, n.faction_id, n.location_id), n.kind = 'WEAK',
    f.arabic, f.exact, f.spelled, f.solid, f.skeleton, f.stem
  from name n cross join lateral name_keys(n.text) f
  where n.id = any (ids)
  on conflict (name_id, form) do update set
    (type, owner_id, weak, arabic, exact, spelled, solid, skeleton, stem) = row(
      excluded.type, excluded.owner_id, excluded.weak, excluded.arabic, excluded.exact,
      excluded.spelled, excluded.solid, excluded.skeleton, excluded.stem)
  where (
      k.type, k.owner_id, k.weak, k.arabic, k.exact, k.spelled, k.solid, k.skeleton, k.stem
    ) is distinct from (
      excluded.type, excluded.owner_id, excluded.weak, excluded.arabic, excluded.exact,
      excluded.spelled, excluded.solid, excluded.skeleton, excluded.stem);
end $$;

create or replace function maintain_name_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from name_key k using old_rows o left join new_rows n using (id)
    where k.name_id = o.id
      and (n.text, n.kind, n.source_id, n.faction_id, n.location_id)
        is distinct from (o.text, o.kind, o.source_id, o.faction_id, o.location_id);
  elsif tg_op = 'DELETE' then
    delete from name_key k using old_rows o where k.name_id = o.id;
  end if;
  if tg_op <> 'DELETE' then
    perform refresh_name_key(array(select id from new_rows));
  end if;
  return null;
end $$;

-- Computes all keys again: a rule may have changed.
create or replace function rebuild_name_key() returns void language plpgsql as $$
begin
  delete from name_key k where not exists (
    select from name n cross join lateral name_keys(n.text) f
    where n.id = k.name_id and f.form = k.form);
  perform refresh_name_key(array(select id from name));
end $$;
