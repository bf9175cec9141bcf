-- The difference that one write made to one record, read from its tables and their history tables.
-- `history_table`, which `install_history` fills, says which tables those are.

-- The rows of one table that the write at `at` changed and that belong to the record: their key,
-- and the row before and after as JSON. `before` is null for a new row, `after` for a deleted one.
-- owner: [column], or [key, via, column] as in `install_history`.
create or replace function changed_rows(
  table_name text, key text[], owner text[], record_id uuid, at timestamptz)
returns table (row_key jsonb, before jsonb, after jsonb) stable language plpgsql as $$
declare
  history text := table_name || '_history';
  belongs text := format('r.%I = $1', owner[1]);
  key_array text := format('jsonb_build_array(%s)',
    (select string_agg(format('r.%I', k), ', ') from unnest(key) k));
begin
  if cardinality(owner) = 3 then
    belongs := format($sql$
      r.%1$I in (
        select v.id from %2$I v where v.%4$I = $1 and v.valid_from <= $2
        union all
        select v.id from %3$I v where v.%4$I = $1 and v.valid_from <= $2 and v.valid_to >= $2)
    $sql$, owner[1], owner[2], owner[2] || '_history', owner[3]);
  end if;
  return query execute format($sql$
    with old_row as (
      select %3$s as key, to_jsonb(r) as content from %2$I r where r.valid_to = $2 and %4$s
    ), new_row as (
      select %3$s as key, to_jsonb(r) as content from %1$I r where r.valid_from = $2 and %4$s
      union all
      select %3$s, to_jsonb(r) from %2$I r where r.valid_from = $2 and %4$s
    )
    select key, o.content, n.content from old_row o full join new_row n using (key)
  $sql$, table_name, history, key_array, belongs) using record_id, at;
end $$;

-- The changed values of a record. `path` begins with the list and the item, for a row of a list.
-- A value is the text of its JSON form: times in ISO 8601 and UTC, jsonb as it is.
create or replace function row_changes(record_type text, record_id uuid, at timestamptz)
returns table (path text[], before text, after text)
stable language plpgsql set timezone = 'UTC' set jit = off as $$
declare
  part record;
  item_columns text[];
begin
  for part in
    select h.table_name, h.list, h.columns, primary_key_of(h.table_name) as key,
      string_to_array(h.owner_column, '.') as owner
    from history_table h where h.record_type = row_changes.record_type
    order by h.list nulls first, h.table_name, h.owner_column
  loop
    -- An item of a list is named by its id, or else by the key columns that are not its owner's id.
    item_columns := part.key;
    if part.key <> '{id}' and cardinality(part.owner) = 1 then
      item_columns := array_remove(part.key, part.owner[1]);
    end if;
    return query
    select
      case when part.list is not null then array[part.list, (
        select string_agg(
          coalesce(part.columns -> i.name ->> 'prefix', '')
            || (coalesce(r.after, r.before) ->> i.name), '.' order by i.place)
        from unnest(item_columns) with ordinality as i(name, place))]
      end || array(select jsonb_array_elements_text(part.columns -> c.name -> 'path')),
      p.prefix || (r.before ->> c.name),
      p.prefix || (r.after ->> c.name)
    from changed_rows(part.table_name, part.key, part.owner, record_id, at) r
    cross join columns_of(part.table_name) c
    cross join lateral (select coalesce(part.columns -> c.name ->> 'prefix', '') as prefix) p
    where part.columns -> c.name ? 'path'
      and (r.before ->> c.name) is distinct from (r.after ->> c.name)
      -- The column that names the record itself says nothing.
      and (cardinality(part.owner) = 3 or c.name <> part.owner[1])
    order by r.row_key, c.place;
  end loop;
end $$;
