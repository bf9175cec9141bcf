-- name_key: the keys that each name is found by.

-- The keys of a name. A name that is several names has one row for the whole and one for each part,
-- and a name with marked letters has one row more, with the letters spelled out.
create or replace function name_keys(name text)
returns table (
  form int, script text, exact text, spelled text, solid text, skeleton text, stem text,
  sound varbit, sounds text, latin text, slavic text, words text[])
language plpgsql immutable strict parallel safe rows 2 as $$
declare
  -- "Abu Rasin/Zarkan", "Amiriya - Meirkan", "Syrian Observatory (SOHR)"
  separator constant text := '\s*[/;|()]+\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|_+';
  parts text[] := array[name];
  unmarked text;
  lengthened text;
  qualified text;
begin
  if name ~ separator then
    parts := parts || (regexp_split_to_array(left(name, 500), separator))[1:8];
  end if;
  unmarked := name_unmarked(name);
  if unmarked is not null then parts := parts || unmarked; end if;
  for i in 1 .. cardinality(parts) loop
    form := i - 1;
    exact := name_exact(parts[i]);
    continue when exact = '';
    select r.* into script, spelled, sounds, qualified, latin from name_read(exact) r;
    lengthened := name_lengthened(parts[i]);
    if lengthened is not null then
      select r.sounds, r.stem into sounds, qualified from name_read(name_exact(lengthened)) r;
    end if;
    -- If the rules leave nothing, as of a bare article, the exact form is the spelling.
    spelled := coalesce(nullif(spelled, ''), exact);
    solid := regexp_replace(replace(spelled, ' ', ''), '(.)\1+', '\1', 'g');
    select s.* into skeleton, sound, words from name_sound(sounds, script = 'Arab') s;
    stem := case when qualified is null then skeleton
      else (name_sound(qualified, script = 'Arab')).skeleton end;
    slavic := name_slavic(latin);
    return next;
  end loop;
end $$;

-- The keys of a search text: those of a name, other readings of its letters, and the other names of
-- what it is an acronym or translation of. Readings have no exact form.
create or replace function search_keys(search text)
returns table (
  n int, form int, script text, exact text, spelled text, solid text, skeleton text, stem text,
  sound varbit, slavic text, words text[], is_synonym boolean)
language sql stable strict parallel safe rows 4 as $$
  with own as materialized (select k.* from name_keys(search) k)
  select row_number() over ()::int, every_form.* from (
    select k.form, k.script, k.exact, k.spelled, k.solid, k.skeleton, k.stem, k.sound, k.slavic,
      nullif(k.words, '{}') as words, false as is_synonym
    from own k
    union all
    select 1, k.script, null, null, null, s.skeleton, s.skeleton, s.sound, null,
      nullif(s.words, '{}'), false
    from own k cross join lateral name_readings(k.script, k.sounds) r
      cross join lateral name_sound(r, k.script = 'Arab') s
    where k.form = 0 and s.skeleton is not null
    union all
    select 1, k.script, null, null, null, null, null, null, r, null, false
    from own k cross join lateral slavic_readings(k.latin) r
    where k.form <= 1
    union all
    select 0, f.script, f.exact, null, f.solid, f.skeleton, null, f.sound, f.slavic, null, true
    from own k cross join lateral name_synonyms(k.exact) s cross join lateral name_keys(s.name) f
    where k.form = 0
  ) every_form
$$;

-- How two stretches of the sounds of names differ: 100 for each sound that must be there and is
-- not, and 1 for each that may have been omitted. A position is a gap or a consonant. Null: one of
-- the stretches does not exist.
create or replace function sound_difference(
  one varbit, one_at int, other varbit, other_at int, positions int) returns int
language plpgsql immutable strict parallel safe as $$
declare
  n int := length(one) / 4;
  m int := length(other) / 4;
  a int := 4 * one_at + 1;
  b int := 4 * other_at + 1;
  p int := 4 * positions;
begin
  if a + p > n + 1 or b + p > m + 1 then return null; end if;
  return 100 * (bit_count(substring(one from a for p) & ~substring(other from 2 * m + b for p))
      + bit_count(substring(other from b for p) & ~substring(one from 2 * n + a for p)))
    + bit_count(substring(one from n + a for p) & ~substring(other from 3 * m + b for p))
    + bit_count(substring(other from m + b for p) & ~substring(one from 3 * n + a for p));
end $$;

-- Writes the keys of these names where they are missing or differ.
create or replace function refresh_name_key(ids uuid[]) returns void language plpgsql as $$
begin
  insert into name_key as k (
    name_id, form, type, owner_id, weak, script, exact, spelled, solid, skeleton, stem, sound,
    slavic, words)
  select n.id, f.form,
    case
      when n.source_id is not null then 'SOURCE'
      when n.faction_id is not null then 'FACTION'
      else 'LOCATION'
    end,
    coalesce(n.source_id, n.faction_id, n.location_id), n.kind = 'WEAK',
    f.script, f.exact, f.spelled, f.solid, f.skeleton, f.stem, f.sound, f.slavic, f.words
  from name n cross join lateral name_keys(n.text) f
  where n.id = any (ids)
  on conflict (name_id, form) do update set
    (type, owner_id, weak, script, exact, spelled, solid, skeleton, stem, sound, slavic, words) = row(
      excluded.type, excluded.owner_id, excluded.weak, excluded.script, excluded.exact,
      excluded.spelled, excluded.solid, excluded.skeleton, excluded.stem, excluded.sound,
      excluded.slavic, excluded.words)
  where (
      k.type, k.owner_id, k.weak, k.script, k.exact, k.spelled, k.solid, k.skeleton, k.stem,
      k.sound, k.slavic, k.words
    ) is distinct from (
      excluded.type, excluded.owner_id, excluded.weak, excluded.script, excluded.exact,
      excluded.spelled, excluded.solid, excluded.skeleton, excluded.stem, excluded.sound,
      excluded.slavic, excluded.words);
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
