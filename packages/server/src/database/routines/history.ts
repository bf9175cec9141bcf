/**
 * History: each domain table has a twin that holds its past rows, each with the time it ended (valid_to, first, so that later columns of
 * both tables keep one order). The database keeps it; nobody writes to a twin by hand.
 */
export const historyFunctions = `
-- Before update: a row that stays the same is left alone, any other is stamped with the write's time. A stored generated column is
-- not computed yet and reads null here; the argument names those columns, so that the comparison can overlook them.
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

-- After each statement: past rows go to the twin, the records they belong to are noted. The arguments are the statements for that,
-- made by keep_history; planned anew each time, because one row and a hundred thousand want different plans.
create or replace function history_note() returns trigger language plpgsql as $$
declare
  write bigint;
  now_ timestamptz;
begin
  if tg_op = 'DELETE' then
    if not exists (select from old_rows) then return null; end if;
  elsif not exists (select from new_rows) then
    return null;
  end if;
  write := write_seq();
  now_ := write_time();
  if tg_op <> 'DELETE' then
    if exists (select from new_rows where valid_from <> now_) then
      raise exception 'valid_from of % is the write''s time and set by the database alone.', tg_table_name using errcode = '55000';
    end if;
  end if;
  if current_setting('claimgraph.closing', true) is distinct from 'on' then
    execute tg_argv[0] using write;
  end if;
  if tg_op <> 'INSERT' then
    execute tg_argv[1] using now_;
  end if;
  return null;
end $$;

create or replace function history_refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'TRUNCATE of % is refused: it would leave no history.', tg_table_name using errcode = '55000';
end $$;

create or replace function primary_key_of(table_name text) returns text[] stable language plpgsql as $$
begin
  return array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality as k(number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = to_regclass(quote_ident(table_name)) and i.indisprimary order by k.place);
end $$;

-- The statement that notes the owners of a statement's rows, for one event.
create or replace function touch_statement(owners jsonb, source text[]) returns text stable language plpgsql as $$
declare
  arms text;
begin
  select string_agg(format('select %L::text, %s from %I r%s', o.type,
      case when o.via is null then format('r.%I', o."column") else format('v.%I', o."column") end, s.rows,
      case when o.via is not null then format(' join %I v on v.id = r.%I', o.via, o.key) end), ' union ')
    into arms from jsonb_to_recordset(owners) as o(type text, "column" text, via text, key text), unnest(source) as s(rows);
  return format('insert into touched (seq, record_type, record_id) select $1, t.type, t.id from (%s) t(type, id) '
    'where t.id is not null on conflict do nothing', arms);
end $$;

-- owners: [{ type, column, list?, via?, key? }]; the record is named by the row's column, or by that of the row of "via" whose id is "key".
create or replace function keep_history(table_name text, owners jsonb, columns jsonb) returns void language plpgsql as $$
declare
  twin text := table_name || '_history';
  key text[] := primary_key_of(table_name);
  keep text := format('insert into %I select $1, o.* from old_rows o where o.valid_from < $1', twin);
  hidden jsonb;
  owned record;
begin
  perform align_twin(table_name);
  execute format('create index if not exists %I on %I (%s, valid_to)', left(twin, 58) || '_key', twin,
    (select string_agg(quote_ident(k), ', ' order by place) from unnest(key) with ordinality as k(k, place)));
  for owned in
    select distinct o."column" as owner from jsonb_to_recordset(owners) as o("column" text, via text)
    where o.via is null and o."column" <> key[1]
  loop
    execute format('create index if not exists %I on %I (%I, valid_to)', left(twin || '_' || owned.owner, 63), twin, owned.owner);
  end loop;

  select jsonb_object_agg(a.attname, null) into hidden from pg_attribute a
    where a.attrelid = to_regclass(quote_ident(table_name)) and a.attgenerated <> '' and not a.attisdropped;
  execute format('create or replace trigger history_stamp before update on %I for each row execute function history_stamp(%s)',
    table_name, quote_literal(hidden::text));
  execute format('create or replace trigger history_insert after insert on %I referencing new table as new_rows '
    'for each statement execute function history_note(%L)', table_name, touch_statement(owners, '{new_rows}'));
  execute format('create or replace trigger history_update after update on %I referencing old table as old_rows new table as new_rows '
    'for each statement execute function history_note(%L, %L)', table_name, touch_statement(owners, '{old_rows,new_rows}'), keep);
  execute format('create or replace trigger history_delete after delete on %I referencing old table as old_rows '
    'for each statement execute function history_note(%L, %L)', table_name, touch_statement(owners, '{old_rows}'), keep);
  execute format('create or replace trigger history_truncate before truncate on %I execute function history_refuse_truncate()', table_name);

  -- owner_column is a path: claim_id, or relation_id.faction_relation.from_id
  delete from history_table h where h.table_name = keep_history.table_name;
  insert into history_table (table_name, record_type, owner_column, list, columns)
  select keep_history.table_name, o.type, concat_ws('.', o.key, o.via, o."column"), o.list, keep_history.columns
  from jsonb_to_recordset(owners) as o(type text, "column" text, via text, key text, list text);
end $$;
`;
