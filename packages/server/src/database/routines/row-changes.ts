/** What one write changed about one record, read from the tables and their twins by way of the registry that keep_history fills. */
export const rowChangesFunctions = `
-- The column by which a row is reached is the record itself, and left out. A value is the text of its JSON form: times in ISO 8601 and UTC, jsonb as it is.
create or replace function row_changes(record_type text, record_id uuid, at timestamptz)
returns table (path text[], before text, after text) stable language plpgsql set timezone = 'UTC' set jit = off as $$
declare
  kept record;
  key text[];
  way text[];
  mine text;
  label text;
begin
  for kept in
    select h.* from history_table h where h.record_type = row_changes.record_type order by h.list nulls first, h.table_name, h.owner_column
  loop
    key := primary_key_of(kept.table_name);
    way := string_to_array(kept.owner_column, '.');
    mine := format('r.%I = $1', way[1]);
    if cardinality(way) = 3 then
      mine := format('r.%1$I in (select v.id from %2$I v where v.%4$I = $1 and v.valid_from <= $2 union all '
        'select v.id from %3$I v where v.%4$I = $1 and v.valid_from <= $2 and v.valid_to >= $2)', way[1], way[2], way[2] || '_history', way[3]);
    end if;
    -- A row of a list goes by its id, or else by what tells it from the record's other rows.
    select format('array[%L, concat_ws(''.'', %s)] || ', kept.list, string_agg(format('%L || k.%I', coalesce(kept.columns -> c.name ->> 'prefix', ''),
      c.name), ', ' order by c.place)) into label from unnest(key) with ordinality as c(name, place) where c.name <> way[1] or key = '{id}' or cardinality(way) = 3;
    return query execute format($sql$
      with old_row as (select %1$s, to_jsonb(r) as doc from %3$I r where r.valid_to = $2 and %4$s),
      new_row as (
        select %1$s, to_jsonb(r) as doc from %2$I r where r.valid_from = $2 and %4$s
        union all select %1$s, to_jsonb(r) as doc from %3$I r where r.valid_from = $2 and %4$s
      )
      select %5$s array(select jsonb_array_elements_text($3 -> c.name -> 'path')), p.prefix || (k.old ->> c.name), p.prefix || (k.new ->> c.name)
      from (select %6$s, o.doc as old, n.doc as new from old_row o full join new_row n using (%6$s)) k cross join columns_of(%7$L) c
      cross join lateral (select coalesce($3 -> c.name ->> 'prefix', '') as prefix) p
      where $3 -> c.name ? 'path' and k.old ->> c.name is distinct from k.new ->> c.name
      order by %8$s, c.place
    $sql$, (select string_agg(format('r.%I', k), ', ') from unnest(key) k), kept.table_name, kept.table_name || '_history', mine,
      case when kept.list is not null then label end, (select string_agg(quote_ident(k), ', ') from unnest(key) k), kept.table_name,
      (select string_agg(format('k.%I', k), ', ') from unnest(key) k))
    using record_id, at, case when cardinality(way) = 1 then kept.columns - way[1] else kept.columns end;
  end loop;
end $$;
`;
