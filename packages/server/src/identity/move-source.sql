-- Raising the protection of a source changes the past: what the histories and the log have of its
-- identity goes, and its id, which may be derived from its name, is replaced everywhere.

-- The columns that refer to a source, of tables of the ledger and of their history tables.
create or replace function references_to_source() returns table (
  table_name text, column_name text, is_recorded boolean) stable language sql as $$
  select c.conrelid::regclass::text, a.attname::text,
    to_regclass(quote_ident(t.relname || '_history')) is not null
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = to_regclass('source')
$$;

-- Allows the open write to change the past of the source and of all records that refer to it.
create or replace function begin_source_scrub(source_key uuid) returns void language plpgsql as $$
declare
  part record;
  owners uuid[];
begin
  perform begin_scrub('SOURCE', array[source_key]);
  for part in
    select h.record_type, string_agg(
      format('select %1$I from %2$I where %3$I = $1 union select %1$I from %4$I where %3$I = $1',
        h.owner_column, h.table_name, r.column_name, h.table_name || '_history'), ' union ') as query
    from references_to_source() r
    join history_table h on h.table_name = r.table_name
    where h.owner_column not like '%.%'
    group by 1 order by 1
  loop
    execute format('select array(select o.id from (%s) o(id) where o.id is not null and o.id <> $1)',
      part.query) into owners using source_key;
    if cardinality(owners) > 0 then perform begin_scrub(part.record_type, owners); end if;
  end loop;
end $$;

-- Removes what the histories have of the identity of a source. `name_key`: the key of its
-- pseudonym, which from now on has always been its name.
create or replace function scrub_source_history(source_key uuid, name_key uuid) returns void
language plpgsql security definer set search_path from current as $$
begin
  if not is_scrubbing() then
    raise exception 'The past is changed only between begin_scrub and end_scrub.'
      using errcode = '55000';
  end if;
  delete from affiliation_claim_history h using affiliation_history a
  where a.id = h.affiliation_id and source_key in (a.source_id, a.to_source_id);
  delete from affiliation_history a where source_key in (a.source_id, a.to_source_id);
  delete from external_id_history e where e.source_id = source_key;
  delete from name_history n where n.source_id = source_key;
  update source_history h set name = n.text, role = null, based_in_id = null
  from name n where h.id = source_key and n.id = name_key;
  update name n set valid_from = s.created_at from source s
  where n.id = name_key and s.id = source_key;
end $$;

-- Gives a source another id, everywhere.
create or replace function move_source(old_key uuid, new_key uuid) returns void
language plpgsql security definer set search_path from current as $$
declare
  reference record;
  columns text;
begin
  if not is_scrubbing() then
    raise exception 'The past is changed only between begin_scrub and end_scrub.'
      using errcode = '55000';
  end if;
  select string_agg(quote_ident(c.name), ', ') into columns from columns_of('source') c
  where c.name <> 'id' and not exists (
    select from pg_attribute a
    where a.attrelid = to_regclass('source') and a.attname = c.name and a.attgenerated <> '');
  execute format('insert into source (id, %1$s) select $2, %1$s from source where id = $1', columns)
  using old_key, new_key;
  update import_conflict c set record_id = new_key, source_id = new_key where c.record_id = old_key;
  for reference in select * from references_to_source() loop
    execute format('update %s set %2$I = $2 where %2$I = $1',
      reference.table_name, reference.column_name) using old_key, new_key;
    if reference.is_recorded then
      execute format('update %I set %2$I = $2 where %2$I = $1',
        reference.table_name || '_history', reference.column_name) using old_key, new_key;
    end if;
  end loop;
  delete from source s where s.id = old_key;
  update source_history h set id = new_key where h.id = old_key;
  update revision r set record_id = new_key where r.record_id = old_key;
  update touched t set record_id = new_key where t.record_id = old_key;
  update import_row r set record_id = new_key where r.record_id = old_key;
  update import_match m set record_id = new_key where m.record_id = old_key;
  update redacted_record r set record_id = new_key where r.record_id = old_key;
  update identity_lookup l set record_id = new_key where l.record_id = old_key;
  update import_conflict c set
    value = replace(c.value::text, old_key::text, new_key::text)::jsonb,
    file_value = replace(c.file_value::text, old_key::text, new_key::text)::jsonb,
    rows = replace(c.rows::text, old_key::text, new_key::text)::jsonb
  where concat(c.value, c.file_value, c.rows) like '%' || old_key || '%';
  -- Its request may be guessed, and its answer has the old id.
  delete from idempotency_key k where k.answer::text like '%' || old_key || '%';
end $$;

-- Writes other texts into rows of a table or history table, for a scrub. `rows` have the columns
-- `keys` and `changed`.
create or replace function rewrite_texts(
  table_name text, keys text[], changed text[], rows jsonb)
returns void language plpgsql security definer set search_path from current as $$
begin
  if not is_scrubbing() then
    raise exception 'The past is changed only between begin_scrub and end_scrub.'
      using errcode = '55000';
  end if;
  execute format(
    'update public.%1$I t set %2$s from jsonb_populate_recordset(null::public.%1$I, $1) r where %3$s',
    table_name,
    (select string_agg(format('%1$I = r.%1$I', c), ', ') from unnest(changed) c),
    (select string_agg(format('t.%1$I = r.%1$I', k), ' and ') from unnest(keys) k))
  using rows;
end $$;
