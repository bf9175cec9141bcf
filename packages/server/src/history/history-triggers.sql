-- Triggers that fill the history tables. Each recorded table has a history table with its past rows
-- and the time at which each ended (`valid_to`). Nothing else writes to a history table.

-- Before update: skips a row that stays the same and stamps any other with the time of the write.
-- A stored generated column is not computed yet and reads as null here. The argument names those
-- columns, so that the comparison ignores them.
create or replace function history_stamp() returns trigger language plpgsql as $$
begin
  if is_scrubbing() then return new; end if;
  if tg_nargs = 0 then
    if old *= new then return null; end if;
  elsif jsonb_populate_record(old, tg_argv[0]::jsonb) *= new then
    return null;
  end if;
  new.valid_from := write_time();
  return new;
end $$;

create or replace function history_refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'TRUNCATE of % is refused: it would leave no history.', tg_table_name
    using errcode = '55000';
end $$;

-- The statement that notes the records that the rows of the transition tables `source` belong to.
create or replace function touch_statement(owners jsonb, source text[]) returns text
stable language plpgsql as $$
declare
  owned_ids text;
begin
  select string_agg(
      case
        when o.via is null then
          format('select %L::text, r.%I from %I r', o.type, o."column", s.name)
        else
          format('select %L::text, v.%I from %I r join %I v on v.id = r.%I',
            o.type, o."column", s.name, o.via, o.key)
      end, ' union ')
    into owned_ids
    from jsonb_to_recordset(owners) as o(type text, "column" text, via text, key text),
      unnest(source) as s(name);
  return format(
    'insert into touched (seq, record_type, record_id) '
    'select write, o.type, o.id from (%s) o(type, id) where o.id is not null '
    'on conflict do nothing',
    owned_ids);
end $$;

-- Creates the trigger function of a table, which runs after each statement: it copies past rows to
-- the history table and notes the records they belong to. Each table has its own, so that the plans
-- of its statements are cached. Their joins are by key, so one plan serves few rows and many.
create or replace function create_history_note(table_name text, owners jsonb) returns void
language plpgsql as $$
begin
  execute format($create$
create or replace function %1$I() returns trigger language plpgsql as $note$
declare
  write bigint;
  write_at timestamptz;
  is_closing boolean := current_setting('claimgraph.closing', true) is not distinct from 'on';
begin
  if tg_op = 'INSERT' then
    if not exists (select from new_rows) then return null; end if;
  elsif not exists (select from old_rows) then
    return null;
  end if;
  if is_scrubbing() then return null; end if;
  write := write_seq();
  write_at := write_time();
  if tg_op <> 'DELETE' then
    if exists (select from new_rows where valid_from <> write_at) then
      raise exception 'valid_from of %% is the write''s time and set by the database alone.',
        tg_table_name using errcode = '55000';
    end if;
  end if;
  if tg_op <> 'INSERT' then
    insert into %2$I select write_at, o.* from old_rows o where o.valid_from < write_at;
  end if;
  if is_closing then
    return null;
  elsif tg_op = 'INSERT' then
    %3$s;
  elsif tg_op = 'UPDATE' then
    %4$s;
  else
    %5$s;
  end if;
  return null;
end $note$ $create$,
    left(table_name, 50) || '_history_note', table_name || '_history',
    touch_statement(owners, '{new_rows}'), touch_statement(owners, '{old_rows,new_rows}'),
    touch_statement(owners, '{old_rows}'));
end $$;

-- Creates the function that gives each record of a type that the open write touched its next
-- version and a revision. `close_write` calls it.
create or replace function create_version_numbering(table_name text, record_type text) returns void
language plpgsql as $$
begin
  execute format($create$
create or replace function %1$I(write bigint, write_at timestamptz) returns void
language plpgsql set enable_seqscan = off as $number$
begin
  -- One more than before this write, even if a statement of the write already raised it.
  update %2$I r set
    version = 1 + coalesce(
      (select h.version from %3$I h where h.id = r.id and h.valid_to = write_at), r.version),
    updated_at = write_at
  where r.created_at <> write_at and r.id = any (array(
    select t.record_id from touched t where t.seq = write and t.record_type = %4$L));
  insert into revision (record_id, version, record_type, seq, at, by, action, change)
  select r.id, r.version, t.record_type, w.seq, w.at, w.by, w.action,
    case
      when r.created_at = w.at then 'CREATED'
      when r.withdrawn_at = w.at then 'WITHDRAWN'
      when r.withdrawn_at is null and exists (
        select from %3$I h
        where h.id = r.id and h.valid_to = w.at and h.withdrawn_at is not null
      ) then 'RESTORED'
      else 'UPDATED'
    end
  from write_log w
  cross join lateral (
    select t.* from touched t where t.seq = w.seq and t.record_type = %4$L offset 0) t
  cross join lateral (select r.* from %2$I r where r.id = t.record_id offset 0) r
  where w.seq = write;
end $number$ $create$,
    table_name || '_number_versions', table_name, table_name || '_history', record_type);
end $$;

-- Gives a table its history table with indexes, its triggers, and its rows in `history_table`.
-- owners: [{ type, column, list?, via?, key? }]. The owner's id is in `column` of the row itself
-- or, with `via`, in `column` of the row of table `via` whose id is in the row's column `key`.
create or replace function install_history(table_name text, owners jsonb, columns jsonb)
returns void language plpgsql as $$
declare
  history text := table_name || '_history';
  key text[] := primary_key_of(table_name);
  note text := left(table_name, 50) || '_history_note';
  generated_columns jsonb;
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

  select jsonb_object_agg(a.attname, null) into generated_columns from pg_attribute a
  where a.attrelid = to_regclass(quote_ident(table_name)) and a.attgenerated <> ''
    and not a.attisdropped;
  execute format(
    'create or replace trigger history_stamp before update on %I '
    'for each row execute function history_stamp(%s)',
    table_name, quote_literal(generated_columns::text));
  perform create_history_note(table_name, owners);
  perform create_version_numbering(table_name, o.type)
  from jsonb_to_recordset(owners) as o(type text, "column" text, list text)
  where o."column" = 'id' and o.list is null;
  execute format(
    'create or replace trigger history_insert after insert on %I referencing new table as new_rows '
    'for each statement execute function %I()', table_name, note);
  execute format(
    'create or replace trigger history_update after update on %I '
    'referencing old table as old_rows new table as new_rows '
    'for each statement execute function %I()', table_name, note);
  execute format(
    'create or replace trigger history_delete after delete on %I referencing old table as old_rows '
    'for each statement execute function %I()', table_name, note);
  execute format(
    'create or replace trigger history_truncate before truncate on %I '
    'execute function history_refuse_truncate()', table_name);

  -- `owner_column` is a path: claim_id, or relation_id.faction_relation.from_id.
  delete from history_table h where h.table_name = install_history.table_name;
  insert into history_table (table_name, record_type, owner_column, list, columns)
  select install_history.table_name, o.type, concat_ws('.', o.key, o.via, o."column"), o.list,
    install_history.columns
  from jsonb_to_recordset(owners)
    as o(type text, "column" text, via text, key text, list text);
end $$;
