-- name_key: the keys that each name is found by.

-- The keys of a name. A name that is several names has one row for the whole and one for each part,
-- a name with marked letters has one row more, with the letters spelled out, and so has a Ukrainian
-- spelling of a name that may be of another language.
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
  unmarked := (name_unmarked(name)).consonants;
  if unmarked is not null then parts := parts || unmarked; end if;
  -- In a name that is not Ukrainian, г is g, as in Игорь.
  if name ~ '[гГ]' and name ~ '[іїєґІЇЄҐ]' then
    parts := parts || translate(name, 'гГ', 'ґҐ');
  end if;
  for i in 1 .. cardinality(parts) loop
    form := i - 1;
    exact := name_exact(parts[i]);
    continue when exact = '';
    select r.* into script, spelled, sounds, qualified, latin from name_read(exact) r;
    lengthened := (name_unmarked(parts[i])).vowels;
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
-- what it is an acronym or translation of; "country_names" has those of a country. Readings have no
-- exact form.
-- An earlier version returned other columns, which cannot be replaced.
drop function if exists search_keys(text);
create or replace function search_keys(search text, country_names text[])
returns table (
  n int, form int, script text, exact text, spelled text, solid text, skeleton text, stem text,
  sound varbit, sounds text, slavic text, words text[], is_synonym boolean, is_country boolean)
language plpgsql stable strict parallel safe rows 2 as $$
declare
  own record;
  reading text;
  other text;
  known text[];
  has_other_vowels boolean;
begin
  n := 0;
  for own in select k.* from name_keys(search) k loop
    is_synonym := false; is_country := false;
    n := n + 1;
    form := own.form; script := own.script; exact := own.exact; spelled := own.spelled;
    solid := own.solid; skeleton := own.skeleton; stem := own.stem; sound := own.sound;
    sounds := own.sounds; slavic := own.slavic; words := nullif(own.words, '{}');
    return next;
    continue when form > 1;
    known := array[skeleton]; sounds := null; exact := null; spelled := null; solid := null;
    words := null;
    form := 1; slavic := null;
    if own.form = 0 and own.sounds is not null then
      foreach reading in array name_readings(script, own.sounds) loop
        continue when reading = own.sounds;
        skeleton := replace(name_consonants(reading), ' ', '');
        has_other_vowels := strpos(reading, 'ŭ') > 0
          or strpos(own.sounds, 'ŷ') > 0 and strpos(reading, 'ŷ') = 0;
        continue when skeleton = any (known) and not has_other_vowels;
        if not has_other_vowels then known := known || skeleton; end if;
        -- With as many consonants, it has the same gaps, unless a y is read as another vowel.
        sound := case
          when length(skeleton) = length(own.skeleton) and not has_other_vowels then own.sound
          else (name_sound(reading, script = 'Arab')).sound end;
        continue when sound is null;
        n := n + 1;
        stem := null;
        return next;
      end loop;
    end if;
    skeleton := null; stem := null; sound := null;
    if own.latin is not null then
      foreach reading in array slavic_readings(script, own.latin) loop
        continue when reading = own.latin;
        slavic := name_slavic(reading);
        n := n + 1;
        return next;
      end loop;
    end if;
    continue when own.form > 0;
    is_synonym := true; form := 0;
    for other, is_country in
      (select s.name, false from name_synonym s where s.key = own.exact order by s.name limit 20)
      union all select c.name, true from unnest(country_names) as c(name)
    loop
      select f.script, f.exact, f.solid, f.skeleton, f.sound, f.slavic
      into script, exact, solid, skeleton, sound, slavic
      from name_keys(other) f where f.form = 0;
      -- An acronym sounds like nothing.
      if other ~ '^[A-Z]{2,5}$' then
        skeleton := null; sound := null; slavic := null;
      end if;
      n := n + 1;
      return next;
    end loop;
    script := own.script;
  end loop;
end $$;

-- Writes the keys of these names where they are missing or differ.
create or replace function refresh_name_key(ids uuid[]) returns void language plpgsql as $$
begin
  insert into name_key as k (
    name_id, form, type, owner_id, weak, script, exact, spelled, solid, skeleton, stem, sound,
    sounds, slavic, words)
  select n.id, f.form,
    case
      when n.source_id is not null then 'SOURCE'
      when n.faction_id is not null then 'FACTION'
      else 'LOCATION'
    end,
    coalesce(n.source_id, n.faction_id, n.location_id), n.kind = 'WEAK',
    f.script, f.exact, f.spelled, f.solid, f.skeleton, f.stem, f.sound, f.sounds,
    f.slavic, f.words
  from name n cross join lateral name_keys(n.text) f
  where n.id = any (ids)
  on conflict (name_id, form) do update set
    (type, owner_id, weak, script, exact, spelled, solid, skeleton, stem, sound, sounds, slavic,
      words) = row(
      excluded.type, excluded.owner_id, excluded.weak, excluded.script, excluded.exact,
      excluded.spelled, excluded.solid, excluded.skeleton, excluded.stem, excluded.sound,
      excluded.sounds, excluded.slavic, excluded.words)
  where (
      k.type, k.owner_id, k.weak, k.script, k.exact, k.spelled, k.solid, k.skeleton, k.stem,
      k.sound, k.sounds, k.slavic, k.words
    ) is distinct from (
      excluded.type, excluded.owner_id, excluded.weak, excluded.script, excluded.exact,
      excluded.spelled, excluded.solid, excluded.skeleton, excluded.stem, excluded.sound,
      excluded.sounds, excluded.slavic, excluded.words);
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
