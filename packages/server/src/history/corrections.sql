-- What people changed. Nothing is stored for it: the history tables say when each value of a record
-- was written, and the log says whether an import or a person wrote it.

-- Whether the action of a write takes its values from a file. `format`: the format that asks. An
-- export of a ledger (`jsonl`) has no history, so it may contain what people corrected there. Other
-- formats treat its values like those of a person.
create or replace function is_import(action text, format text default null) returns boolean
immutable parallel safe language sql as $$
  select action in ('sample', 'import')
    or action like 'import %' and (action <> 'import jsonl' or coalesce(format, 'jsonl') = 'jsonl')
$$;

-- The same for a write that a person made to follow the file.
create or replace function follows_file(action text, format text default null) returns boolean
immutable parallel safe language sql as $$
  select is_import(action, format)
    or action in ('resolveImportConflict', 'resolveImportConflicts')
$$;

-- A row in the terms of the API: `{ field: value }`. Several columns of one field are an object,
-- such as `occurred`. `columns` are those of `history_table`, `content` is the row as JSON.
create or replace function api_row(columns jsonb, content jsonb) returns jsonb
immutable parallel safe language sql as $$
  select coalesce(jsonb_object_agg(f.name, f.value), '{}')
  from (
    select
      c.path ->> 0 as name,
      case max(jsonb_array_length(c.path))
        when 1 then coalesce(jsonb_agg(c.value) filter (where c.value <> 'null') -> 0, 'null')
        else coalesce(
          nullif(
            jsonb_object_agg(c.path ->> -1, c.value)
              filter (where c.value <> 'null' and jsonb_array_length(c.path) > 1),
            '{}'),
          'null')
      end as value
    from (
      select columns -> e.key -> 'path' as path,
        case
          when e.value <> 'null' and columns -> e.key ? 'prefix' then
            to_jsonb((columns -> e.key ->> 'prefix') || (e.value #>> '{}'))
          else e.value
        end as value
      from jsonb_each(content) e
      where columns -> e.key ? 'path'
    ) c
    group by 1
  ) f
$$;

-- Rows of a list in the terms of the API, in their order: speakers as `{ chain: [speaker] }`.
-- `rows` are rows of `of_table` as JSON.
create or replace function api_list(of_table text, of_type text, rows jsonb[]) returns jsonb
stable language plpgsql as $$
declare
  list record;
  positions text[];
  chains jsonb;
  items jsonb;
begin
  select h.columns, h.owner_column into list
  from history_table h where h.table_name = of_table and h.record_type = of_type;
  positions := array(
    select k from unnest(primary_key_of(of_table)) k
    where k not in (list.owner_column, 'id') and (list.columns -> k ? 'path') is not true);
  with item as (
    select
      jsonb_strip_nulls(
        api_row(list.columns - list.owner_column - 'part_of', r.content)
        -- A part of a figure names the figure by its position: ids say nothing to a reader.
        || case when r.content ? 'part_of' then jsonb_build_object('partOf', (
          select w.content -> 'position' from unnest(rows) w(content)
          where w.content -> 'id' = r.content -> 'part_of')) else '{}' end) as content,
      r.content -> 'attribution' as attribution,
      array(
        select r.content -> p from unnest(positions) with ordinality u(p, n) order by n) as place
    from unnest(rows) r(content)
  ), sorted as (
    select i.attribution,
      jsonb_agg(i.content order by i.place, i.content -> 'position', i.content::text) as contents
    from item i where i.content <> '{}' group by i.attribution
  )
  select jsonb_agg(jsonb_build_object('chain', s.contents) order by s.attribution)
      filter (where s.attribution is not null),
    (array_agg(s.contents) filter (where s.attribution is null))[1]
  into chains, items from sorted s;
  return coalesce(chains, items, '[]');
end $$;

-- The value of one field of a record in the terms of the API: now, or as it was at a time. A field
-- is a field of the record's own row, a list, or one item of a list: `links.lnk_…`.
create or replace function field_value(
  of_type text, record_id uuid, field text, at timestamptz default null)
returns jsonb stable language plpgsql as $$
declare
  part record;
  content jsonb;
  rows jsonb[];
  items jsonb := '[]';
  is_list boolean := false;
begin
  for part in
    select h.* from history_table h
    where h.record_type = of_type and h.owner_column not like '%.%'
      and (h.list = split_part(field, '.', 1) or h.list is null and h.owner_column = 'id')
    order by h.list nulls last, h.table_name, h.owner_column
  loop
    if part.list is null and is_list then continue; end if;
    execute format($sql$
      select array(
        select to_jsonb(r) from %1$I r where r.%3$I = $1 and ($2 is null or r.valid_from <= $2)
        union all
        select to_jsonb(r) - 'valid_to' from %2$I r
        where r.%3$I = $1 and r.valid_from <= $2 and r.valid_to > $2)
    $sql$, part.table_name, part.table_name || '_history', part.owner_column)
    into rows using record_id, at;
    if part.list is null then
      return nullif(api_row(part.columns, rows[1]) -> field, 'null');
    elsif field like '%.%' then
      foreach content in array rows loop
        if content ->> 'id' = substr(split_part(field, '.', 2), 5) then
          return api_row(part.columns, content);
        end if;
      end loop;
    else
      items := items || api_list(part.table_name, of_type, rows);
    end if;
    is_list := true;
  end loop;
  return case when field like '%.%' then null else items end;
end $$;

-- The fields of records that a person decided: whose present value was not written by an import.
-- `imported`: the value that the last import wrote; `is_imported`: whether an import wrote one.
create or replace function decided_fields(
  of_type text, record_ids uuid[], of_format text default null)
returns table (
  record_id uuid, field text, at timestamptz, by text, is_imported boolean, imported jsonb)
stable language plpgsql as $$
declare
  part record;
  has_names boolean := exists (
    select from history_table h where h.record_type = of_type and h.list = 'names');
  events text;
begin
  if cardinality(record_ids) = 0 then return; end if;
  select h.* into part from history_table h
  where h.record_type = of_type and h.list is null and h.owner_column = 'id';
  return query execute format($sql$
    with version as (
      select r.id, r.valid_from, api_row($2, to_jsonb(r)) as content
      from %1$I r where r.id = any ($1)
      union all
      select r.id, r.valid_from, api_row($2, to_jsonb(r)) from %2$I r where r.id = any ($1)
    ), step as (
      select v.*, lag(v.content) over (partition by v.id order by v.valid_from) as former
      from version v
    ), change as (
      select s.id, f.key as field, f.value, w.at, w.by, s.former is null as is_first,
        follows_file(w.action, $3) as is_file
      from step s
      join write_log w on w.at = s.valid_from
      cross join lateral jsonb_each(s.content) f
      where f.value is distinct from s.former -> f.key
    ), last_change as (
      -- What a person left empty when creating the record is not a decision.
      select distinct on (c.id, c.field) c.* from change c order by c.id, c.field, c.at desc
    )
    select l.id, l.field, l.at, l.by, i.at is not null, nullif(i.value, 'null')
    from last_change l
    left join lateral (
      select c.at, c.value from change c
      where c.id = l.id and c.field = l.field and c.is_file
      order by c.at desc limit 1
    ) i on true
    where not l.is_file and not (l.is_first and l.value = 'null')
      and not (l.field = 'name' and $4)
  $sql$, part.table_name, part.table_name || '_history')
  using record_ids, part.columns, of_format, has_names;

  for part in
    select h.list, array_agg(h.table_name) as tables, array_agg(h.owner_column) as owners
    from history_table h
    where h.record_type = of_type and h.list is not null and h.owner_column not like '%.%'
      and h.list not in (
        'assessments', 'ratings', 'links', 'relations', 'affiliations', 'importIssues')
    group by h.list order by h.list
  loop
    select string_agg(format($sql$
        select %2$I as id, valid_from as at from %1$I where %2$I = any ($1)
        union select %2$I, valid_from from %3$I where %2$I = any ($1)
        union select %2$I, valid_to from %3$I where %2$I = any ($1)
      $sql$, t.name, t.owner, t.name || '_history'), ' union ')
    into events from unnest(part.tables, part.owners) t(name, owner);
    return query execute format($sql$
      with event as (
        select e.id, w.at, w.by, w.action, follows_file(w.action, $3) as is_file
        from (%s) e join write_log w on w.at = e.at
      ), followed as (
        select e.id, max(e.at) as at from event e
        where e.is_file and not is_import(e.action, $3) group by e.id
      ), decided as (
        select e.id, min(e.at) as first_at, max(e.at) as last_at
        from event e left join followed f on f.id = e.id
        where not e.is_file and (f.at is null or e.at > f.at) group by e.id
      )
      select d.id, $4, d.last_at, w.by, i.is_imported, case when i.is_imported then
        field_value($2, d.id, $4, d.first_at - interval '1 microsecond') end
      from decided d
      join write_log w on w.at = d.last_at
      cross join lateral (
        select exists (select from event e where e.id = d.id and e.is_file and e.at < d.first_at)
          or exists (
            select from revision r where r.record_id = d.id and r.at < d.first_at
              and follows_file(r.action, $3)) as is_imported
      ) i
    $sql$, events) using record_ids, of_type, of_format, part.list;
  end loop;
end $$;

-- What people corrected in a record after an import, for the API. Judgements are not corrections.
-- A newer file may have said something else again: its value is in the list of conflicts.
create or replace function record_corrections(of_id uuid)
returns table (field text, imported jsonb, current jsonb, at timestamptz, by text)
stable language plpgsql set jit = off as $$
declare
  of_type text;
begin
  select r.record_type into of_type from revision r
  where r.record_id = of_id and not follows_file(r.action) limit 1;
  if not found then return; end if;
  return query
  select d.field,
    case when c.id is null then d.imported else c.file_value end,
    field_value(of_type, of_id, d.field), d.at, d.by
  from decided_fields(of_type, array[of_id]) d
  left join lateral (
    select i.id, i.file_value from import_conflict i
    where i.record_id = of_id and i.field = d.field
    order by i.at desc, i.id desc limit 1
  ) c on true
  where d.is_imported
    and d.field not in ('status', 'credibility', 'reliability', 'protection', 'withdrawn');
end $$;
