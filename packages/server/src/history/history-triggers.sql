-- Triggers that fill the history tables. Each recorded table has a history table with its past rows
-- and the time at which each ended (`valid_to`). Nothing else writes to a history table, except a
-- write that scrubs (`scrub.sql`).

-- Before update: skips a row that stays the same and stamps any other with the time of the write.
-- A stored generated column is not computed yet and reads as null here. The argument names those
-- columns, so that the comparison ignores them.
create or replace function history_stamp() returns trigger language plpgsql as $$
begin
  if tg_nargs = 0 then
    if old *= new then return null; end if;
  elsif jsonb_populate_record(old, tg_argv[0]::jsonb) *= new then
    return null;
  end if;
  -- A scrubbed row keeps its time: it stays what that write wrote, with other contents.
  if coalesce(current_setting('claimgraph.scrub', true), '') = '' or not is_scrubbing() then
    new.valid_from := write_time();
  end if;
  return new;
end $$;

create or replace function history_refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'TRUNCATE of % is refused: it would leave no history.', tg_table_name
    using errcode = '55000';
end $$;

-- The query of the types and ids of the records that the rows of the tables `source` belong to.
-- `of_past`: rows may belong to records by rows that have ended.
create or replace function owned_ids(owners jsonb, source text[], of_past boolean default false)
returns text stable language sql as $$
  select string_agg(
    case
      when o.via is null then
        format('select %L::text, r.%I from %I r', o.type, o."column", s.name)
      when of_past then
        format('select %1$L::text, v.%2$I from %3$I r join (select id, %2$I from %4$I '
          'union select id, %2$I from %5$I) v on v.id = r.%6$I',
          o.type, o."column", s.name, o.via, o.via || '_history', o.key)
      else
        format('select %L::text, v.%I from %I r join %I v on v.id = r.%I',
          o.type, o."column", s.name, o.via, o.key)
    end, ' union ')
  from jsonb_to_recordset(owners) as o(type text, "column" text, via text, key text),
    unnest(source) as s(name)
$$;

-- The statement that notes the records that rows belong to.
create or replace function touch_statement(owned_ids text) returns text
immutable language sql as $$
  select format(
    'insert into public.touched (seq, record_type, record_id) '
    'select write, o.type, o.id from (%s) o(type, id) where o.id is not null '
    'on conflict do nothing',
    owned_ids)
$$;

-- The statement that refuses rows of records that the open write does not scrub.
create or replace function check_scrub_statement(table_name text, owned_ids text) returns text
immutable language sql as $$
  select format(
    'perform refuse_scrub(%L, o.type, o.id) from (%s) o(type, id) '
    'where o.id is not null and not exists (select from public.scrubbed s '
    'where s.seq = write and s.record_type = o.type and s.record_id = o.id)',
    table_name, owned_ids)
$$;

-- Creates the trigger function of a table, which runs after each statement: it copies past rows to
-- the history table and notes the records they belong to. Each table has its own, so that the plans
-- of its statements are cached. Their joins are by key, so one plan serves few rows and many.
create or replace function create_history_note(table_name text, owners jsonb) returns void
language plpgsql as $$
declare
  inserted text := owned_ids(owners, '{new_rows}');
  updated text := owned_ids(owners, '{old_rows,new_rows}');
  deleted text := owned_ids(owners, '{old_rows}');
begin
  execute format($create$
create or replace function %1$I() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $note$
declare
  write bigint;
  write_at timestamptz;
  has_other_times boolean;
begin
  if tg_op = 'INSERT' then
    -- One statement, with what `write_seq` reads: it runs for each table of each write.
    select bool_or(n.valid_from <> write_time()), (
        select w.seq from write_log w
        where w.at = write_time() and w.hash is null
          and w.seq = nullif(current_setting('claimgraph.seq', true), '')::bigint)
      into has_other_times, write from new_rows n;
    -- There are no rows.
    if has_other_times is null then return null; end if;
  elsif not exists (select from old_rows) then
    return null;
  end if;
  write := coalesce(write, write_seq());
  write_at := write_time();
  if coalesce(current_setting('claimgraph.scrub', true), '') <> '' and is_scrubbing() then
    if tg_op = 'INSERT' then
      %6$s;
    elsif tg_op = 'UPDATE' then
      %7$s;
    else
      %8$s;
    end if;
    return null;
  end if;
  if tg_op = 'UPDATE' then
    has_other_times := exists (select from new_rows where valid_from <> write_at);
  end if;
  if has_other_times then
    raise exception 'valid_from of %% is the write''s time and set by the database alone.',
      tg_table_name using errcode = '55000';
  end if;
  if tg_op <> 'INSERT' then
    insert into %2$I select write_at, o.* from old_rows o where o.valid_from < write_at;
  end if;
  if tg_op = 'INSERT' then
    %3$s;
  elsif tg_op = 'UPDATE' then
    %4$s;
  else
    %5$s;
  end if;
  return null;
end $note$ $create$,
    left(table_name, 50) || '_history_note', table_name || '_history',
    touch_statement(inserted), touch_statement(updated), touch_statement(deleted),
    check_scrub_statement(table_name, inserted), check_scrub_statement(table_name, updated),
    check_scrub_statement(table_name, deleted));
end $$;

-- Creates the function that makes a history table append-only, except for a write that scrubs.
create or replace function create_history_guard(table_name text, owners jsonb) returns void
language plpgsql as $$
declare
  history text := table_name || '_history';
  guard text := left(table_name, 50) || '_history_guard';
begin
  execute format($create$
create or replace function %1$I() returns trigger language plpgsql as $guard$
declare
  write bigint;
begin
  if not exists (select from old_rows) then return null; end if;
  if not is_scrubbing() then
    raise exception 'The history is append-only: %% of %% is refused.', tg_op, tg_table_name
      using errcode = '55000';
  end if;
  write := write_seq();
  if tg_op = 'UPDATE' then
    %2$s;
  else
    %3$s;
  end if;
  return null;
end $guard$ $create$,
    guard,
    check_scrub_statement(history, owned_ids(owners, '{old_rows,new_rows}', true)),
    check_scrub_statement(history, owned_ids(owners, '{old_rows}', true)));
end $$;

-- Creates the triggers of a table and of its history table, which run these functions.
create or replace function create_history_triggers(table_name text) returns void
language plpgsql as $$
declare
  generated_columns jsonb := (
    select jsonb_object_agg(a.attname, null) from pg_attribute a
    where a.attrelid = to_regclass(quote_ident(table_name)) and a.attgenerated <> ''
      and not a.attisdropped);
  part record;
begin
  execute format(
    'create or replace trigger history_stamp before update on %I '
    'for each row execute function history_stamp(%s)',
    table_name, quote_literal(generated_columns::text));
  execute format(
    'create or replace trigger history_insert after insert on %I referencing new table as new_rows '
    'for each statement execute function %I()',
    table_name, left(table_name, 50) || '_history_note');
  for part in
    values (table_name, '_history_note'), (table_name || '_history', '_history_guard')
  loop
    execute format(
      'create or replace trigger history_update after update on %I '
      'referencing old table as old_rows new table as new_rows '
      'for each statement execute function %I()',
      part.column1, left(table_name, 50) || part.column2);
    execute format(
      'create or replace trigger history_delete after delete on %I '
      'referencing old table as old_rows for each statement execute function %I()',
      part.column1, left(table_name, 50) || part.column2);
    execute format(
      'create or replace trigger history_truncate before truncate on %I '
      'execute function history_refuse_truncate()', part.column1);
  end loop;
end $$;

-- The statement that gives each record of a type that the open write touched its revision, which
-- commits to its contents. `change` is an expression over the record `r` and the write `w`.
create or replace function revision_statement(
  table_name text, record_type text, change text, contents text)
returns text immutable language sql set search_path = public, pg_temp as $$
  select format($insert$
  with v as materialized (
    select r.id as record_id, r.version, t.record_type, w.seq, w.at, w.by, w.action,
      %3$s as change, new_salt() as salt
    from write_log w
    cross join lateral (
      select t.* from touched t where t.seq = w.seq and t.record_type = %2$L offset 0) t
    cross join lateral (select r.* from %1$I r where r.id = t.record_id offset 0) r
    where w.seq = write
  )
  insert into public.revision (
    record_id, version, record_type, seq, at, by, action, change, salt, digest, row_tags)
  select v.record_id, v.version, v.record_type, v.seq, v.at, v.by, v.action, v.change, v.salt,
    version_digest(v.salt, v.record_type, v.record_id, v.version, v.change, v.seq, p.hashes),
    p.tags
  from v cross join lateral (
    select string_agg(h.hash, ''::bytea order by h.hash) as hashes,
      string_agg(substr(h.hash, 1, 4), ''::bytea order by h.hash) as tags
    from (%4$s) h(hash)) p$insert$, table_name, record_type, change, contents)
$$;

-- Creates the function that gives each record of a type that the open write touched its next
-- version and a revision. The settings make the text of every value the same in all sessions. New
-- records are the usual case: they have ended no rows, so their statement reads no history.
create or replace function create_version_numbering(table_name text, record_type text) returns void
language plpgsql as $$
declare
  change text := format($change$case
        when r.created_at = w.at then 'CREATED'
        when r.withdrawn_at = w.at then 'WITHDRAWN'
        when r.withdrawn_at is null and exists (
          select from %I h
          where h.id = r.id and h.valid_to = w.at and h.withdrawn_at is not null
        ) then 'RESTORED'
        else 'UPDATED'
      end$change$, table_name || '_history');
begin
  execute format($create$
create or replace function %1$I(write bigint, write_at timestamptz) returns void
language plpgsql set enable_seqscan = off set timezone = 'UTC' set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex' as $number$
begin
  if not exists (
    select from touched t
    cross join lateral (
      select from %2$I r where r.id = t.record_id and r.created_at <> write_at offset 0) former
    where t.seq = write and t.record_type = %4$L)
  then %5$s;
    return;
  end if;
  -- One more than before this write, even if a statement of the write already raised it.
  update %2$I r set
    version = 1 + coalesce(
      (select h.version from %3$I h where h.id = r.id and h.valid_to = write_at), r.version),
    updated_at = write_at
  where r.created_at <> write_at and r.id = any (array(
    select t.record_id from touched t where t.seq = write and t.record_type = %4$L));
%6$s;
end $number$ $create$,
    table_name || '_number_versions', table_name, table_name || '_history', record_type,
    revision_statement(
      table_name, record_type, quote_literal('CREATED'), contents_query(record_type, null, false)),
    revision_statement(
      table_name, record_type, change, contents_query(record_type, false, false)));
end $$;

-- Creates the function that does this for all types. `close_write` calls it.
create or replace function create_numbering() returns void language plpgsql as $$
begin
  execute format($create$
create or replace function number_versions(write bigint, write_at timestamptz) returns void
language plpgsql as $number$
declare
  types text[] := array(select distinct t.record_type from touched t where t.seq = write);
begin%s
end $number$ $create$, (
    select string_agg(format($call$
  if %L = any (types) then perform %I(write, write_at); end if;$call$,
      h.record_type, h.table_name || '_number_versions'), '' order by h.record_type collate "C")
    from history_table h where h.owner_column = 'id' and h.list is null));
end $$;

-- Gives a table its history table with indexes, its triggers, and its rows in `history_table`.
-- owners: [{ type, column, list?, via?, key? }]. The owner's id is in `column` of the row itself
-- or, with `via`, in `column` of the row of table `via` whose id is in the row's column `key`.
create or replace function install_history(table_name text, owners jsonb, columns jsonb)
returns void language plpgsql as $$
declare
  history text := table_name || '_history';
  key text[] := primary_key_of(table_name);
  owner_column text;
begin
  perform align_history_table(table_name);
  execute format('create index if not exists %I on %I (%s, valid_to)',
    left(history, 58) || '_key', history,
    (select string_agg(quote_ident(k), ', ' order by place)
      from unnest(key) with ordinality as k(k, place)));
  for owner_column in
    select distinct o."column" from jsonb_to_recordset(owners) as o("column" text, via text)
    where o.via is null and o."column" <> key[1]
  loop
    execute format('create index if not exists %I on %I (%I, valid_to)',
      left(history || '_' || owner_column, 63), history, owner_column);
  end loop;

  perform create_history_note(table_name, owners);
  perform create_history_guard(table_name, owners);
  perform create_history_triggers(table_name);

  -- `owner_column` is a path: claim_id, or relation_id.faction_relation.from_id.
  delete from history_table h where h.table_name = install_history.table_name;
  insert into history_table (table_name, record_type, owner_column, list, columns)
  select install_history.table_name, o.type, concat_ws('.', o.key, o.via, o."column"), o.list,
    install_history.columns
  from jsonb_to_recordset(owners)
    as o(type text, "column" text, via text, key text, list text);
end $$;

-- Completes the installation when all tables are in `history_table`.
create or replace function install_commitments() returns void language plpgsql as $$
begin
  perform create_version_numbering(h.table_name, h.record_type)
  from history_table h where h.owner_column = 'id' and h.list is null;
  perform create_numbering();
  perform commit_former_writes();
end $$;

-- Commits to what was written before there were commitments, and chains the log again. The former
-- hashes stay, so that a head that somebody kept can be recognised.
create or replace function commit_former_writes() returns void language plpgsql
set jit = off set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres'
set extra_float_digits = 1 set bytea_output = 'hex' as $$
declare
  of_type text;
  w record;
  previous bytea;
  next_hash bytea;
begin
  if not exists (select from write_log l where l.format = 1) then return; end if;
  alter table revision disable trigger user;
  alter table write_log disable trigger user;
  for of_type in
    select h.record_type from history_table h where h.owner_column = 'id' and h.list is null
  loop
    execute format($sql$
      with v as materialized (
        select r.record_id, r.version, r.change, r.seq, r.at, new_salt() as salt
        from revision r where r.record_type = %1$L and r.digest is null
      )
      update revision r set salt = v.salt, row_tags = p.tags,
        digest = version_digest(v.salt, %1$L, v.record_id, v.version, v.change, v.seq, p.hashes)
      from v cross join lateral (
        select string_agg(h.hash, ''::bytea order by h.hash) as hashes,
          string_agg(substr(h.hash, 1, 4), ''::bytea order by h.hash) as tags
        from (%2$s) h(hash)) p
      where r.record_id = v.record_id and r.version = v.version
    $sql$, of_type, contents_query(of_type, true, false));
  end loop;
  update write_log l set rationale_salt = new_salt()
  where l.format = 1 and l.rationale is not null;
  update write_log l set
    rationale_digest = rationale_digest(l.rationale_salt, l.seq, l.rationale)
  where l.format = 1 and l.rationale is not null;
  for w in select l.* from write_log l order by l.seq loop
    next_hash := w.hash;
    if w.format = 1 then
      next_hash := write_hash(w.seq, w.at, w."by", w.action, previous, write_leaves(w.seq));
      update write_log l
      set format = 2, former_hash = w.hash, previous_hash = previous, hash = next_hash
      where l.seq = w.seq;
    end if;
    previous := next_hash;
  end loop;
  alter table revision enable trigger user;
  alter table write_log enable trigger user;
end $$;
