-- Scrubbing: the only way to change what has been written. Personal data of a protected source, or
-- data that a law wants erased, leaves the present rows, the histories and the log, and the proof
-- still holds: the write that scrubs commits to the new contents of each version that it changed,
-- and the salt of the old commitment is destroyed. README.md shows how.

-- Whether the open write scrubs. Settings alone do not count: a session could have set them.
create or replace function is_scrubbing() returns boolean stable language plpgsql as $$
begin
  return coalesce(current_setting('claimgraph.scrub', true), '') <> ''
    and exists (
      select from public.scrubbed s where s.seq = write_seq() and s.record_type <> 'ENDED');
end $$;

-- Functions with the rights of the owner call this first. A domain named `text`, or a cast, which
-- a session made for itself would otherwise run its code with those rights: PostgreSQL searches
-- temporary schemas for types even before its own, and keeps what it found in a session.
create or replace function refuse_temporary_code() returns void language plpgsql
set search_path = public, pg_temp as $$
begin
  if exists (
    select from pg_namespace n
    where n.nspname like 'pg\_temp\_%' and (
      exists (select from pg_proc p
        where p.pronamespace = n.oid and pg_get_userbyid(p.proowner) <> current_user)
      or exists (select from pg_type t
        where t.typnamespace = n.oid and t.typtype = 'd'
          and pg_get_userbyid(t.typowner) <> current_user))
  ) then
    raise exception 'Somebody made a temporary function or domain, so nothing is scrubbed.'
      using errcode = '42501';
  end if;
end $$;

-- Allows the open write to change the past of these records, until `end_scrub`. Their contents must
-- be those that the log committed to, or else a scrub would hide that somebody had changed them.
create or replace function begin_scrub(of_type text, record_ids uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  write bigint := write_seq();
  added uuid[];
  altered record;
begin
  perform refuse_temporary_code();
  added := array(
    select i from unnest(record_ids) i
    where i is not null and not exists (
      select from scrubbed s where s.seq = write and s.record_type = of_type and s.record_id = i));
  select c.* into altered from committed_versions(of_type, added) c
  where c.digest is distinct from c.present_digest order by c.seq limit 1;
  if found then
    raise exception 'Version % of % has other contents than the log committed to.',
      altered.version, altered.record_id
      using errcode = '55000', hint = 'Run claimgraph verify.';
  end if;
  insert into scrubbed (seq, record_type, record_id) select write, of_type, i from unnest(added) i
  on conflict do nothing;
  perform set_config('claimgraph.scrub', 'on', true);
end $$;

-- Commits to the present contents of all versions that the scrub changed, and destroys the salts of
-- their former commitments.
create or replace function end_scrub() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  write bigint := write_seq();
  part record;
begin
  perform refuse_temporary_code();
  if not is_scrubbing() then return; end if;
  for part in
    select s.record_type, array_agg(s.record_id) as ids
    from scrubbed s where s.seq = write and s.record_type not in ('RATIONALE', 'ENDED')
    group by 1 order by 1
  loop
    perform recommit_versions(part.record_type, part.ids);
  end loop;
  -- What stays says that the write scrubbed, so that its row in the log cannot be deleted.
  delete from scrubbed s;
  insert into scrubbed (seq, record_type, record_id)
  values (write, 'ENDED', '00000000-0000-0000-0000-000000000000');
  perform set_config('claimgraph.scrub', '', true);
end $$;

create or replace function recommit_versions(of_type text, record_ids uuid[]) returns void
language plpgsql
set enable_seqscan = off set jit = off set timezone = 'UTC' set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex' as $$
declare
  write bigint := write_seq();
  recommitted bigint[];
begin
  -- A record id is part of what a version commits to, so a new id changes it, too.
  execute format($sql$
    with v as materialized (
      select c.record_id, c.version, c.change, c.seq, c.at, new_salt() as salt
      from committed_versions(%1$L, $1) c
      where c.seq <> $2 and c.digest is distinct from c.present_digest
    )
    insert into recommitment (seq, digest, target_seq, record_id, salt, row_tags)
    select $2,
      version_digest(v.salt, %1$L, v.record_id, v.version, v.change, v.seq, p.hashes),
      v.seq, v.record_id, v.salt, p.tags
    from v cross join lateral (
      select string_agg(h.hash, ''::bytea order by h.hash) as hashes,
        string_agg(substr(h.hash, 1, 4), ''::bytea order by h.hash) as tags
      from (%2$s) h(hash)) p
  $sql$, of_type, contents_query(of_type, true, false)) using record_ids, write;

  with former as (
    update recommitment c set salt = null, row_tags = null
    from recommitment n
    where n.seq = write and n.target_seq = c.target_seq and n.record_id = c.record_id
      and c.seq < write and c.record_id = any (record_ids)
  )
  update revision r set salt = null, row_tags = null
  from recommitment n
  where n.seq = write and n.target_seq = r.seq and n.record_id = r.record_id
    and r.record_id = any (record_ids);
  perform forget_former_hashes(
    (select min(c.target_seq) from recommitment c where c.seq = write));
end $$;

-- A hash of the first format covers ids and reasons without a salt, so what was erased could be
-- guessed and tested with it, and with those of the writes after it.
create or replace function forget_former_hashes(first_seq bigint) returns void
language plpgsql as $$
begin
  update write_log w set former_hash = null where w.seq >= first_seq and w.former_hash is not null;
end $$;

-- Replaces the stated reason of an earlier write, or removes it. It needs no `begin_scrub`.
create or replace function scrub_rationale(of_seq bigint, replacement text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  write bigint := write_seq();
  w record;
  salt bytea := new_salt();
begin
  perform refuse_temporary_code();
  select l.*, c.seq as recommitted_by,
      case when c.seq is null then l.rationale_salt else c.salt end as present_salt,
      coalesce(c.digest, l.rationale_digest) as present_digest
    into w
    from write_log l
    left join lateral (
      select c.* from recommitment c
      where c.target_seq = l.seq and c.record_id is null order by c.seq desc limit 1) c on true
    where l.seq = of_seq and l.seq < write;
  if w.present_digest is null then
    raise exception 'Write % states no reason.', of_seq using errcode = '22023';
  elsif w.present_digest is distinct from rationale_digest(w.present_salt, of_seq, w.rationale) then
    raise exception 'The reason of write % is not the one that the log committed to.', of_seq
      using errcode = '55000', hint = 'Run claimgraph verify.';
  end if;
  insert into scrubbed (seq, record_type, record_id)
  values (write, 'RATIONALE', '00000000-0000-0000-0000-000000000000') on conflict do nothing;
  perform set_config('claimgraph.scrub', 'on', true);
  update recommitment c set salt = null where c.target_seq = of_seq and c.record_id is null;
  insert into recommitment (seq, digest, target_seq, salt)
  values (write, rationale_digest(salt, of_seq, replacement), of_seq, salt);
  update write_log l set rationale = replacement, rationale_salt = null where l.seq = of_seq;
  perform forget_former_hashes(of_seq);
end $$;

-- Gives a record a new id everywhere: in all tables of the ledger, their histories and the log. In
-- each record that refers to it, the commitments change, too. The ids of its names and other parts
-- stay.
create or replace function replace_record_id(of_type text, former uuid, replacement uuid)
returns void language plpgsql security definer
set search_path = public, pg_temp set jit = off as $$
declare
  own_table text;
  place record;
  columns text;
begin
  perform refuse_temporary_code();
  select h.table_name into strict own_table from history_table h
  where h.record_type = of_type and h.owner_column = 'id' and h.list is null;
  perform begin_scrub(of_type, array[former, replacement]);
  for place in
    select c.table_name, c.column_name, c.recorded_table from uuid_columns() c
    where c.recorded_table is not null and (c.recorded_table, c.column_name) <> (own_table, 'id')
  loop
    perform scrub_owners(place.table_name, place.recorded_table, format('x.%I = %L',
      place.column_name, former));
  end loop;
  -- First a copy, because others refer to the row.
  select string_agg(quote_ident(c.name), ', ') into columns
  from unnest(committed_columns(own_table)) c(name)
  where c.name <> 'id';
  execute format('insert into %1$I (id, %2$s) select $2, %2$s from %1$I where id = $1',
    own_table, columns) using former, replacement;
  -- All columns of a table at once, because a constraint may compare them.
  for place in
    select c.table_name,
      string_agg(format('%1$I = case when %1$I = $1 then $2 else %1$I end', c.column_name), ', ')
        as changes,
      string_agg(format('%I = $1', c.column_name), ' or ') as condition
    from uuid_columns() c
    where (c.table_name, c.column_name) <> (own_table, 'id') and c.table_name <> 'scrubbed'
    group by c.table_name order by c.table_name collate "C"
  loop
    execute format('update %I set %s where %s', place.table_name, place.changes, place.condition)
    using former, replacement;
  end loop;
  execute format('delete from %I where id = $1', own_table) using former;
end $$;

-- All columns of ids. `recorded_table`: the table with a history that it belongs to.
create or replace function uuid_columns()
returns table (table_name text, column_name text, recorded_table text)
stable language plpgsql as $$
begin
  return query
  select c.relname::text, a.attname::text, h.name
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    and a.atttypid = 'uuid'::regtype
  left join (select distinct h.table_name as name from history_table h) h
    on c.relname in (h.name, h.name || '_history')
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  -- A table before its history.
  order by c.relname collate "C", a.attnum;
end $$;

-- Allows the open write to change the past of the records that some rows `x` belong to.
create or replace function scrub_owners(of_table text, recorded_table text, condition text)
returns void language plpgsql as $$
declare
  part record;
  ids uuid[];
begin
  for part in
    select h.record_type, string_to_array(h.owner_column, '.') as owner
    from history_table h where h.table_name = recorded_table
  loop
    execute format('select array(select distinct %s where %s)',
      owner_source(of_table, part.owner), condition) into ids;
    if cardinality(ids) > 0 then perform begin_scrub(part.record_type, ids); end if;
  end loop;
end $$;

-- The ids of the records that rows `x` of a table belong to, as the beginning of a query.
create or replace function owner_source(of_table text, owner text[]) returns text
immutable language sql as $$
  select case when cardinality(owner) = 1
    then format('x.%I as id from %s x', owner[1], of_table)
    else format('v.%1$I as id from %2$s x join (select id, %1$I from %3$I '
      'union select id, %1$I from %4$I) v on v.id = x.%5$I',
      owner[3], of_table, owner[2], owner[2] || '_history', owner[1])
  end
$$;

-- Refuses to scrub rows of a record that was not passed to `begin_scrub`: the log would still
-- commit to their former contents.
create or replace function refuse_scrub(of_table text, of_type text, of_id uuid) returns void
language plpgsql as $$
begin
  raise exception '% % is not scrubbed by this write, so its rows in % cannot be changed.',
    of_type, of_id, of_table
    using errcode = '55000', hint = 'Call begin_scrub with its type and id first.';
end $$;
