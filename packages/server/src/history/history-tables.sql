-- History tables. A history table has `valid_to` first and then the columns of its table in the
-- same order, so that a past row is copied whole. It has none of the table's constraints.

-- The columns of a table except `valid_to`, in order, with their types.
create or replace function columns_of(table_name text)
returns table (place bigint, name text, type text) stable language plpgsql as $$
begin
  return query
  select row_number() over (order by a.attnum), a.attname::text,
    format_type(a.atttypid, a.atttypmod) || case
      when a.attcollation <> t.typcollation then format(' collate %I.%I', n.nspname, c.collname)
      else ''
    end
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_collation c on c.oid = a.attcollation
  left join pg_namespace n on n.oid = c.collnamespace
  where a.attrelid = to_regclass(quote_ident(table_name)) and a.attnum > 0 and not a.attisdropped
    and a.attname <> 'valid_to';
end $$;

-- The columns of a table's primary key, in order.
create or replace function primary_key_of(table_name text) returns text[]
stable language plpgsql as $$
begin
  return array(
    select a.attname::text
    from pg_index i
    cross join unnest(i.indkey) with ordinality as k(number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = to_regclass(quote_ident(table_name)) and i.indisprimary
    order by k.place);
end $$;

-- Creates the history table of a table, or adds, drops and alters columns until it matches.
create or replace function align_history_table(table_name text) returns void language plpgsql as $$
declare
  history text := table_name || '_history';
  step record;
begin
  if cardinality(primary_key_of(table_name)) = 0
    or not exists (select from columns_of(table_name) where name = 'valid_from')
  then
    raise exception 'Table % cannot have a history: it needs a primary key and valid_from.',
      table_name;
  end if;
  if to_regclass(quote_ident(history)) is null then
    execute format('create table %I (valid_to timestamptz not null)', history);
  end if;

  -- A renamed column looks like a dropped and an added one; its past values would be lost.
  select t.name as new, h.name as old into step
  from columns_of(table_name) t join columns_of(history) h using (place, type)
  where t.name <> h.name and t.name not in (select name from columns_of(history))
    and h.name not in (select name from columns_of(table_name));
  if found then
    raise exception 'Column % of % looks like %, renamed.', step.new, table_name, step.old
      using hint = format(
        'Rename it in %s too, in the same migration; or, if it is another column, drop %s there.',
        history, step.old);
  end if;

  for step in
    select case
      when h.name is null then format('add column %I %s', t.name, t.type)
      when t.name is null then format('drop column %I', h.name)
      else format('alter column %1$I type %2$s using %1$I::%3$s',
        t.name, t.type, split_part(t.type, ' collate ', 1))
    end as change
    from columns_of(table_name) t full join columns_of(history) h on h.name = t.name
    where h.type is distinct from t.type
    order by t.place
  loop
    execute format('alter table %I %s', history, step.change);
  end loop;
  if exists (
    select from pg_attribute
    where attrelid = to_regclass(quote_ident(history)) and attname = 'valid_from' and not attnotnull
  ) then
    execute format('alter table %I alter column valid_from set not null', history);
  end if;

  if exists (
    select from columns_of(table_name) t full join columns_of(history) h using (place, name)
    where t.type is distinct from h.type
  ) then
    raise exception 'The columns of % are in another order than those of %.', history, table_name
      using hint = format(
        'Drop from %s the columns that a migration dropped and added again; new columns come last.',
        history);
  end if;
end $$;
