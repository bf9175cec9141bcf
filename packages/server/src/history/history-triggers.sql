-- Triggers that fill the history tables. Each recorded table has a history table with its past rows
-- and the time at which each ended (`valid_to`). Nothing else writes to a history table.

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
  new.valid_from := write_time();
  return new;
end $$;

-- After each statement: copies past rows to the history table and notes the records they belong to.
-- The arguments are the statements for both, made by `install_history`. They are planned each time,
-- because one row and a hundred thousand rows need different plans.
create or replace function history_note() returns trigger language plpgsql as $$
declare
  write bigint;
  write_at timestamptz;
begin
  if tg_op = 'DELETE' then
    if not exists (select from old_rows) then return null; end if;
  elsif not exists (select from new_rows) then
    return null;
  end if;
  write := write_seq();
  write_at := write_time();
  if tg_op <> 'DELETE' then
    if exists (select from new_rows where valid_from <> write_at) then
      raise exception 'valid_from of % is the write''s time and set by the database alone.',
        tg_table_name using errcode = '55000';
    end if;
  end if;
  if current_setting('claimgraph.closing', true) is distinct from 'on' then
    execute tg_argv[0] using write;
  end if;
  if tg_op <> 'INSERT' then
    execute tg_argv[1] using write_at;
  end if;
  return null;
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
    'select $1, o.type, o.id from (%s) o(type, id) where o.id is not null on conflict do nothing',
    owned_ids);
end $$;

-- Gives a table its history table with indexes, its triggers, and its rows in `history_table`.
-- owners: [{ type, column, list?, via?, key? }]. The owner's id is in `column` of the row itself
-- or, with `via`, in `column` of the row of table `via` whose id is in the row's column `key`.
create or replace function install_history(table_name text, owners jsonb, columns jsonb)
returns void language plpgsql as $$
declare
  history text := table_name || '_history';
  key text[] := primary_key_of(table_name);
  copy_statement text := format(
    'insert into %I select $1, o.* from old_rows o where o.valid_from < $1', history);
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
  execute format(
    'create or replace trigger history_insert after insert on %I referencing new table as new_rows '
    'for each statement execute function history_note(%L)',
    table_name, touch_statement(owners, '{new_rows}'));
  execute format(
    'create or replace trigger history_update after update on %I '
    'referencing old table as old_rows new table as new_rows '
    'for each statement execute function history_note(%L, %L)',
    table_name, touch_statement(owners, '{old_rows,new_rows}'), copy_statement);
  execute format(
    'create or replace trigger history_delete after delete on %I referencing old table as old_rows '
    'for each statement execute function history_note(%L, %L)',
    table_name, touch_statement(owners, '{old_rows}'), copy_statement);
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
