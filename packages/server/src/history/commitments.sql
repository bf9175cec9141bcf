-- Commitments to contents. A version of a record commits to the rows that its write began, and to
-- the keys of those that it ended, in all tables of the record. So each past and present row has
-- one version that commits to it. README.md has the format.

-- The hash of one row. `content` has no nulls, so that a column that is added later changes no hash
-- of an older row. PostgreSQL inlines it, and writes json faster than jsonb.
create or replace function row_hash(salt bytea, label text, content json) returns bytea
stable parallel safe language sql as $$
  select sha256(salt || convert_to(label || ' ' || json_strip_nulls(content)::text, 'UTF8'))
$$;

-- The same of a row that is written as such a text.
create or replace function text_hash(salt bytea, label text, content text) returns bytea
stable parallel safe language sql as $$
  select sha256(salt || convert_to(label || ' ' || content, 'UTF8'))
$$;

-- The commitment to a version. It is the hash of a leaf by RFC 9162, section 2.1.1.
create or replace function version_digest(
  salt bytea, record_type text, record_id uuid, version int, change text, seq bigint,
  row_hashes bytea)
returns bytea stable parallel safe language sql as $$
  select sha256('\x00' || salt || convert_to(
    json_build_array(record_type, record_id, version, change, seq)::text, 'UTF8')
    || coalesce(row_hashes, ''))
$$;

-- The commitment to the stated reason of a write, also a leaf. Null: the reason was erased.
create or replace function rationale_digest(salt bytea, seq bigint, rationale text) returns bytea
stable parallel safe language sql as $$
  select sha256('\x00' || salt || convert_to(
    json_build_array('RATIONALE', seq, rationale)::text, 'UTF8'))
$$;

-- 122 random bits of PostgreSQL's strong generator.
create or replace function new_salt() returns bytea volatile language sql as $$
  select uuid_send(gen_random_uuid())
$$;

-- The root of a Merkle tree by RFC 9162, section 2.1.1, over the hashes of its leaves. A last node
-- without a neighbour moves up as it is.
create or replace function merkle_root(leaves bytea[]) returns bytea
immutable parallel safe language plpgsql set search_path = public, pg_temp as $$
declare
  nodes bytea[] := leaves;
begin
  if coalesce(cardinality(nodes), 0) = 0 then return sha256(''); end if;
  while cardinality(nodes) > 1 loop
    select array_agg(
        case when n.neighbour is null then n.node else sha256('\x01' || n.node || n.neighbour) end
        order by n.place)
      into nodes
      from (
        select node, place, lead(node) over (order by place) as neighbour
        from unnest(nodes) with ordinality u(node, place)
      ) n
      where n.place % 2 = 1;
  end loop;
  return nodes[1];
end $$;

-- The columns that a hash covers, by name. Generated columns follow from others, and when a row
-- ended is part of another version.
create or replace function committed_columns(table_name text) returns text[]
stable language sql as $$
  select array(
    select a.attname::text from pg_attribute a
    where a.attrelid = to_regclass(quote_ident(table_name)) and a.attnum > 0
      and a.attgenerated = '' and not a.attisdropped and a.attname <> 'valid_to'
    order by a.attname collate "C")
$$;

-- An expression of the row `x` of a table as text: what `json_strip_nulls(row_to_json(…))` returns
-- for its committed columns. Both would look up the type of each value and read the text again,
-- which takes three times as long.
create or replace function contents_text(table_name text) returns text
stable language sql as $$
  select format('''{'' || substr(concat(%s), 2) || ''}''', string_agg(
    format('%L || %s', ',' || to_json(c.name) || ':', format(
      case
        when a.atttypid = 'text'::regtype then 'json_text(x.%I)'
        when a.atttypid = 'uuid'::regtype then '''"'' || x.%I || ''"'''
        when a.atttypid = any ('{int2,int4,int8,bool}'::regtype[]) then 'x.%I'
        when a.atttypid = any ('{date,timestamptz}'::regtype[]) then 'to_json(x.%I)'
        else 'nullif(json_strip_nulls(to_json(x.%I))::text, ''null'')'
      end, c.name)),
    ', ' order by c.place))
  from unnest(committed_columns(table_name)) with ordinality c(name, place)
  join pg_attribute a
    on a.attrelid = to_regclass(quote_ident(table_name)) and a.attname = c.name
$$;

-- The query of the rows of a version `v` (record_id, version, at, salt): `hash` and, if asked for,
-- `label`. `of_past`: also of versions that are not the last one, whose rows may have ended. Null:
-- only of versions that are the first and the last one, which have ended no rows.
create or replace function contents_query(of_type text, of_past boolean, with_label boolean)
returns text stable language plpgsql as $$
declare
  part record;
  parts text[] := '{}';
  owner text[];
  key text;
  label text;
  begun text;
begin
  for part in
    -- A row that belongs to two records of a type is part of one of them.
    select h.table_name as name, min(h.owner_column collate "C") as owner,
      primary_key_of(h.table_name) as key
    from history_table h where h.record_type = of_type
    group by 1 order by 1
  loop
    owner := string_to_array(part.owner, '.');
    select format('json_build_object(%s)', string_agg(format('%L, x.%I', k, k), ', ')),
        string_agg(format('x.%I', k), ', ')
      into key, label from unnest(part.key) k;
    begun := format('select text_hash(v.salt, %L, %s)%s', part.name, contents_text(part.name),
      case when with_label then format(', concat_ws('' '', %L, %s)', part.name, label) else '' end);
    parts := parts || (begun || contents_source(part.name, owner, of_past)
      || ' and x.valid_from = v.at');
    if of_past then
      parts := parts || (begun || contents_source(part.name || '_history', owner, true)
        || ' and x.valid_from = v.at');
    end if;
    continue when of_past is null;
    -- The first version of a record ends no rows.
    parts := parts || (format('select row_hash(v.salt, %L, %s)%s',
        '-' || part.name, key,
        case when with_label
          then format(', concat_ws('' '', %L, %s)', 'the end of ' || part.name, label) else '' end)
      || contents_source(part.name || '_history', owner, true)
      || ' and x.valid_to = v.at and v.version > 1');
  end loop;
  return array_to_string(parts, E'\n union all ');
end $$;

-- The rows `x` of a table that belong to the record of `v`.
-- owner: [column], or [key, via, column] as in `install_history`.
drop function if exists contents_source(text, text[], boolean, text);
create or replace function contents_source(table_name text, owner text[], of_past boolean)
returns text immutable language sql as $$
  select case
    when cardinality(owner) = 1 then
      format(' from %I x where x.%I = v.record_id', table_name, owner[1])
    when of_past then
      format(' from (select o.id from %2$I o where o.%4$I = v.record_id '
        'union select o.id from %3$I o where o.%4$I = v.record_id) o '
        'join %1$I x on x.%5$I = o.id where true',
        table_name, owner[2], owner[2] || '_history', owner[3], owner[1])
    else
      format(' from %2$I o join %1$I x on x.%4$I = o.id where o.%3$I = v.record_id',
        table_name, owner[2], owner[3], owner[1])
  end
$$;

-- The versions of a type with the commitment that counts, which is the last one, and with what it
-- would be for the present contents. `record_ids`: of these records only.
create or replace function committed_versions(of_type text, record_ids uuid[] default null)
returns table (
  record_id uuid, version int, change text, seq bigint, at timestamptz, salt bytea, digest bytea,
  row_tags bytea, recommitted_by bigint, present_digest bytea, present_tags bytea)
stable language plpgsql
set enable_seqscan = off set jit = off set timezone = 'UTC' set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex' as $$
begin
  return query execute format($sql$
    with v as (
      select r.record_id, r.version, r.change, r.seq, r.at,
        case when c.seq is null then r.salt else c.salt end as salt,
        coalesce(c.digest, r.digest) as digest,
        case when c.seq is null then r.row_tags else c.row_tags end as row_tags,
        c.seq as recommitted_by
      from revision r
      left join lateral (
        select c.* from recommitment c
        where c.target_seq = r.seq and c.record_id = r.record_id order by c.seq desc limit 1
      ) c on true
      where r.record_type = %L and ($1 is null or r.record_id = any ($1))
    )
    select v.*,
      version_digest(v.salt, %1$L, v.record_id, v.version, v.change, v.seq, p.hashes), p.tags
    from v cross join lateral (
      select string_agg(h.hash, ''::bytea order by h.hash) as hashes,
        string_agg(substr(h.hash, 1, 4), ''::bytea order by h.hash) as tags
      from (%s) h(hash)) p
  $sql$, of_type, contents_query(of_type, true, false)) using record_ids;
end $$;

-- Which rows of a version are not those that it commits to. `row_tags` has the first four bytes of
-- the hash of each row, so that a row can be named.
create or replace function differing_rows(
  of_type text, of_record uuid, of_version int, of_at timestamptz, of_salt bytea, of_tags bytea)
returns text stable language plpgsql
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres'
set extra_float_digits = 1 set bytea_output = 'hex' as $$
declare
  differences text;
begin
  if of_salt is null then return null; end if;
  execute format($sql$
    with v as (select $1 as record_id, $2 as version, $3 as at, $4 as salt),
    present as (
      select h.hash, h.label, substr(h.hash, 1, 4) as tag
      from v cross join lateral (%s) h(hash, label)
    ), committed as (
      select substr($5, i * 4 + 1, 4) as tag from generate_series(0, length($5) / 4 - 1) i
    ), surplus as (
      select p.label, count(*) over () as rows from present p
      where p.tag not in (select c.tag from committed c)
    ), missing as (
      select count(*) as rows from committed c where c.tag not in (select p.tag from present p)
    )
    select concat_ws('; ',
      (select string_agg(s.label || case when m.rows = 0 then ' was added'
          when m.rows = s.rows then ' was changed' else ' was changed or added' end,
          '; ' order by s.label) from surplus s),
      case when m.rows > (select count(*) from surplus) then
        format('%%s of %%s rows missing',
          m.rows - (select count(*) from surplus), length($5) / 4) end)
    from missing m
  $sql$, contents_query(of_type, true, true))
  into differences using of_record, of_version, of_at, of_salt, of_tags;
  return nullif(differences, '');
end $$;
