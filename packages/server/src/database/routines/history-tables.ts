/** A twin follows the columns of its table by position, so that a past row is copied whole; it bears no constraint of the present. */
export const twinFunctions = `
create or replace function columns_of(table_name text) returns table (place bigint, name text, type text) stable language plpgsql as $$
begin
  return query
  select row_number() over (order by a.attnum), a.attname::text, format_type(a.atttypid, a.atttypmod)
    || case when a.attcollation <> t.typcollation then format(' collate %I.%I', n.nspname, c.collname) else '' end
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  left join pg_collation c on c.oid = a.attcollation left join pg_namespace n on n.oid = c.collnamespace
  where a.attrelid = to_regclass(quote_ident(table_name)) and a.attnum > 0 and not a.attisdropped and a.attname <> 'valid_to';
end $$;

create or replace function align_twin(table_name text) returns void language plpgsql as $$
declare
  twin text := table_name || '_history';
  step record;
begin
  if cardinality(primary_key_of(table_name)) = 0 or not exists (select from columns_of(table_name) where name = 'valid_from') then
    raise exception 'Table % cannot keep a history: it needs a primary key and valid_from.', table_name;
  end if;
  if to_regclass(quote_ident(twin)) is null then
    execute format('create table %I (valid_to timestamptz not null)', twin);
  end if;

  select t.name as new, h.name as old into step from columns_of(table_name) t join columns_of(twin) h using (place, type)
  where t.name <> h.name and t.name not in (select name from columns_of(twin)) and h.name not in (select name from columns_of(table_name));
  if found then
    raise exception 'Column % of % looks like %, renamed.', step.new, table_name, step.old using hint = format(
      'Rename it in %s too, in the same migration; or, if it is another column, drop %s there.', twin, step.old);
  end if;

  for step in
    select case
      when h.name is null then format('add column %I %s', t.name, t.type)
      when t.name is null then format('drop column %I', h.name)
      else format('alter column %1$I type %2$s using %1$I::%3$s', t.name, t.type, split_part(t.type, ' collate ', 1))
    end as change
    from columns_of(table_name) t full join columns_of(twin) h on h.name = t.name
    where h.type is distinct from t.type
    order by t.place
  loop
    execute format('alter table %I %s', twin, step.change);
  end loop;
  if exists (select from pg_attribute where attrelid = to_regclass(quote_ident(twin)) and attname = 'valid_from' and not attnotnull) then
    execute format('alter table %I alter column valid_from set not null', twin);
  end if;

  if exists (select from columns_of(table_name) t full join columns_of(twin) h using (place, name) where t.type is distinct from h.type) then
    raise exception 'The columns of % are in another order than those of %.', twin, table_name using hint =
      format('Drop from %s what a migration dropped and added again; new columns come last.', twin);
  end if;
end $$;
`;
